import Plan
import Records

extension DataSetMerge {
    /// U2: a row that counts, but of a day or period in which the unit was not active: it stays out of that period's figures.
    mutating func checkActivity(_ records: [[Int]]) {
        guard input.dataSet.fields[input.unitField].type == .code else { return }
        for row in records.compactMap(\.first) where result.fates[row] == .counted {
            let unit = Int(input.table.columns[input.unitField][row])
            let isActive: Bool
            let when: String
            if let eventField = input.eventField {
                let day = CalendarDate(days: input.table.columns[eventField][row])
                isActive = input.roster.isActive(unit, on: day)
                when = "vào ngày \(day.vietnamese)"
            } else if periods[row] >= 0 {
                let period = input.plan.periods[Int(periods[row])]
                isActive = input.roster.isPresent(unit, in: period)
                when = "trong kỳ “\(period.name)”"
            } else {
                continue
            }
            if !isActive { result.findings.append(finding(.U2, row: row, arguments: [when])) }
        }
    }
}
