import Plan

/// The identity that every run checks: the city is the sum of its kinds, of its communes and of its departments.
struct Balance {
    let plan: Plan
    let period: Period

    func check(_ tallies: [Tally]) throws(FiguresError) {
        var sums: [String: [TallyFigures]] = [:]
        for tally in tallies {
            guard let grouping = name(of: tally.group) else { continue }
            let none = [TallyFigures](repeating: .zero, count: plan.indicators.count)
            sums[grouping, default: none][tally.indicator] += TallyFigures(
                denominator: tally.denominator,
                numerator: tally.numerator,
                reportedDenominator: tally.reportedDenominator,
                reportedNumerator: tally.reportedNumerator
            )
        }
        for tally in tallies where tally.group == .city {
            for grouping in ["kinds", "communes", "departments"] {
                let sum = sums[grouping]?[tally.indicator] ?? .zero
                let pairs = [
                    ("denominator", tally.denominator, sum.denominator),
                    ("numerator", tally.numerator, sum.numerator),
                    ("denominator over reporting units", tally.reportedDenominator, sum.reportedDenominator),
                    ("numerator over reporting units", tally.reportedNumerator, sum.reportedNumerator),
                ]
                for (figure, city, sum) in pairs where city != sum {
                    throw .imbalance(
                        period: period.id,
                        indicator: plan.indicators[tally.indicator].id,
                        figure: figure,
                        grouping: grouping,
                        city: city,
                        sum: sum
                    )
                }
            }
        }
    }

    private func name(of group: UnitGroup) -> String? {
        switch group {
        case .kind: "kinds"
        case .commune: "communes"
        case .department: "departments"
        case .city, .category: nil
        }
    }
}
