import Plan
import Records

/// When a report came: on time or not, and whether its date of sending can be believed.
extension DataSetMerge {
    /// A report's day is the least date of sending or receipt among all its rows, an empty date of sending passed over.
    mutating func noteArrival(_ record: [Int]) {
        guard let sentField = input.sentField, let first = record.first, periods[first] >= 0 else { return }
        let period = Int(periods[first])
        let unit = Int(input.table.columns[input.unitField][first])
        guard unit < input.roster.count else { return }
        for row in record {
            let day = day(of: row, sentField: sentField)
            result.earliestReport[period][unit] = min(result.earliestReport[period][unit], day)
        }
    }

    /// P5: the date of sending lies more than three days before an exact receipt, the earliest among identical rows.
    mutating func checkSending(_ versions: [[Int]]) {
        guard let sentField = input.sentField else { return }
        for (position, version) in versions.enumerated() {
            guard let earliest = version.min(by: { orders[$0].receipt < orders[$1].receipt }), exact[earliest] else {
                continue
            }
            let sent = input.table.columns[sentField][earliest]
            let receipt = orders[earliest].receipt
            guard sent != Table.missing, sent < receipt - 3 else { continue }
            var finding = finding(
                .P5,
                row: earliest,
                value: CalendarDate(days: sent).iso,
                arguments: [CalendarDate(days: sent).vietnamese, CalendarDate(days: receipt).vietnamese]
            )
            finding.header = input.dataSet.fields[sentField].title
            let makesOnTime =
                periods[earliest] >= 0
                && day(of: earliest, sentField: sentField) < input.plan.periods[Int(periods[earliest])].due.days
            finding.state = position == 0 || makesOnTime ? .open : .closed
            result.findings.append(finding)
        }
    }

    private func day(of row: Int, sentField: Int) -> Int32 {
        let sent = input.table.columns[sentField][row]
        return sent == Table.missing ? orders[row].receipt : min(sent, orders[row].receipt)
    }
}
