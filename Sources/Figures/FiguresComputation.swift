import Plan
import Records

extension PreparedRecords {
    /// The figures of one period (section III of the plan; note 7 for its window).
    ///
    /// - Parameter period: position in `Plan.periods`.
    /// - Throws: `FiguresError.imbalance` where the city's figures are not the sum of its parts'.
    package func figures(of period: Int) throws(FiguresError) -> PeriodFigures {
        let definition = plan.periods[period]
        var columns = unitColumns(of: period)
        let (units, standing) = (columns.units, columns.standing)
        let facts = plan.factColumns.indices.map { columns.column($0) }
        let assessments = plan.indicators.indices.map { columns.verdicts(ofIndicator: $0) }
        let grouping = UnitGrouping(units: units, plan: plan, roster: roster)
        var tallying = Tallying(units: columns, grouping: grouping, assessments: assessments)
        let tallies = tallying.tallies()
        try Balance(plan: plan, period: definition).check(tallies)
        return PeriodFigures(
            period: definition,
            units: units,
            expected: standing.expected,
            reported: standing.reported,
            onTime: standing.onTime,
            facts: Facts(columns: facts, texts: columns.texts),
            assessments: assessments,
            tallies: tallies,
            completeness: grouping.completeness(of: standing)
        )
    }
}

/// The figures of one period. For several periods prepare the records once: `PreparedRecords`.
///
/// - Parameters:
///   - period: position in `Plan.periods`.
///   - closed: facts of last year's closed periods.
/// - Throws: `FiguresError.imbalance` where the city's figures are not the sum of its parts'.
package func figures(
    of period: Int,
    plan: Plan,
    roster: Roster,
    records: AcceptedRecords,
    closed: ClosedFacts
) throws(FiguresError) -> PeriodFigures {
    try PreparedRecords(plan: plan, roster: roster, records: records, closed: closed).figures(of: period)
}
