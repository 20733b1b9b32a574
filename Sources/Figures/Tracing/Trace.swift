import Plan
import Records

/// Where a value of one unit and period came from, down to the rows that were sent.
package struct Trace: Sendable {
    /// Variable of `Plan.unitScope`.
    package let variable: Int
    /// As `Facts.columns` holds it; missing is NaN.
    package let value: Double
    package let origin: Origin

    package indirect enum Origin: Sendable {
        /// A cell of the unit's one row of the period.
        case cell(TracedRow, field: Int)
        /// The unit has no row of the period in that data set.
        case noRow(dataSet: Int)
        /// Counted or summed over rows.
        case rows(TracedRows)
        /// Categories of last year's closed figures that have no row now.
        case dropped(TracedCategories)
        /// Computed from other values, each traced once.
        case computed(TypedExpression, [Trace])
        /// The unit's row of the roster; `isImplied`: its cell is not what decides, but what the roster has settled from the kind.
        case roster(field: Int, line: Int32, isImplied: Bool)
        /// The calendar of reports: the periods that were looked at.
        case calendar(FactDefinition.Envelope, [ReportStanding])
        /// The assessment of another indicator.
        case assessment(indicator: Int)
    }
}

/// A row that counts, and where it was sent.
package struct TracedRow: Sendable, Equatable {
    package let dataSet: Int
    /// Position in the data set's table of `AcceptedRecords`.
    package let row: Int
    package let source: SourceRow
}

/// The rows behind an aggregate.
package struct TracedRows: Sendable {
    package let aggregate: FactDefinition.Aggregate
    /// The days whose events were looked at; nil where the rows belong to periods.
    package let days: ClosedRange<CalendarDate>?
    /// The period whose rows were looked at (position in `Plan.periods`); nil: there is none of that code.
    package let period: Int?
    /// Codes by field, where it is one part of a split fact.
    package let codes: [Int: Int]
    /// Those that count in the value.
    package let counted: [TracedRow]
    /// Those that would count, and lack the value that is summed or told apart.
    package let lacking: [TracedRow]
    /// Those of the span and the part for which the condition does not hold, or is unknown.
    package let excluded: [TracedRow]
    /// Last year's figures that the aggregate looks at, of all these rows.
    package let lastYear: [TracedLastYear]
}

/// What rows count of the same period last year.
package struct TracedLastYear: Sendable {
    /// Of `DataSet.factScope`.
    package let variable: Int
    /// Id of last year's period.
    package let period: String
    /// By position of the row in its table; missing is NaN.
    package let values: [Int: Double]
    /// The rows whose value comes from the closed set; the others' is what the unit tells.
    package let closedRows: Set<Int>
}

/// Categories that had a figure above 0 in the same period last year, as closed, and have no row now.
package struct TracedCategories: Sendable {
    package let dataSet: Int
    /// Id of last year's period.
    package let period: String
    /// Whether a closed set of that period knows the unit.
    package let isClosed: Bool
    /// Positions in the categories' code list, with what was closed.
    package let categories: [(code: Int, closed: Double)]
    /// The code list of the categories; nil: there are none.
    package let list: Int?
}

/// How a unit stands with one period's report.
package struct ReportStanding: Sendable, Equatable {
    /// Position in `Plan.periods`.
    package let period: Int
    package let isExpected: Bool
    package let isReported: Bool
    package let isOnTime: Bool
    /// The row of its report that counts.
    package let row: TracedRow?
    /// The day that decides whether it was on time: the least over all its rows; nil without any.
    package let earliest: CalendarDate?
}

/// A condition, what it comes to for one unit, and the values in it.
package struct TracedCondition: Sendable {
    package let condition: TypedExpression
    /// 1 and 0; unknown is NaN.
    package let result: Double
    /// What must all hold, each with what it comes to.
    package let parts: [(expression: Expression, result: Double)]
    /// Every variable that the condition reads, once, in its order.
    package let values: [Trace]

    package var holds: Bool { result == 1 }
}

/// The verdict over one unit and indicator, with all that decided it.
package struct TracedJudgement: Sendable {
    /// Position in the roster.
    package let unit: Int
    /// Position in `Plan.indicators`.
    package let indicator: Int
    /// Nil where the unit is not present in the period.
    package let verdict: Verdict?
    package let standing: ReportStanding
    /// Nil: applies to every unit.
    package let applies: TracedCondition?
    /// Nil: its report of the period decides.
    package let reported: TracedCondition?
    package let met: TracedCondition
}
