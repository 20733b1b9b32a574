import Figures
import Plan
import Records
import Testing

extension SmallCity {
    /// Adds violations of the first quarter as `BLHD 3/5`: this year and, as the unit tells it, last year; either may be missing.
    mutating func violations(_ rows: [String], of unit: String = "A1") {
        for row in rows {
            let words = row.split(separator: " ").map(String.init)
            let sides = words[1].split(separator: "/", omittingEmptySubsequences: false).map(String.init)
            add(SmallPlan.violations, [unit, "Q1", "2026", words[0], sides[0], sides[1]])
        }
    }
}

/// Which figure of last year counts (spec 1, CT9): the closed one, 0 where the unit's rows had none of the category, else the row's own.
@Suite("Last year's figures of a change")
struct LastYearColumnTests {
    /// One unit's violations of Q1 against what was closed: `complete rows of all, dropped categories: this year/last year, verdict`.
    private func compared(_ rows: [String], closed: String?) throws -> String {
        var city = SmallCity([.init("A1", "THCS"), .init("A2", "MN")])
        city.report("A1", "Q1")
        city.violations(rows)
        if let closed { city.close("2025-Q1", "A1", closed) }
        let figures = try city.figures(SmallPlan.q1)
        func fact(_ name: String) -> String {
            figures.fact(name, 0, in: city).map { String(Int($0)) } ?? "-"
        }
        let verdict = figures.assessments[SmallPlanIndicators.g][0].code
        return "\(fact("so_dong_du")) of \(fact("so_dong")), \(fact("so_loai_thieu")): "
            + "\(fact("nam_nay"))/\(fact("nam_truoc")), \(verdict)"
    }

    @Test(
        arguments: [
            // Nothing closed: what the unit tells.
            (["BLHD 3/5", "MT 2/4"], nil, "2 of 2, 0: 5/9, met"),
            // The closed figure counts, whatever the unit tells, and where it tells nothing.
            (["BLHD 3/9", "MT 2/4"], "BLHD 2, MT 1", "2 of 2, 0: 5/3, not_met"),
            (["BLHD 3/"], "BLHD 5", "1 of 1, 0: 3/5, met"),
            // 0 where rows counted then and none was of the category.
            (["BLHD 3/5", "MT 1/9"], "BLHD 5", "2 of 2, 0: 4/5, met"),
            (["BLHD 3/5", "MT 2/9"], "BLHD 5", "2 of 2, 0: 5/5, not_met"),
            (["MT 0/9"], "BLHD 0", "1 of 1, 0: 0/0, met"),
            // No row of the unit counted then, or the row lacked its figure: the row's own.
            (["BLHD 3/5"], "", "1 of 1, 0: 3/5, met"),
            (["BLHD 3/5", "MT 1/4"], "BLHD -", "2 of 2, 0: 4/5, met"),
            (["BLHD 3/"], "BLHD -", "0 of 1, 0: -/-, not_met"),
            // A category that was there and has no row now: in neither sum, and not met.
            (["BLHD 3/5"], "BLHD 5, MT 1", "1 of 1, 1: 3/5, not_met"),
            (["BLHD 3/5"], "BLHD 5, MT 0", "1 of 1, 0: 3/5, met"),
            // This year's figure is missing: in neither sum.
            (["BLHD /5", "MT 1/2"], "BLHD 5, MT 2", "1 of 2, 0: 1/2, not_met"),
            // No rows: not reported, and nothing is counted as dropped.
            ([], "BLHD 5", "0 of 0, 0: -/-, not_reported"),
            // Several rows of the open list's last code share one closed figure, and are compared whole or not at all.
            (["KHAC 1/9", "KHAC 2/9"], "KHAC 4", "2 of 2, 0: 3/4, met"),
            (["KHAC 1/9", "KHAC /9"], "KHAC 4", "0 of 2, 0: -/-, not_met"),
            (["KHAC 1/9", "KHAC /9"], nil, "1 of 2, 0: 1/9, not_met"),
            (["KHAC 1/9"], "KHAC 4 -", "1 of 1, 0: 1/9, met"),
            (["KHAC 1/9"], "KHAC 2 3", "1 of 1, 0: 1/5, met"),
        ] as [([String], String?, String)]
    )
    func oneUnit(rows: [String], closed: String?, result: String) throws {
        #expect(try compared(rows, closed: closed) == result)
    }

    /// A category that last year's plan did not have is not 0 then: nobody could count it.
    @Test func aCategoryThatIsNewIsAsTheUnitTells() throws {
        var city = SmallCity([.init("A1", "THCS")])
        city.violations(["BLHD 3/5", "MT 1/4"])
        for (column, value) in ["so_dong": 1.0, "so_dong.BLHD": 1, "so_dong_co.BLHD": 1, "so_vu.BLHD": 7] {
            city.closed.set(value, period: "2025-Q1", unit: "A1", column: column)
        }
        let figures = try city.figures(SmallPlan.q1)
        #expect(figures.fact("nam_truoc", 0, in: city) == 11)
        #expect(figures.fact("nam_truoc.MT", 0, in: city) == 4)
    }

    /// The closed figure is of its own unit, period and category alone.
    @Test func groupsAndCategoriesAddUpWhatCounts() throws {
        var city = SmallCity([.init("A1", "THCS"), .init("A2", "MN")])
        city.violations(["BLHD 3/1", "MT 1/1"])
        city.violations(["BLHD 1/2"], of: "A2")
        city.add(SmallPlan.violations, ["A1", "H1", "2026", "BLHD", "3", "1"])
        city.close("2025-Q1", "A1", "BLHD 5")
        city.close("2025-Q1", "A9", "BLHD 100")
        let q1 = try city.figures(SmallPlan.q1)
        let g = SmallPlanIndicators.g
        #expect(q1.tally(.city, g).map { [$0.numerator, $0.denominator] } == [5, 7])
        #expect(q1.tally(.category(0), g).map { [$0.numerator, $0.denominator] } == [4, 7])
        #expect(q1.tally(.category(1), g).map { [$0.numerator, $0.denominator] } == [1, 0])
        #expect(q1.tally(.category(1), g)?.result == .notMet)
        #expect(try city.figures(SmallPlan.h1).fact("nam_truoc", 0, in: city) == 1)
    }
}
