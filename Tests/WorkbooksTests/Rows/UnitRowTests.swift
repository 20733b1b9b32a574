import Figures
import Plan
import Testing

@testable import Workbooks

/// Tables whose rows are units: lists, who misses an indicator, who is praised.
@Suite struct UnitRowTests {
    private let city = SmallCity()

    @Test func aListHasTheUnitsOfItsConditionByCommune() throws {
        let lines = try Workshop().sheet(
            """
            <table id="a" rows="units" where="c >= 4"><column heading="STT" show="ordinal" width="4-6"/>
            <column heading="Mã" show="code" width="9-12"/><column heading="Số đợt" fact="c" width="4-9"/>
            <column heading="Số lớp" roster="so_lop" width="4-9"/></table>
            """
        ).lines(1)
        let facts = city.figures.facts.columns[2]
        let wanted = (0..<40).filter { facts[$0] >= 4 }.sorted { ($0 % 6, $0) < ($1 % 6, $1) }
        #expect(!wanted.isEmpty)
        #expect(
            Array(lines.suffix(wanted.count))
                == wanted.enumerated().map {
                    ["\($0 + 1)", "\(31_303_700 + $1)", "\(Int(facts[$1]))", "\($1 % 30 + 5)"]
                }
        )
        #expect(lines.count == wanted.count + 2, "a way back and the headings")
    }

    @Test func missesStandUnderTheirIndicatorWithWhatDecides() throws {
        let lines = try Workshop().sheet(
            """
            <table id="a" rows="misses"><column heading="STT" show="ordinal" width="4-6"/>
            <column heading="Mã" show="code" width="9-12"/><column heading="Đánh giá" show="assessment" width="9-12"/>
            <column heading="Số liệu" show="deciding" width="9-40"/></table>
            """
        ).lines(1)
        let silent = (0..<40).filter { !city.hasReported($0) }
        let heading = try #require(lines.firstIndex(of: ["1. Quán triệt, phổ biến kế hoạch: \(silent.count) đơn vị"]))
        let rows = lines[(heading + 1)...].prefix(silent.count)
        #expect(Set(rows.map { $0[1] }) == Set(silent.map { "\(31_303_700 + $0)" }))
        #expect(rows.allSatisfy { $0[2] == "Chưa báo cáo" && $0.count == 3 })
        #expect(rows.first?.first == "1")
        // Every indicator that someone misses has a line, and no other.
        let missed = city.figures.assessments.count { $0.contains { $0 != .met && $0 != .notApplicable } }
        #expect(lines.count { $0.count == 1 && $0[0].hasSuffix("đơn vị") } == missed)
    }

    @Test func praiseAndExclusionWithEveryReason() throws {
        let lines = try Workshop().sheet(
            """
            <table id="a" rows="commendation" praised="Khen" excluded="Không khen"><column heading="STT" show="ordinal" width="4-6"/>
            <column heading="Mã" show="code" width="9-12"/><column heading="Lý do" show="reasons" width="9-40"/></table>
            """
        ).lines(1)
        let facts = city.figures.facts.columns[2]
        let against = (0..<40).filter { !city.hasReported($0) || !city.isOnTime($0) }
        let praised = (0..<40).filter { !against.contains($0) && facts[$0] >= 3 }
        #expect(!praised.isEmpty)
        let first = try #require(lines.firstIndex(of: ["Khen: \(praised.count) đơn vị"]))
        let second = try #require(lines.firstIndex(of: ["Không khen: \(against.count) đơn vị"]))
        #expect(Set(lines[(first + 1)..<second].map { $0[1] }) == Set(praised.map { "\(31_303_700 + $0)" }))
        #expect(lines[(second + 1)...].count == against.count)
        #expect(lines.contains { $0.dropFirst() == ["31303703", "Chưa gửi báo cáo"] })
        #expect(lines.contains { $0.dropFirst() == ["31303706", "Gửi báo cáo chậm"] })
    }

    @Test func inAnotherPeriodNobodyIsPraised() throws {
        var city = city
        city.asOf = SmallCity.day(2026, 3, 15)
        let early = try Workshop().sheet(
            """
            <table id="a" rows="units" where="not da_bao_cao"><column heading="Mã" show="code" width="9-12"/>
            <column heading="Tình trạng" show="state" width="9-16"/></table>
            """,
            of: city
        ).lines(1)
        #expect(early.contains(["31303703", "Chưa đến hạn"]))
        #expect(!early.contains { $0.contains("Thiếu") })
    }
}
