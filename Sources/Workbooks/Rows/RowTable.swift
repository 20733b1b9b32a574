import Plan
import Spreadsheet

/// A column of a table whose rows are of one kind: what it is, and what it shows of a row.
struct RowColumn<Row> {
    let column: TableColumn
    /// How the cell stands out; nil: no cell of the column does.
    var mark: ((Row) -> CellMark?)?
    /// Which figure of figures.csv the cell shows; nil: no cell of the column shows one.
    var figure: ((Row) -> ShownFigure?)?
    let value: (Row) -> CellValue

    init(
        column: TableColumn,
        mark: ((Row) -> CellMark?)? = nil,
        figure: ((Row) -> ShownFigure?)? = nil,
        value: @escaping (Row) -> CellValue
    ) {
        self.column = column
        self.mark = mark
        self.figure = figure
        self.value = value
    }
}

/// A row of such a table.
enum RowOf<Row> {
    case data(Row)
    case total(Row)
    case section(String, key: Int? = nil)
}

/// The rows of a table that are made already: each is measured, and measured on its page, before it is written.
private final class MadeRows {
    /// Cells; a larger table's rows are made anew each time.
    static let most = 200_000

    var rows: [TableRow?]

    init(count: Int) {
        rows = Array(repeating: nil, count: count)
    }
}

extension TableLayout {
    /// The table of these rows, its columns made from the layout's.
    func table<Row>(_ rows: [RowOf<Row>], columns: (ColumnLayout) -> [RowColumn<Row>]) -> SheetTable {
        let columns = self.columns.flatMap(columns)
        func values(_ row: Row) -> [CellValue] { columns.map { $0.value(row) } }
        let isMarked = columns.contains { $0.mark != nil }
        var figures: ((Int) -> [ShownFigure?])?
        if columns.contains(where: { $0.figure != nil }) {
            figures = { position in
                switch rows[position] {
                case .data(let row), .total(let row): columns.map { $0.figure?(row) }
                case .section: []
                }
            }
        }
        let made = rows.count * columns.count <= MadeRows.most ? MadeRows(count: rows.count) : nil
        return SheetTable(columns: columns.map(\.column), rowCount: rows.count) { position in
            if let row = made?.rows[position] { return row }
            let row: TableRow =
                switch rows[position] {
                case .data(let row) where isMarked: .marked(values(row), columns.map { $0.mark?(row) })
                case .data(let row): .data(values(row))
                case .total(let row): .total(values(row))
                case .section(let text, let key): .section(text, key: key)
                }
            made?.rows[position] = row
            return row
        }.with {
            $0.id = id
            $0.figures = figures
            $0.size = size
            $0.hasFilter = hasFilter
            $0.centresNumbers = centresNumbers
            $0.frozenColumns = frozenColumns
            $0.emptyText = emptyText
            $0.linkedColumns = self.columns.count { $0.link != nil }
        }
    }
}

extension ColumnLayout {
    /// The column, its cells of that kind.
    ///
    /// - Parameters:
    ///   - heading: in place of the layout's, for one of a family; `{}` in the layout's heading stands for it.
    ///   - conditions: looks that depend on the value, beside the layout's scale.
    func column(
        _ kind: TableColumn.Kind,
        heading name: String? = nil,
        group: String? = nil,
        conditions: [Condition] = []
    ) -> TableColumn {
        TableColumn(
            name.map { heading.isEmpty ? $0 : heading.replacing("{}", with: $0) } ?? heading,
            kind,
            width: width,
            group: group ?? self.group,
            stretches: stretches,
            conditions: conditions + (hasScale ? [HouseColour.share] : [])
        )
    }
}
