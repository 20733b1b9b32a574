import Spreadsheet

/// Where a table stands in its workbook, for links that lead to it.
struct TablePlace {
    let sheet: String
    /// Of its rows below the headings.
    let rows: ClosedRange<Int>
    /// The lines of its sections, by what they are about, such as the position of an indicator.
    let sections: [Int: Int]

    func target(row: Int) -> LinkTarget { .cell(sheet: sheet, row: row, column: 0) }
}

extension TableComposer {
    /// What of a table a cell leads to.
    enum Destination {
        case top
        case section(Int)
        /// A row, counted from the first.
        case row(Int)
    }

    /// The value as a link to a table of the workbook; by itself where the table is not there, has no such part, or comes later.
    func linked(_ value: CellValue, to table: String?, _ destination: Destination) -> CellValue {
        guard let table, let place = places[table], value != .blank else { return value }
        switch destination {
        case .top: return .linked(value, target: place.target(row: place.rows.lowerBound))
        case .section(let key):
            return place.sections[key].map { .linked(value, target: place.target(row: $0)) } ?? value
        case .row(let row):
            let line = place.rows.lowerBound + row
            return place.rows.contains(line) ? .linked(value, target: place.target(row: line)) : value
        }
    }
}
