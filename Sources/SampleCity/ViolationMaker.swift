/// Makes the rows of vi-pham of every period, so that a period's counts are the sums over its quarters, and never fewer
/// than the incidents of the category.
struct ViolationMaker {
    let unit: Unit
    let incidents: [Incident]

    private struct Quarter {
        var cases = 0
        var pupils = 0
        var casesLastYear = 0
        var pupilsLastYear = 0
    }

    func violations(_ random: inout Random) -> [Violation] {
        let listed = categories(&random)
        let rises = random.chance(180)
        var rows: [Violation] = []
        for category in listed {
            let quarters = (0...3).map { quarter($0, category, rises: rises, &random) }
            let hasGap = random.chance(12)
            for period in Period.allCases {
                rows.append(row(category, period, quarters, forgetsLastYear: hasGap, &random))
            }
        }
        return rows.sorted { ($0.period, $0.category.rawValue) < ($1.period, $1.category.rawValue) }
    }

    /// The categories that the unit lists: those of its incidents, and some more, at least one.
    private func categories(_ random: inout Random) -> [Category] {
        let seen = Set(incidents.map { $0.category ?? .KHAC })
        let others: Int =
            switch unit.kind {
            case .MN: 60
            case .TH: 120
            default: 300
            }
        let listed = Category.allCases.filter { category in
            let alsoListed = random.chance(others)
            return seen.contains(category) || alsoListed
        }
        return listed.isEmpty ? [random.pick([.BLHD, .PL, .ATGT])] : listed
    }

    private func quarter(_ number: Int, _ category: Category, rises: Bool, _ random: inout Random) -> Quarter {
        let quiet = unit.kind == .MN || unit.kind == .TH
        let extra = random.weighted(quiet ? [95, 4, 1] : [70, 20, 8, 2])
        let before = random.weighted(quiet ? [85, 12, 3] : rises ? [80, 15, 5] : [56, 28, 11, 4, 1])
        guard let active = unit.active(in: Period.quarter(number)) else { return Quarter() }
        let known = incidents.count { active.contains($0.received) && ($0.category ?? .KHAC) == category }
        let cases = known + extra
        // What the unit had before: about as much as now, mostly a little more.
        let casesLastYear = before + (rises ? 0 : known)
        return Quarter(
            cases: cases,
            pupils: cases + random.below(cases + 1),
            casesLastYear: casesLastYear,
            pupilsLastYear: casesLastYear + random.below(casesLastYear + 1)
        )
    }

    private func row(
        _ category: Category,
        _ period: Period,
        _ quarters: [Quarter],
        forgetsLastYear: Bool,
        _ random: inout Random
    ) -> Violation {
        let counted = quarters[period.quarters]
        let forgetsCases = random.chance(2)
        return Violation(
            unit: unit.code,
            period: period,
            category: category,
            cases: forgetsCases ? nil : counted.reduce(0) { $0 + $1.cases },
            pupils: counted.reduce(0) { $0 + $1.pupils },
            casesLastYear: forgetsLastYear ? nil : counted.reduce(0) { $0 + $1.casesLastYear },
            pupilsLastYear: forgetsLastYear ? nil : counted.reduce(0) { $0 + $1.pupilsLastYear }
        )
    }
}
