import Figures
import Plan
import Records
import Testing

@Suite("The city is the sum of its parts")
struct BalanceTests {
    /// A seeded stream of small numbers, the same in every run.
    private struct Dice {
        var state: UInt64

        mutating func roll(_ sides: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(sides))
        }

        mutating func pick(_ words: [String]) -> String { words[roll(words.count)] }
    }

    private func randomCity(seed: UInt64) -> SmallCity {
        var dice = Dice(state: seed)
        let days = ["2025-12-20", "2026-02-01", "2026-04-30", "2026-05-01", "2026-07-07", "2026-12-14"]
        let units = (100..<160).map { number in
            SmallCity.Unit(
                "A\(number)",
                dice.pick(["MN", "TH", "THCS"]),
                commune: dice.pick(["X1", "X2", "X3"]),
                opened: dice.roll(5) == 0 ? dice.pick(days) : nil,
                closed: dice.roll(5) == 0 ? dice.pick(days) : nil
            )
        }
        var city = SmallCity(units)
        for unit in units {
            for period in ["Q1", "H1", "Q3", "Y"] where dice.roll(3) > 0 {
                city.report(
                    unit.code,
                    period,
                    sent: dice.pick(days),
                    aware: dice.pick(["true", "false", ""]),
                    rating: dice.pick(["KD", "K", "XS", ""])
                )
                for category in ["BLHD", "MT", "KHAC"] where dice.roll(2) == 0 {
                    city.add(
                        SmallPlan.violations,
                        [
                            unit.code, period, "2026", category, dice.pick(["0", "1", "5", ""]),
                            dice.pick(["0", "3", ""]),
                        ]
                    )
                }
            }
            for number in 0..<dice.roll(6) {
                city.add(
                    SmallPlan.incidents,
                    [
                        unit.code, "V\(number)", dice.pick(days), dice.pick(["MT", "BLHD", "", "?x"]),
                        dice.pick(["true", "false", ""]),
                    ]
                )
                city.add(
                    SmallPlan.sessions,
                    [
                        unit.code, dice.pick(days), dice.pick(["TP", "TP;MT", "?x"]), dice.pick(["true", ""]), "",
                        dice.pick(["7", ""]),
                    ]
                )
            }
        }
        return city
    }

    @Test(arguments: 1...12)
    func onAnyData(seed: Int) throws {
        let city = randomCity(seed: UInt64(seed))
        let prepared = city.prepared
        for period in city.plan.periods.indices {
            let figures = try prepared.figures(of: period)
            for indicator in city.plan.indicators.indices {
                func sum(_ value: (Tally) -> Int, _ belongs: (UnitGroup) -> Bool) -> Int {
                    figures.tallies.filter { $0.indicator == indicator && belongs($0.group) }.map(value).reduce(0, +)
                }
                for value: (Tally) -> Int in [
                    { $0.denominator }, { $0.numerator }, { $0.reportedDenominator }, { $0.reportedNumerator },
                ] {
                    let whole = sum(value) { $0 == .city }
                    #expect(sum(value) { if case .kind = $0 { true } else { false } } == whole)
                    #expect(sum(value) { if case .commune = $0 { true } else { false } } == whole)
                    #expect(sum(value) { if case .department = $0 { true } else { false } } == whole)
                    if city.plan.indicators[indicator].categories != nil {
                        // Each row has one category.
                        #expect(sum(value) { if case .category = $0 { true } else { false } } == whole)
                    }
                }
                let verdicts = figures.assessments[indicator]
                if city.plan.indicators[indicator].kind == .units {
                    let tally = try #require(figures.tally(.city, indicator))
                    #expect(tally.numerator == verdicts.count { $0 == .met })
                    #expect(tally.denominator == verdicts.count { $0 != .notApplicable })
                }
            }
        }
    }

    @Test func doesNotDependOnTheOrderOfRows() throws {
        var forward = SmallCity([.init("A1", "MN"), .init("A2", "TH")])
        var backward = forward
        let rows = (1...28).map { day in
            [day % 2 == 0 ? "A1" : "A2", "2026-02-\(day < 10 ? "0" : "")\(day)", "TP;MT", "true", "", "\(day)"]
        }
        for row in rows { forward.add(SmallPlan.sessions, row) }
        for row in rows.reversed() { backward.add(SmallPlan.sessions, row) }
        let one = try forward.figures(SmallPlan.h1)
        let other = try backward.figures(SmallPlan.h1)
        #expect(
            factsCSV(of: one, plan: forward.plan, roster: forward.roster)
                == factsCSV(of: other, plan: backward.plan, roster: backward.roster)
        )
    }

    @Test(arguments: [[0], [0, 1, 1, 2], [0, 1]])
    func orTheRunStops(kinds: [Int]) {
        // A kind that no department follows, and one that two follow.
        let departments =
            kinds == [0, 1, 1, 2]
            ? [Plan.Department(id: "a", name: "", kinds: [0, 1]), Plan.Department(id: "b", name: "", kinds: [1, 2])]
            : [Plan.Department(id: "a", name: "", kinds: kinds)]
        let city = SmallCity(
            [.init("A1", "MN"), .init("A2", "TH"), .init("A3", "THCS")],
            plan: SmallPlan.plan(departments: departments)
        )
        #expect(throws: FiguresError.self) { try city.figures(SmallPlan.q1) }
    }

    @Test func theErrorSaysWhatToCheck() {
        let city = SmallCity(
            [.init("A1", "MN"), .init("A2", "TH")],
            plan: SmallPlan.plan(departments: [Plan.Department(id: "a", name: "", kinds: [0])])
        )
        do {
            _ = try city.figures(SmallPlan.q1)
            Issue.record("accepted")
        } catch {
            #expect(
                error
                    == .imbalance(
                        period: "2026-Q1",
                        indicator: "A",
                        figure: "denominator",
                        grouping: "departments",
                        city: 2,
                        sum: 1
                    )
            )
            #expect("\(error)".contains("the denominator of the city is 2, but that of its departments adds up to 1"))
        }
    }
}
