import Figures
import Plan
import Records
import Testing

@Suite("Assessments of units")
struct AssessmentTests {
    @Test func applicabilityGoesFirstThenTheReportThenTheCondition() throws {
        var city = SmallCity([
            .init("A1", "THCS"), .init("A2", "THCS"), .init("A3", "THCS"), .init("A4", "THCS"), .init("A5", "MN"),
            .init("A6", "MN"),
        ])
        city.report("A1", "Q1", rating: "XS")
        city.report("A2", "Q1", rating: "KD")
        city.report("A3", "Q1", rating: "")
        city.report("A5", "Q1", rating: "XS")
        let verdicts = try city.figures(SmallPlan.q1).assessments[SmallPlanIndicators.c]
        #expect(verdicts == [.met, .notMet, .notMet, .notReported, .notApplicable, .notApplicable])
    }

    @Test func aDueIndicatorIsInProgressBeforeItsPeriod() throws {
        var city = SmallCity([.init("A1", "MN"), .init("A2", "MN"), .init("A3", "MN")])
        for period in ["Q1", "Y"] {
            city.report("A1", period)
            city.report("A2", period)
        }
        city.add(
            SmallPlan.sessions,
            ["A1", "2026-01-05", "TP", "true", "", ""],
            ["A1", "2026-01-06", "TP", "true", "", ""],
            ["A2", "2026-01-05", "TP", "true", "", ""]
        )
        let q1 = try city.figures(SmallPlan.q1)
        let year = try city.figures(SmallPlan.year)
        #expect(q1.assessments[SmallPlanIndicators.b] == [.met, .inProgress, .notReported])
        #expect(year.assessments[SmallPlanIndicators.b] == [.met, .notMet, .notReported])
        #expect(q1.tally(.city, SmallPlanIndicators.b)?.result == .inProgress)
        #expect(year.tally(.city, SmallPlanIndicators.b)?.result == .notMet)
    }

    @Test func incidentsAreTheirOwnReport() throws {
        var city = SmallCity([.init("A1", "MN"), .init("A2", "MN"), .init("A3", "MN")])
        city.report("A3", "Q1")
        city.add(
            SmallPlan.incidents,
            ["A1", "V1", "2026-01-05", "MT", "true"],
            ["A2", "V1", "2026-01-05", "MT", "true"],
            ["A2", "V2", "2026-01-05", "MT", ""]
        )
        let figures = try city.figures(SmallPlan.q1)
        #expect(figures.assessments[SmallPlanIndicators.e] == [.met, .notMet, .notApplicable])
        let tally = try #require(figures.tally(.city, SmallPlanIndicators.e))
        #expect((tally.denominator, tally.numerator, tally.reportedDenominator) == (3, 2, 0))
    }

    @Test(arguments: [
        ([["1", "2"]], Verdict.met), ([["2", "2"]], .notMet), ([["3", "2"]], .notMet), ([["0", "0"]], .met),
        ([["1", ""]], .notMet), ([["", "5"]], .notMet), ([["1", "5"], ["", "9"]], .notMet),
        ([["1", "5"], ["2", "0"]], .met),
        ([], .notReported),
    ])
    func aChangeIsJudgedByTheSumsOfRowsThatHaveBothYears(rows: [[String]], verdict: Verdict) throws {
        var city = SmallCity([.init("A1", "MN")])
        city.report("A1", "Q1")
        for (row, category) in zip(rows, ["BLHD", "MT"]) {
            city.add(SmallPlan.violations, ["A1", "Q1", "2026", category] + row)
        }
        #expect(try city.figures(SmallPlan.q1).assessments[SmallPlanIndicators.g] == [verdict])
    }
}
