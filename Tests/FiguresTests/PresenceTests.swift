import Figures
import Plan
import Records
import Testing

@Suite("Units that open and close")
struct PresenceTests {
    /// A1 closes in May, A2 opens in May, A3 is active all year, A4 never was.
    private var city: SmallCity {
        SmallCity([
            .init("A1", "MN", closed: "2026-05-01"), .init("A2", "MN", commune: "X2", opened: "2026-05-01"),
            .init("A3", "MN"), .init("A4", "MN", opened: "2026-02-01", closed: "2026-02-01"),
        ])
    }

    @Test func areExpectedOnTheLastDayAndPresentOnAnyDayOfTheWindow() throws {
        let city = city
        #expect(try city.figures(SmallPlan.q1).units == [0, 2])
        let h1 = try city.figures(SmallPlan.h1)
        #expect(h1.units == [0, 1, 2])
        #expect(h1.expected == [false, true, true])
        #expect(h1.fact("phai_bao_cao", 0, in: city) == 0)
        #expect(try city.figures(SmallPlan.q3).units == [1, 2])
    }

    @Test func incidentsOfAClosedUnitStillCountWhileItWasActive() throws {
        var city = city
        city.add(
            SmallPlan.incidents,
            ["A1", "V1", "2026-04-30", "MT", "false"],
            ["A1", "V2", "2026-05-01", "MT", "false"],
            ["A2", "V1", "2026-04-30", "MT", "true"],
            ["A2", "V2", "2026-05-01", "MT", "true"]
        )
        let h1 = try city.figures(SmallPlan.h1)
        #expect(h1.fact("so_vu_viec", 0, in: city) == 1)
        #expect(h1.fact("so_vu_viec", 1, in: city) == 1)
        #expect(h1.assessments[SmallPlanIndicators.e] == [.notMet, .met, .notApplicable])
        let tally = try #require(h1.tally(.city, SmallPlanIndicators.e))
        #expect((tally.denominator, tally.numerator) == (2, 1))
        #expect(tally.result == .notMet)
    }

    @Test func presentButNotExpectedIsNotApplicableAndInNoCompleteness() throws {
        var city = city
        city.report("A1", "H1")
        let h1 = try city.figures(SmallPlan.h1)
        #expect(h1.reported == [true, false, false])
        #expect(h1.assessments[SmallPlanIndicators.a] == [.notApplicable, .notReported, .notReported])
        #expect(h1.tally(.city, SmallPlanIndicators.a)?.denominator == 2)
        #expect(h1.completeness[0] == Completeness(group: .city, expected: 2, reported: 0, onTime: 0))
    }

    @Test func rowsOfAPeriodOfAnAbsentUnitStayOut() throws {
        var city = city
        city.report("A2", "Q1")
        city.report("A1", "Y")
        city.add(SmallPlan.violations, ["A2", "Q1", "2026", "MT", "1", "2"])
        // A2 was not there in Q1, whichever period asks for the rows of Q1.
        let h1 = try city.figures(SmallPlan.h1)
        #expect(h1.fact("so_dong_quy_1", 1, in: city) == 0)
        #expect(h1.fact("so_ky_da", 1, in: city) == 0)
        #expect(try city.figures(SmallPlan.year).reported == [true, false, false])
    }

    @Test func periodsAreCountedUpToThisOneWhereTheUnitWasExpected() throws {
        var city = city
        city.report("A2", "H1", sent: "2026-06-10")
        city.report("A2", "Q3", sent: "2026-09-16")
        city.report("A3", "Q1", sent: "2026-03-15")
        let q3 = try city.figures(SmallPlan.q3)
        for (name, values) in [("so_ky_phai", [2.0, 3]), ("so_ky_da", [2, 1]), ("so_ky_dung_han", [1, 1])] {
            #expect(values.indices.map { q3.fact(name, $0, in: city) } == values, "\(name)")
        }
    }

    @Test func aReportOfAPeriodInWhichTheUnitWasNotExpectedIsNotCounted() throws {
        var city = city
        city.report("A1", "Q1", sent: "2026-03-10")
        city.report("A1", "H1", sent: "2026-04-10")
        let h1 = try city.figures(SmallPlan.h1)
        #expect(h1.reported[0] && h1.onTime[0])
        #expect(["so_ky_phai", "so_ky_da", "so_ky_dung_han"].map { h1.fact($0, 0, in: city) } == [1, 1, 1])
    }

    @Test func onTimeIsStrictlyBeforeTheDueDate() throws {
        var city = SmallCity([.init("A1", "MN"), .init("A2", "MN"), .init("A3", "MN")])
        city.report("A1", "Q1", sent: "2026-03-15")
        city.report("A2", "Q1", sent: "2026-03-16")
        let q1 = try city.figures(SmallPlan.q1)
        #expect(q1.onTime == [true, false, false])
        #expect(q1.reported == [true, true, false])
        let completeness = q1.completeness[0]
        #expect((completeness.expected, completeness.reported, completeness.onTime) == (3, 2, 1))
        #expect((completeness.late, completeness.missing) == (1, 1))
    }

    @Test func aGroupWithoutAPresentUnitIsNotThere() throws {
        let q1 = try city.figures(SmallPlan.q1)
        #expect(q1.completeness.map(\.group) == [.city, .kind(0), .commune(0), .department(0)])
        #expect(!q1.tallies.contains { $0.group == .commune(1) || $0.group == .kind(2) })
        let none = try SmallCity([.init("A1", "MN", opened: "2027-01-01")]).figures(SmallPlan.q1)
        #expect(none.completeness.map(\.group) == [.city])
        #expect(none.tally(.city, SmallPlanIndicators.a)?.result == Tally.Result.none)
    }
}
