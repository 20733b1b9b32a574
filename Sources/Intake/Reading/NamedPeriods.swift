// A column whose name says a period holds the figures of that period: `Số vụ (quý I)`. In a row of another one they are a part of what
// its name says, or more than that.

import Plan
import Records
import Tabular

extension TableReader {
    /// Tells the figures that are of another period than the row's, and takes none of them (P7).
    ///
    /// - Parameter period: the id of the row's period; empty where the data set has none, or the row does not say it. A row of events
    ///   is of each period in whose days its day lies.
    mutating func judgeNamedPeriods(_ record: Record, period: String) {
        let ofRow: (Period) -> Bool
        let name: String
        if let known = plan.periods.first(where: { $0.id == period }) {
            ofRow = { $0.id == period }
            name = "kỳ “\(known.name)”"
        } else if let eventField, case let day = values[eventField], day != Table.missing {
            let date = CalendarDate(days: day)
            ofRow = { $0.start <= date && date <= $0.end }
            name = "ngày \(date.vietnamese)"
        } else {
            return
        }
        for (index, periods) in restricted where !periods.contains(where: { ofRow(plan.periods[$0]) }) {
            let field = columns[index].field
            guard values[field] != Table.missing, !isEmpty(record, columns[index].column) else { continue }
            let named = periods.sorted().map { "“\(plan.periods[$0].name)”" }.joined(separator: ", ")
            add(.P7, index, record, [definition.fields[field].title, named, name])
            values[field] = Table.missing
        }
    }
}
