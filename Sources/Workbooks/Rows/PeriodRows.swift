import Plan
import Records

/// Which rows of a data set belong to a period: those that name it, or whose day lies in its window. Rows without either belong to all.
package struct PeriodRows: Sendable {
    private enum Place {
        case named(period: Int, Int32, year: Int, Int32)
        case dated(day: Int, ClosedRange<Int32>)
        case all
    }

    private let place: Place

    package init(_ period: Period, dataSet: DataSet, plan: Plan) {
        if let code = dataSet.index(of: .period), let year = dataSet.index(of: .year),
            case .choice(let list) = dataSet.fields[code].type,
            let position = plan.codeLists[list].index(ofCode: period.code)
        {
            place = .named(period: code, Int32(position), year: year, Int32(period.year))
        } else if let day = dataSet.index(of: .eventDate) {
            place = .dated(day: day, period.start.days...period.end.days)
        } else {
            place = .all
        }
    }

    package func contains(_ row: Int, of table: Table) -> Bool {
        switch place {
        case .named(let period, let code, let year, let number):
            table.columns[period][row] == code && table.columns[year][row] == number
        case .dated(let day, let window): window.contains(table.columns[day][row])
        case .all: true
        }
    }
}
