import Plan
import Records

/// The accepted rows made ready for figures: sorted by unit, conditions evaluated. Made once, used for every period.
///
/// ```swift
/// let prepared = PreparedRecords(plan: plan, roster: roster, records: result.records, closed: closed)
/// let figures = try plan.periods.indices.map { try prepared.figures(of: $0) }
/// ```
package struct PreparedRecords: Sendable {
    package let plan: Plan
    package let roster: Roster
    /// By position of the data set; nil where no row of it can count in a fact.
    let tables: [PreparedTable?]
    /// The texts that columns of all tables number.
    let texts: TextPool
    let reports: ReportCalendar
    /// Of last year's closed periods.
    let closed: ClosedFacts

    /// - Parameter closed: facts of last year's closed periods; without them last year is what units tell of it.
    package init(plan: Plan, roster: Roster, records: AcceptedRecords, closed: ClosedFacts) {
        var texts = TextPool()
        var tables: [PreparedTable?] = []
        for table in records.tables {
            tables.append(PreparedTable(table: table, plan: plan, roster: roster, closed: closed, texts: &texts))
        }
        self.plan = plan
        self.roster = roster
        self.tables = tables
        self.texts = texts
        self.closed = closed
        let report = plan.reportDataSet
        reports = ReportCalendar(
            plan: plan,
            roster: roster,
            rows: report.flatMap { $0 < tables.count ? tables[$0]?.rows : nil },
            earliestReport: records.earliestReport
        )
    }
}
