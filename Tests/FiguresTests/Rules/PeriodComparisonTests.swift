import Figures
import Plan
import Records
import Testing

@Suite("Rules over two periods")
struct PeriodComparisonTests {
    private let units = [SmallCity.Unit("A1", "THCS"), SmallCity.Unit("A2", "MN")]

    /// Scores by period, `-` for a report without one.
    private func told(_ scores: [String: String], rule: Rule = .falls("diem")) -> [String] {
        var city = SmallCity(units, rule: rule)
        for (period, score) in scores { city.report("A1", period, score: score == "-" ? "" : score) }
        return city.told()
    }

    @Test(
        arguments: [
            (["Q1": "5", "H1": "5", "Y": "6"], []), (["Q1": "5", "H1": "3"], ["A1 2026-H1: 3, H1, 5, Q1"]),
            // Each against the one before, so that one slip is told once.
            (["Q1": "5", "H1": "3", "Y": "4"], ["A1 2026-H1: 3, H1, 5, Q1"]),
            (["Q1": "5", "H1": "7", "Y": "6,5"], ["A1 2026-Y: 6,5, Y, 7, H1"]),
            // A period without a report, or without the figure, is passed over.
            (["Q1": "5", "Y": "4"], ["A1 2026-Y: 4, Y, 5, Q1"]),
            (["Q1": "5", "H1": "-", "Y": "4"], ["A1 2026-Y: 4, Y, 5, Q1"]), (["Q1": "5", "H1": "-"], []),
            // The third quarter begins on another day.
            (["H1": "9", "Q3": "1"], []), (["Q3": "9", "Y": "1"], []),
        ] as [([String: String], [String])]
    )
    func cumulativeFiguresMustNotFall(scores: [String: String], told: [String]) {
        let scores = scores.mapValues { $0.replacing(",", with: ".") }
        #expect(self.told(scores) == told)
    }

    @Test func aUnitThatDidNotReportIsNotAsked() {
        var city = SmallCity(units, rule: .falls("so_vu_viec", "nam_nay"))
        city.add(SmallPlan.violations, ["A1", "Q1", "2026", "BLHD", "9", "0"], ["A1", "H1", "2026", "BLHD", "1", "0"])
        #expect(city.told().isEmpty)
    }

    @Test func theFindingStandsAtTheFigureOfTheLaterPeriod() throws {
        var city = SmallCity(units, rule: .falls("nam_nay.MT"))
        for period in ["Q1", "H1"] { city.report("A1", period) }
        city.add(
            SmallPlan.violations,
            ["A1", "Q1", "2026", "MT", "9", "0"],
            ["A1", "H1", "2026", "BLHD", "2", "0"],
            ["A1", "H1", "2026", "MT", "1", "0"]
        )
        let finding = try #require(city.findings().first)
        #expect((finding.dataSet, finding.line, finding.value) == (SmallPlan.violations, 4, "1"))
        #expect(finding.record == "A1|2026-H1|nam_nay.MT")
        #expect(finding.evidence == "1|2026-Q1|9")
    }

    @Test(
        arguments: [
            (["Q1": "true", "H1": "false"], ["A1 2026-H1: Không, H1, Có, Q1"]),
            (["Q1": "true", "H1": "true", "Y": "false"], ["A1 2026-Y: Không, Y, Có, H1"]),
            (["Q1": "false", "H1": "true"], []), (["Q1": "true", "H1": ""], []),
            (["Q1": "true", "H1": "", "Y": "false"], ["A1 2026-Y: Không, Y, Có, Q1"]),
        ] as [([String: String], [String])]
    )
    func aYesMustNotBecomeANo(answers: [String: String], told: [String]) {
        var city = SmallCity(units, rule: .turns("quan_triet"))
        for (period, answer) in answers { city.report("A1", period, aware: answer) }
        #expect(city.told() == told)
    }

    /// What was closed is what later periods are held against, whatever the inbox says of it now.
    @Test func aClosedPeriodIsComparedAsItWasClosed() {
        var city = SmallCity(units, rule: .falls("diem"))
        city.report("A1", "Q1", score: "1")
        city.report("A1", "H1", score: "3")
        #expect(city.told().isEmpty)
        var closed = ClosedFacts()
        closed.set(5, period: "2026-Q1", unit: "A1", column: "diem")
        closed.set(1, period: "2026-Q1", unit: "A1", column: ClosedFacts.reported)
        func told() -> [String] {
            city.prepared.ruleFindings(
                records: city.records,
                thisYear: closed,
                asOf: SmallPlan.date("2026-12-31")
            ).map { "\($0.unit) \($0.period): \($0.arguments.joined(separator: ", "))" }
        }
        #expect(told() == ["A1 2026-H1: 3, H1, 5, Q1"])
        // Who had not reported then had no figure then.
        closed.set(0, period: "2026-Q1", unit: "A1", column: ClosedFacts.reported)
        #expect(told().isEmpty)
    }

    @Test func unitsAreNotMixedUp() {
        var city = SmallCity(units, rule: .falls("diem"))
        city.report("A1", "Q1", score: "9")
        city.report("A2", "H1", score: "1")
        #expect(city.told().isEmpty)
    }
}
