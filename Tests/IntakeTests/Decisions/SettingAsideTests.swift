import Plan
import Records
import Testing

@testable import Intake

/// Files that the office sets aside do not count, supersede nothing and withdraw nothing; they stand in the list all the same.
@Suite struct SettingAsideTests {
    private static let first = sessions("a.csv", "5/1 TP SHDC 300", "2/2 MT SHL 40")
    private static let second = sessions("b.csv", "5/1 TP SHDC 350", "20/2 ATGT NK 90")

    @Test func itsRowsDoNotCountAndSupersedeNothing() throws {
        var office = try Office()
        _ = try office.night("1/3", Self.first)
        let before = try office.night("2/3", Self.second)
        #expect(before.sessions.contains("2026-01-05 TP SHDC 350"))
        #expect(before.queries == ["K2", "K4"])
        office.decisions = [settingAside("b.csv")]
        let outcome = try office.night("3/3")
        #expect(outcome.sessions == ["2026-01-05 TP SHDC 300", "2026-02-02 MT SHL 40"])
        #expect(outcome.queries.isEmpty)
        #expect(outcome.findings(.O1).map(\.file) == [1])
        #expect(outcome.findings(.O1).first?.arguments == ["bỏ tệp này", "Bà Lan", "15/3/2026", "gửi nhầm"])
        let file = outcome.result.files[1]
        #expect(file.isSetAside)
        #expect(file.outcome == .noData)
        #expect(file.rows.read == 2 && file.rows.leftOut == 2)
        #expect(outcome.result.balance.holds)
        #expect(outcome.result.decisions.map(\.isApplied) == [true])
        #expect(outcome.result.files.last?.role == .decisions)
    }

    @Test func itsReceiptStaysAndTheRowsCountAgainWhenTheDecisionIsTakenBack() throws {
        var office = try Office()
        office.decisions = [settingAside("a.csv")]
        _ = try office.night("1/3", Self.first)
        _ = try office.night("2/3", sessions("b.csv", "5/1 TP SHDC 350", "2/2 MT SHL 40"))
        office.decisions = []
        // a.csv is the older one, whenever it was allowed to count.
        #expect(try office.night("3/3").sessions == ["2026-01-05 TP SHDC 350", "2026-02-02 MT SHL 40"])
    }

    @Test func whatWasFoundInItIsClosed() throws {
        var office = try Office()
        office.decisions = [settingAside("a.csv"), settingAside("thu.xls")]
        let wrong = sessions("a.csv", "5/1 TP SHDC nhiều")
        let outcome = try office.night("1/3", wrong, Self.second, ("thu.xls", "<html><table></table></html>"))
        let errors = outcome.result.findings.filter { $0.severity == .error }
        #expect(errors.map(\.codeName).sorted() == ["C2", "F8"])
        #expect(errors.allSatisfy { $0.state == .closed })
        #expect(outcome.result.files.map(\.outcome) == [.noData, .accepted, .noData, .accepted])
    }

    @Test func aHashMeansThatContentWhereverItLies() throws {
        var office = try Office()
        let before = try office.night("1/3", Self.first, ("z/a.csv", Self.first.text), Self.second)
        let hash = before.result.files[0].file.sha256
        office.decisions = [settingAside("", sha256: hash)]
        let outcome = try office.night("2/3")
        #expect(outcome.sessions == ["2026-01-05 TP SHDC 350", "2026-02-20 ATGT NK 90"])
        #expect(outcome.findings(.O1).count == 2)
        #expect(outcome.findings(.O2).isEmpty)
    }

    @Test func aFileThatChangedIsNotTheOneThatWasMeant() throws {
        var office = try Office()
        let before = try office.night("1/3", Self.first)
        let hash = before.result.files[0].file.sha256
        var other = try Office()
        other.decisions = [settingAside("a.csv", sha256: hash)]
        let outcome = try other.night("1/3", sessions("a.csv", "5/1 TP SHDC 301"))
        #expect(outcome.sessions == ["2026-01-05 TP SHDC 301"])
        #expect(outcome.findings(.O1).isEmpty)
        #expect(outcome.findings(.O2).first?.arguments.last?.contains("nội dung khác") == true)
    }

    @Test func anEqualCopyThatCountsOnIsTold() throws {
        var office = try Office()
        office.decisions = [settingAside("a.csv")]
        let outcome = try office.night("1/3", Self.first, ("z/a.csv", Self.first.text))
        #expect(outcome.sessions.count == 2)
        #expect(outcome.findings(.O1).map(\.file) == [0])
        let remark = try #require(outcome.findings(.O2).first)
        #expect(remark.value == "z/a.csv")
        #expect(outcome.result.files[Int(remark.file)].role == .decisions)
    }

    @Test(arguments: [("c.csv", "không có tệp này trong hộp thư"), ("A.csv", "không có tệp này trong hộp thư")])
    func aFileThatIsNotThereIsAQuery(path: String, reason: String) throws {
        var office = try Office()
        office.decisions = [settingAside("a.csv"), settingAside(path)]
        let outcome = try office.night("1/3", Self.first, Self.second)
        let finding = try #require(outcome.findings(.O2).first)
        #expect(finding.line == 3)
        #expect(finding.severity == .query && finding.state == .open)
        #expect(finding.arguments == ["bỏ tệp \(path)", reason])
        #expect(outcome.result.decisions.map(\.isApplied) == [true, false])
    }

    @Test func twiceIsToldToo() throws {
        var office = try Office()
        office.decisions = [settingAside("a.csv"), settingAside("a.csv")]
        let outcome = try office.night("1/3", Self.first, Self.second)
        #expect(outcome.result.decisions.last?.obstacle == "tệp đã được bỏ theo quyết định ở dòng 2")
    }
}
