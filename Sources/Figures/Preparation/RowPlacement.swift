import Plan
import Records

/// Decides to which days or periods the rows of a table belong.
///
/// An event belongs to its day, where its unit was active on it: what happened in a school that closed since still counts.
/// A row with a period column belongs to that period, where its unit was present in it. Other rows count in no figure.
struct RowPlacement {
    let plan: Plan
    let roster: Roster
    let table: Table

    /// The rows by unit, or nil where the data set has no unit of the roster, or neither period nor event date.
    func rowsByUnit() -> RowsByUnit? {
        let dataSet = plan.dataSets[table.dataSet]
        guard let unit = dataSet.unitOfRoster else { return nil }
        let units = table.columns[unit]
        if let period = dataSet.index(of: .period) {
            let years = dataSet.index(of: .year).map { table.columns[$0] }
            let places = periods(
                units: units,
                codes: table.columns[period],
                years: years,
                field: dataSet.fields[period]
            )
            return RowsByUnit(units: units, places: places, unitCount: roster.count, placeCount: plan.periods.count)
        }
        guard let date = dataSet.index(of: .eventDate) else { return nil }
        let dayCount = Int(plan.lastDay.days - plan.firstDay.days) + 1
        let places = days(units: units, dates: table.columns[date])
        return RowsByUnit(units: units, places: places, unitCount: roster.count, placeCount: dayCount)
    }

    private func days(units: [Int32], dates: [Int32]) -> [Int32] {
        let first = plan.firstDay.days
        let last = plan.lastDay.days
        return dates.indices.map { row in
            let unit = units[row]
            let day = dates[row]
            guard unit != Table.missing, first <= day, day <= last,
                roster.isActive(Int(unit), on: CalendarDate(days: day))
            else { return -1 }
            return day - first
        }
    }

    private func periods(units: [Int32], codes: [Int32], years: [Int32]?, field: Field) -> [Int32] {
        guard case .choice(let list) = field.type else { return [Int32](repeating: -1, count: units.count) }
        let codesOfPeriods = plan.periods.map { plan.codeLists[list].index(ofCode: $0.code).map(Int32.init) }
        return units.indices.map { row in
            guard units[row] != Table.missing else { return -1 }
            for (position, period) in plan.periods.enumerated()
            where codesOfPeriods[position] == codes[row] && (years.map { Int($0[row]) == period.year } ?? true) {
                return roster.isPresent(Int(units[row]), in: period) ? Int32(position) : -1
            }
            return -1
        }
    }
}
