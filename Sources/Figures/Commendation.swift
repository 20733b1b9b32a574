import Plan
import Records

/// What the plan's conditions say of one unit at the end of the year (IV.8 and V.1).
package struct CommendationResult: Sendable, Equatable {
    /// Position in the roster.
    package let unit: Int
    /// Positions in `Plan.Commendation.against` of every reason that holds; empty: nothing stands against it.
    package let against: [Int]
    /// Proposed for praise: the plan's condition holds, and no reason against it.
    package let isPraised: Bool

    package init(unit: Int, against: [Int], isPraised: Bool) {
        self.unit = unit
        self.against = against
        self.isPraised = isPraised
    }
}

/// Judges the units expected in the period for commendation, in the roster's order (IV.8, V.1).
///
/// Empty where the plan has no commendation, or judges it in another period. A unit that closed before the window's end is
/// not expected, and in neither list. A condition holds where it is known and true.
package func commendation(in figures: PeriodFigures, plan: Plan, roster: Roster) -> [CommendationResult] {
    guard let commendation = plan.commendation, commendation.period == figures.period.code else { return [] }
    var columns = figures.unitColumns(plan: plan, roster: roster)
    let reasons = commendation.against.map { columns.evaluate($0.condition) }
    let praise = columns.evaluate(commendation.praise)
    return figures.units.indices.filter { figures.expected[$0] }.map { row in
        let against = reasons.indices.filter { reasons[$0][row] == 1 }
        return CommendationResult(
            unit: figures.units[row],
            against: against,
            isPraised: against.isEmpty && praise[row] == 1
        )
    }
}
