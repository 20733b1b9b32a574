import Plan

/// How the present units of a period stand: the rows of everything by unit.
struct UnitStanding: Sendable {
    /// By row.
    let expected: [Bool]
    let reported: [Bool]
    let onTime: [Bool]
    /// By position of the indicator: it is due in a period that ends later than this one.
    let isAhead: [Bool]

    init(plan: Plan, period: Period, expected: [Bool], reported: [Bool], onTime: [Bool]) {
        self.expected = expected
        self.reported = reported
        self.onTime = onTime
        isAhead = plan.indicators.map { indicator in
            plan.periods.contains { $0.code == indicator.dueIn && $0.year == period.year && $0.end > period.end }
        }
    }
}
