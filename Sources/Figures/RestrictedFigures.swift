import Plan
import Records

extension PeriodFigures {
    /// The same figures for some of the units alone: a commune's, a department's. What is added up is added up anew over them.
    ///
    /// - Parameter rows: positions in `units`, ascending.
    package func restricted(to rows: [Int], plan: Plan, roster: Roster) -> PeriodFigures {
        let units = rows.map { self.units[$0] }
        let standing = UnitStanding(
            plan: plan,
            period: period,
            expected: rows.map { expected[$0] },
            reported: rows.map { reported[$0] },
            onTime: rows.map { onTime[$0] }
        )
        let facts = facts.columns.map { column in rows.map { column[$0] } }
        let assessments = assessments.map { verdicts in rows.map { verdicts[$0] } }
        let columns = UnitColumns(
            plan: plan,
            roster: roster,
            units: units,
            standing: standing,
            texts: self.facts.texts,
            facts: facts,
            assessments: assessments
        )
        let grouping = UnitGrouping(units: units, plan: plan, roster: roster)
        var tallying = Tallying(units: columns, grouping: grouping, assessments: assessments)
        return PeriodFigures(
            period: period,
            units: units,
            expected: standing.expected,
            reported: standing.reported,
            onTime: standing.onTime,
            facts: Facts(columns: facts, texts: self.facts.texts),
            assessments: assessments,
            tallies: tallying.tallies(),
            completeness: grouping.completeness(of: standing)
        )
    }

    /// What the roster says of the present units in one of its fields, as `Facts.columns` holds values, with the texts that it numbers.
    package func rosterColumn(_ field: Int, plan: Plan, roster: Roster) -> (column: [Double], texts: TextPool) {
        var columns = unitColumns(plan: plan, roster: roster)
        let column = columns.column(plan.factColumns.count + field)
        return (column, columns.texts)
    }

    /// The rows of the units for which a condition over `Plan.unitScope` is known and true, ascending.
    package func rows(where condition: TypedExpression, plan: Plan, roster: Roster) -> [Int] {
        var columns = unitColumns(plan: plan, roster: roster)
        let holds = columns.evaluate(condition)
        return units.indices.filter { holds[$0] == 1 }
    }

    /// The values of conditions over units.
    func unitColumns(plan: Plan, roster: Roster) -> UnitColumns {
        UnitColumns(
            plan: plan,
            roster: roster,
            units: units,
            standing: UnitStanding(plan: plan, period: period, expected: expected, reported: reported, onTime: onTime),
            texts: facts.texts,
            facts: facts.columns,
            assessments: assessments
        )
    }
}
