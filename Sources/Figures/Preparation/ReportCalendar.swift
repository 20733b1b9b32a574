import Plan
import Records

/// In which periods each unit was expected, present, reported and on time (spec 1, Units and Reporting periods).
struct ReportCalendar: Sendable {
    /// By position of the period, then by unit of the roster.
    let expected: [[Bool]]
    let present: [[Bool]]
    /// A row of the unit's report for the period counts. Late is reported too.
    let reported: [[Bool]]
    /// Reported, and for the first time strictly before the due date.
    let onTime: [[Bool]]
    private let ends: [CalendarDate]

    init(plan: Plan, roster: Roster, rows: RowsByUnit?, earliestReport: [[Int32]]) {
        let units = 0..<roster.count
        expected = plan.periods.map { period in units.map { roster.isExpected($0, in: period) } }
        present = plan.periods.map { period in units.map { roster.isPresent($0, in: period) } }
        var reported = plan.periods.map { _ in [Bool](repeating: false, count: roster.count) }
        if let rows {
            for unit in units {
                for place in rows.places[rows.starts[unit]..<rows.starts[unit + 1]] {
                    reported[Int(place)][unit] = true
                }
            }
        }
        self.reported = reported
        onTime = plan.periods.enumerated().map { position, period in
            guard position < earliestReport.count else { return reported[position].map { _ in false } }
            let earliest = earliestReport[position]
            return units.map { reported[position][$0] && $0 < earliest.count && earliest[$0] < period.due.days }
        }
        ends = plan.periods.map(\.end)
    }

    /// How many of the periods up to and including that one, by the end of their windows, a unit was expected in and `holds`.
    func count(upTo period: Int, unit: Int, where holds: [[Bool]]) -> Int {
        ends.indices.count { ends[$0] <= ends[period] && expected[$0][unit] && holds[$0][unit] }
    }
}
