import Intake
import Plan
import Records
import Testing

/// The cases of spec 1, "One row, several times": what comes, night by night, and what must come out.
@Suite struct OneRowSeveralTimesTests {
    @Test func aQuarterCorrectedAfterTheHalfYearExportSupersedesOneSessionAndWithdrawsNothingLater() throws {
        var office = try Office()
        _ = try office.night("10/6", sessions("h1.csv", "5/1 TP SHDC 300", "2/3 MT SHL 40", "4/5 TP SHDC 300"))
        let outcome = try office.night("12/6", sessions("q1-sua.csv", "5/1 TP SHDC 300", "2/3 MT SHL 45"))
        #expect(outcome.sessions == ["2026-01-05 TP SHDC 300", "2026-03-02 MT SHL 45", "2026-05-04 TP SHDC 300"])
        #expect(outcome.queries == ["K2"])
    }

    @Test func aSupplementThatLooksLikeACorrectedDateCountsAndIsQuestioned() throws {
        var office = try Office()
        _ = try office.night("6/3", sessions("a.csv", "5/3 TP SHDC 300"))
        let outcome = try office.night("7/3", sessions("b.csv", "1/3 TP SHDC 300"))
        #expect(outcome.sessions == ["2026-03-01 TP SHDC 300", "2026-03-05 TP SHDC 300"])
        #expect(outcome.queries == ["K7"])
    }

    @Test func aCorrectedDateWithdrawsTheOldOne() throws {
        var office = try Office()
        _ = try office.night("21/3", sessions("a.csv", "5/1 TP SHDC 300", "12/3 MT SHL 40", "20/3 TP NK 90"))
        let outcome = try office.night("22/3", sessions("b.csv", "5/1 TP SHDC 300", "11/3 MT SHL 40", "20/3 TP NK 90"))
        #expect(outcome.sessions == ["2026-01-05 TP SHDC 300", "2026-03-11 MT SHL 40", "2026-03-20 TP NK 90"])
        #expect(outcome.queries == ["K4"])
        let withdrawn = try #require(outcome.findings(.K4).first)
        #expect(withdrawn.line == 3)
        #expect(withdrawn.arguments == ["b.csv"])
    }

    @Test func aCorrectionWithAnUnreadableDateWithdrawsNothing() throws {
        var office = try Office()
        _ = try office.night("21/3", sessions("a.csv", "5/1 TP SHDC 300", "12/3 MT SHL 40", "20/3 TP NK 90"))
        let outcome = try office.night("22/3", sessions("b.csv", "5/1 TP SHDC 300", "31/02 MT SHL 40", "20/3 TP NK 90"))
        #expect(outcome.sessions == ["2026-01-05 TP SHDC 300", "2026-03-12 MT SHL 40", "2026-03-20 TP NK 90"])
        #expect(outcome.queries == [])
        #expect(!outcome.findings(.C3).isEmpty)
        #expect(!outcome.findings(.C16).isEmpty)
    }

    @Test func aBundleSentAgainStaysOldAndTheCorrectionStands() throws {
        let bundle = ["5/1 MT SHL 40", "19/1 TP SHDC 300", "2/2 BLHD NK 90"]
        var office = try Office()
        _ = try office.night("3/2", sessions("bo-1.csv", bundle))
        _ = try office.night("4/2", sessions("truong.csv", "5/1 MT SHL 40", "19/1 MT SHDC 300", "2/2 BLHD NK 90"))
        let outcome = try office.night("5/2", sessions("bo-2.csv", bundle))
        #expect(outcome.sessions == ["2026-01-05 MT SHL 40", "2026-01-19 MT SHDC 300", "2026-02-02 BLHD NK 90"])
    }

    @Test func withoutALedgerATypingErrorInTheFutureMakesNoFileNewer() throws {
        var office = try Office(.none)
        let outcome = try office.night(
            "1/4",
            sessions("v1.csv", "5/1 TP SHDC 300", "2/3 TP SHDC 300", "3/12/2026 TP SHDC 300"),
            sessions("v2.csv", "5/1 TP SHDC 300", "2/3 TP SHDC 300", "12/3 TP SHDC 300")
        )
        #expect(
            outcome.sessions == [
                "2026-01-05 TP SHDC 300", "2026-03-02 TP SHDC 300", "2026-03-12 TP SHDC 300", "2026-12-03 TP SHDC 300",
            ]
        )
        #expect(outcome.queries == [])
        #expect(outcome.findings(.P3).map(\.line) == [4])
    }

    @Test func violationsOfAnotherCategoryAreASupplement() throws {
        var office = try Office()
        _ = try office.night("14/3", violations("a.csv", "Q1 BLHD 3/5", "Q1 ATGT 2/4"))
        let outcome = try office.night("15/3", violations("b.csv", "Q1 MT 1/0"))
        #expect(outcome.violations == ["Q1 ATGT 2 4", "Q1 BLHD 3 5", "Q1 MT 1 0"])
        #expect(outcome.queries == [])
    }

    @Test func violationsThatRepeatHalfWithdrawTheOtherCategory() throws {
        var office = try Office()
        _ = try office.night("14/3", violations("a.csv", "Q1 BLHD 3/5", "Q1 ATGT 2/4"))
        let outcome = try office.night("15/3", violations("b.csv", "Q1 BLHD 3/5", "Q1 MT 2/4"))
        #expect(outcome.violations == ["Q1 BLHD 3 5", "Q1 MT 2 4"])
        #expect(outcome.queries == ["K4"])
    }

    @Test func aReportWithoutADateOfSendingIsOlderThanAny() throws {
        var office = try Office()
        _ = try office.night("14/3", reports("a.csv", "Q1 14/3 Có"))
        let outcome = try office.night("18/3", reports("b.csv", "Q1 - Không"))
        #expect(outcome.rows("bao-cao", "ky_bao_cao", "quan_triet") == ["Q1 true"])
        #expect(outcome.queries == ["K6"])
    }

    @Test func oneNumberForTwoIncidentsCountsTwice() throws {
        var office = try Office()
        _ = try office.night("10/3", incidents("q1.csv", "VV1 5/1 BLHD"))
        let outcome = try office.night("10/9", incidents("q3.csv", "VV1 20/7 MT"))
        #expect(outcome.incidents == ["VV1 2026-01-05 BLHD", "VV1 2026-07-20 MT"])
        #expect(outcome.queries == ["K5"])
    }
}

/// What keeps a newer file from withdrawing, beyond the cases of the spec.
@Suite struct WithdrawalTests {
    private func correction(extra: String) -> (path: String, text: String) {
        ("b.csv", sessions("b.csv", "5/1 TP SHDC 300", "20/3 TP NK 90").text + extra + "\n")
    }

    @Test(arguments: [
        // No unit code at all: whose row was lost?
        (",12/3/2026,MT,SHL,Có,,40,,,", 3),
        // A code in scientific form has lost its digits.
        ("3.1E+07,12/3/2026,MT,SHL,Có,,40,,,", 3),
        // A code that is on no roster can be read, and is nobody's.
        ("99999999,12/3/2026,MT,SHL,Có,,40,,,", 2),
        // Another unit's row that was left out is that unit's matter.
        ("31000002,31/02/2026,MT,SHL,Có,,40,,,", 2),
    ])
    func onlyARowThatMayBeTheUnitsOwnKeepsAFileFromWithdrawing(extra: String, sessionsLeft: Int) throws {
        var office = try Office()
        _ = try office.night("21/3", sessions("a.csv", "5/1 TP SHDC 300", "12/3 MT SHL 40", "20/3 TP NK 90"))
        let outcome = try office.night("22/3", [correction(extra: extra)])
        #expect(outcome.sessions.count == sessionsLeft)
    }
}
