import Intake
import Plan
import Records
import Testing

/// The single rules of "One row, several times", one example each.
@Suite struct MergingRulesTests {
    @Test func identicalRowsMergeAndAreCountedOnceAFile() throws {
        var office = try Office()
        _ = try office.night("14/3", sessions("q1.csv", "5/1 TP SHDC 300", "2/2 MT SHL 40"))
        let outcome = try office.night("10/6", sessions("h1.csv", "5/1 TP SHDC 300", "2/2 MT SHL 40", "4/5 TP NK 90"))
        #expect(outcome.sessions.count == 3)
        let merged = outcome.findings(.K1)
        #expect(merged.map(\.arguments) == [["2"]])
        #expect(outcome.result.balance.merged == 2)
        #expect(outcome.result.balance.counted == 3)
    }

    @Test func theLaterLineOfOneFileWinsAndIsQuestioned() throws {
        var office = try Office()
        let outcome = try office.night("14/3", sessions("a.csv", "5/1 TP SHDC 300", "5/1 TP SHDC 310"))
        #expect(outcome.sessions == ["2026-01-05 TP SHDC 310"])
        #expect(outcome.queries == ["K3"])
        #expect(outcome.findings(.K3).map(\.line) == [2])
    }

    @Test func aValueThatWasGivenAndIsNowMissingIsQuestioned() throws {
        var office = try Office()
        _ = try office.night("14/3", reports("a.csv", "Q1 13/3 Có"))
        let outcome = try office.night("15/3", reports("b.csv", "Q1 14/3 -"))
        #expect(outcome.rows("bao-cao", "ky_bao_cao", "quan_triet") == ["Q1 "])
        #expect(outcome.queries == ["K6"])
    }

    @Test func anOldReportSentAgainStaysOld() throws {
        var office = try Office()
        _ = try office.night("10/3", reports("a.csv", "Q1 10/3 Có"))
        _ = try office.night("12/3", reports("b.csv", "Q1 10/3 Không"))
        // The first row again, beside another one: a new submission, received today.
        let outcome = try office.night(
            "14/3",
            [("c.csv", reports("c.csv", "Q1 10/3 Có", "H1 10/3 Có").text)]
        )
        // The report of Q1 in c.csv is the old submission of that period: it stays old, and b.csv stands.
        #expect(outcome.rows("bao-cao", "ky_bao_cao", "quan_triet") == ["H1 true", "Q1 false"])
        #expect(outcome.queries == ["K2"])
    }

    @Test func aSessionThatReturnsToItsOldValueIsQuestioned() throws {
        var office = try Office()
        _ = try office.night("10/3", sessions("a.csv", "5/1 TP SHDC 300", "2/2 MT SHL 40"))
        _ = try office.night("12/3", sessions("b.csv", "5/1 TP SHDC 310", "2/2 MT SHL 40"))
        let outcome = try office.night("14/3", sessions("c.csv", "5/1 TP SHDC 300", "2/2 MT SHL 40", "9/3 BLHD NK 90"))
        #expect(outcome.sessions.first == "2026-01-05 TP SHDC 300")
        #expect(outcome.queries == ["K6"])
    }

    @Test func whatOnlyThePathDecidedIsQuestioned() throws {
        var office = try Office(.none)
        let outcome = try office.night(
            "14/3",
            sessions("a.csv", "5/1 TP SHDC 300"),
            sessions("b.csv", "5/1 TP SHDC 310")
        )
        #expect(outcome.sessions == ["2026-01-05 TP SHDC 310"])
        #expect(outcome.queries == ["K6"])
        #expect(outcome.findings(.K6).first?.arguments[1] == "chỉ tên tệp cho biết dòng nào mới hơn")
    }

    @Test func aDateOfSendingInTheFutureDoesNotWinForEver() throws {
        var office = try Office()
        _ = try office.night("14/3", reports("a.csv", "Q1 14/12/2062 Có"))
        let outcome = try office.night("18/3", reports("b.csv", "Q1 18/3 Không"))
        #expect(outcome.rows("bao-cao", "ky_bao_cao", "quan_triet") == ["Q1 false"])
        #expect(outcome.queries == ["K6"])
    }

    @Test func theSameRowsInAnotherOrderAndStyleAreTheSameSubmission() throws {
        var office = try Office()
        let first = try office.night("14/3", sessions("a.csv", "5/1 TP SHDC 300", "2/2 MT SHL 40"))
        let restyled = sessions("b.csv", "2/2 MT SHL 40", "5/1 TP SHDC 300").text
            .replacing(",", with: ";").replacing("/2026", with: "/26")
        let second = try office.night("20/3", [("b.csv", restyled)])
        #expect(first.result.submissions.map(\.key) == [second.result.submissions[0].key])
        #expect(second.result.submissions.allSatisfy { $0.receipt.date == day("14/3") })
    }

    @Test func aFileThatBreaksOffWithdrawsNothing() throws {
        var office = try Office()
        _ = try office.night("21/3", sessions("a.csv", "5/1 TP SHDC 300", "12/3 MT SHL 40", "20/3 TP NK 90"))
        let broken = sessions("b.csv", "5/1 TP SHDC 300", "20/3 TP NK 90").text + "\"31000001,25/3"
        let outcome = try office.night("22/3", [("b.csv", broken)])
        #expect(outcome.sessions.count == 3)
        #expect(!outcome.findings(.F4).isEmpty)
        #expect(outcome.queries == [])
    }

    @Test func theEarliestReportDecidesWhetherItIsOnTime() throws {
        var office = try Office()
        _ = try office.night("14/3", reports("a.csv", "Q1 14/3 Có"))
        let outcome = try office.night("20/3", reports("b.csv", "Q1 20/3 Không"))
        #expect(outcome.rows("bao-cao", "ky_bao_cao", "quan_triet") == ["Q1 false"])
        #expect(outcome.result.records.earliestReport[0][0] == day("14/3")?.days)
    }

    @Test func anEmptyDateOfSendingIsPassedOverForTheReceipt() throws {
        var office = try Office()
        let outcome = try office.night("20/3", reports("a.csv", "Q1 - Có"))
        #expect(outcome.result.records.earliestReport[0][0] == day("20/3")?.days)
    }

    @Test func aDateOfSendingLongBeforeAnExactReceiptIsQuestioned() throws {
        var office = try Office()
        _ = try office.night("19/3", sessions("x.csv", "5/1 TP SHDC 300"))
        let outcome = try office.night("20/3", reports("a.csv", "Q1 14/3 Có"))
        #expect(outcome.findings(.P5).map(\.state) == [.open])
        // Without a run of the days before, nobody knows when it came.
        var newOffice = try Office()
        #expect(try newOffice.night("20/3", reports("a.csv", "Q1 14/3 Có")).findings(.P5).isEmpty)
    }

    @Test func aDoubtfulDateStaysOpenWhileItMakesTheUnitOnTime() throws {
        var office = try Office()
        _ = try office.night("19/3", sessions("x.csv", "5/1 TP SHDC 300"))
        _ = try office.night("20/3", reports("a.csv", "Q1 14/3 Có"))
        let outcome = try office.night("21/3", reports("b.csv", "Q1 21/3 Không"))
        #expect(outcome.findings(.P5).map(\.state) == [.open])
        #expect(outcome.findings(.P5).map { outcome.result.files[Int($0.file)].file.path } == ["a.csv"])
    }

    @Test func aMendedErrorOfASupersededRowIsClosed() throws {
        var office = try Office()
        let first = try office.night("14/3", reports("a.csv", "Q1 13/3 Đã"))
        #expect(first.findings(.C4).map(\.state) == [.open])
        #expect(first.result.files.map(\.outcome) == [.partial])
        let second = try office.night("15/3", reports("b.csv", "Q1 14/3 Có"))
        #expect(second.findings(.C4).map(\.state) == [.closed])
        #expect(second.findings(.C4).map(\.id) == first.findings(.C4).map(\.id))
    }

    @Test(arguments: ["5/1 TP SHDC 300", "6/1 TP SHDC 300"])
    func aMendedErrorIsClosedInEveryCopy(mended: String) throws {
        var office = try Office()
        _ = try office.night("14/3", sessions("q1.csv", "5/1 TP SHDC ba"))
        _ = try office.night("10/6", sessions("h1.csv", "5/1 TP SHDC ba", "4/5 MT SHL 40"))
        let outcome = try office.night("12/6", sessions("h1-sua.csv", mended, "4/5 MT SHL 40"))
        #expect(outcome.findings(.C2).map(\.state) == [.closed, .closed])
        #expect(outcome.result.files.map(\.outcome).contains(.partial) == false)
    }

    @Test func whatTheOfficeWritesOfItsTasksIsNotWithdrawn() throws {
        let header = "don_vi_thuc_hien,nhiem_vu,ky_bao_cao,nam,trang_thai,ngay,so_van_ban,ghi_chu\n"
        let plan = try realPlan()
        let tasks = plan.codeLists.first { $0.name == "nhiem_vu" }?.codes.map(\.code) ?? []
        try #require(tasks.count > 1)
        func file(_ path: String, _ tasks: [String]) -> (path: String, text: String) {
            (path, header + tasks.map { "van-phong,\($0),Q1,2026,DATH,1/3/2026,,\n" }.joined())
        }
        var office = try Office()
        _ = try office.night("14/3", [file("a.csv", [tasks[0], tasks[1]])])
        let outcome = try office.night("20/3", [file("b.csv", [tasks[0]])])
        #expect(outcome.rows("nhiem-vu-so", "nhiem_vu").sorted() == [tasks[0], tasks[1]].sorted())
        #expect(outcome.queries == [])
    }

    @Test func rowsOutsideAUnitsActiveTimeAreQuestioned() throws {
        var office = try Office()
        let outcome = try office.night(
            "20/7",
            sessions("a.csv", "30/4 TP SHDC 300", "1/5 TP SHDC 300", unit: "31000003"),
            reports("b.csv", "H1 14/6 Có", "Q3 14/6 Có", unit: "31000003")
        )
        #expect(outcome.findings(.U2).map(\.line) == [3, 3])
        #expect(outcome.sessions.count == 2)
    }

    @Test func anUnlistedTopicIsAKeyOfItsOwn() throws {
        var office = try Office()
        let outcome = try office.night(
            "14/3",
            sessions("a.csv", "5/1 Dinh_dưỡng SHDC 300", "5/1 Khởi_nghiệp SHDC 300", "5/1 dinh-duong SHDC 300")
        )
        #expect(outcome.rows("tuyen-truyen", "chu_de") == ["?dinh_duong", "?khoi_nghiep"])
        #expect(outcome.result.balance.merged == 1)
    }

    @Test func rowsReadAreCountedMergedSupersededOrLeftOut() throws {
        var office = try Office()
        _ = try office.night("14/3", sessions("a.csv", "5/1 TP SHDC 300", "2/2 MT SHL 40", "32/1 TP SHDC 1"))
        let outcome = try office.night("15/3", sessions("b.csv", "5/1 TP SHDC 300", "2/2 MT SHL 45"))
        let balance = outcome.result.balance
        #expect(balance.read == 5)
        #expect(balance.counted == 2)
        #expect(balance.merged == 1)
        #expect(balance.superseded == 1)
        #expect(balance.leftOut == 1)
        #expect(balance.holds)
    }
}

@Suite struct FindingIdentityTests {
    @Test func everyMissingColumnHasAnIdOfItsOwn() throws {
        var office = try Office()
        let outcome = try office.night("14/3", reports("a.csv", "Q1 13/3 Có"))
        let missing = outcome.findings(.H1)
        #expect(missing.count > 10)
        #expect(Set(missing.map(\.id)).count == missing.count)
    }

    @Test func anIdStaysWhenTheSameFaultComesInAnotherFile() throws {
        var office = try Office()
        let first = try office.night("14/3", reports("a.csv", "Q1 13/3 Đã"))
        var other = try Office()
        let second = try other.night("14/3", [("b.csv", "\n" + reports("b.csv", "Q1 13/3 Đã").text)])
        #expect(first.findings(.C4).map(\.id) == second.findings(.C4).map(\.id))
        #expect(first.findings(.C4).map(\.line) != second.findings(.C4).map(\.line))
    }
}
