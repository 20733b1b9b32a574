import Figures
import Plan
import Records
import Testing

@Suite("Tallies of groups")
struct GroupTests {
    /// Two communes, three kinds.
    private let units: [SmallCity.Unit] = [
        .init("A1", "MN"), .init("A2", "TH"), .init("A3", "THCS", commune: "X2"), .init("A4", "THCS", commune: "X2"),
    ]

    private func figures(of tally: Tally?) -> [Int]? {
        tally.map { [$0.denominator, $0.numerator, $0.reportedDenominator, $0.reportedNumerator] }
    }

    @Test func unitsKeepTheSilentOnesInTheDenominator() throws {
        var city = SmallCity(units)
        city.report("A1", "Q1")
        city.report("A3", "Q1", aware: "false")
        let q1 = try city.figures(SmallPlan.q1)
        #expect(figures(of: q1.tally(.city, SmallPlanIndicators.a)) == [4, 1, 2, 1])
        #expect(figures(of: q1.tally(.kind(0), SmallPlanIndicators.a)) == [1, 1, 1, 1])
        #expect(figures(of: q1.tally(.commune(1), SmallPlanIndicators.a)) == [2, 0, 1, 0])
        #expect(figures(of: q1.tally(.department(1), SmallPlanIndicators.a)) == [3, 0, 1, 0])
        #expect(q1.tally(.kind(0), SmallPlanIndicators.a)?.result == .met)
        #expect(q1.tally(.city, SmallPlanIndicators.a)?.result == .notMet)
        // Nobody that the indicator applies to.
        #expect(q1.tally(.kind(0), SmallPlanIndicators.c)?.result == Tally.Result.none)
    }

    @Test func nobodyReportedIsNeverMet() throws {
        let q1 = try SmallCity(units).figures(SmallPlan.q1)
        #expect(!q1.tallies.contains { $0.result == .met })
        #expect(q1.tally(.city, SmallPlanIndicators.a)?.result == .notMet)
        #expect(q1.tally(.city, SmallPlanIndicators.e)?.result == Tally.Result.none)
        #expect(q1.tally(.city, SmallPlanIndicators.g)?.result == Tally.Result.none)
        #expect(q1.tally(.category(0), SmallPlanIndicators.g)?.result == Tally.Result.none)
    }

    @Test func incidentsAddUpWhetherTheUnitReportedOrNot() throws {
        var city = SmallCity(units)
        city.report("A3", "Q1")
        city.add(
            SmallPlan.incidents,
            ["A1", "V1", "2026-01-05", "MT", "true"],
            ["A3", "V1", "2026-01-05", "", "true"],
            ["A3", "V2", "2026-01-05", "MT", "false"]
        )
        let q1 = try city.figures(SmallPlan.q1)
        #expect(figures(of: q1.tally(.city, SmallPlanIndicators.e)) == [3, 2, 2, 1])
        #expect(figures(of: q1.tally(.category(1), SmallPlanIndicators.e)) == [2, 1, 1, 0])
        #expect(figures(of: q1.tally(.category(2), SmallPlanIndicators.e)) == [1, 1, 1, 1])
        #expect(
            [UnitGroup.commune(0), .commune(1), .kind(1), .category(0), .category(1), .category(2)].map {
                q1.tally($0, SmallPlanIndicators.e)?.result
            } == [.met, .notMet, Tally.Result.none, Tally.Result.none, .notMet, .met]
        )
    }

    @Test(arguments: [
        ([["A1", "1", "2"], ["A2", "2", "2"]], [4, 3], Tally.Result.met),
        ([["A1", "1", ""], ["A2", "", "9"]], [0, 0], .notMet),
        ([["A1", "1", ""], ["A2", "0", "0"]], [0, 0], .met),
        ([["A1", "1", ""], ["A2", "1", "2"]], [2, 1], .met),
        ([["A1", "3", "2"]], [2, 3], .notMet),
        ([], [0, 0], Tally.Result.none),
    ])
    func aChangeAddsUpRowsThatHaveBothYears(rows: [[String]], sums: [Int], result: Tally.Result) throws {
        var city = SmallCity(units)
        for row in rows { city.add(SmallPlan.violations, [row[0], "Q1", "2026", "MT", row[1], row[2]]) }
        let q1 = try city.figures(SmallPlan.q1)
        for group in [UnitGroup.city, .commune(0), .category(1)] {
            let tally = try #require(q1.tally(group, SmallPlanIndicators.g))
            #expect([tally.denominator, tally.numerator] == sums, "\(group)")
            #expect(tally.result == result, "\(group)")
        }
        #expect(q1.tally(.category(0), SmallPlanIndicators.g)?.result == Tally.Result.none)
        #expect(q1.tally(.kind(2), SmallPlanIndicators.g)?.result == Tally.Result.none)
    }

    @Test func talliesComeInTheOrderOfGroupsAndIndicators() throws {
        let q1 = try SmallCity(units).figures(SmallPlan.q1)
        let groups: [UnitGroup] = [
            .city, .kind(0), .kind(1), .kind(2), .commune(0), .commune(1), .department(0), .department(1),
        ]
        #expect(
            q1.tallies.map { "\($0.group) \($0.indicator)" }
                == groups.flatMap { group in (0..<5).map { "\(group) \($0)" } }
                + (0..<3).flatMap { code in [3, 4].map { "\(UnitGroup.category(code)) \($0)" } }
        )
    }
}
