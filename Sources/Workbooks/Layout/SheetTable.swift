import Spreadsheet

/// A row of a table.
enum TableRow {
    case data([CellValue])
    /// The same, some of its cells standing out.
    case marked([CellValue], [CellMark?])
    /// Bold, and outside the filter.
    case total([CellValue])
    /// A bold line over the whole table; the key is what links lead to it by.
    case section(String, key: Int? = nil)
}

/// A table with a heading that is repeated on each page: everything in a workbook that has rows and columns.
struct SheetTable: Block {
    var columns: [TableColumn]
    /// What links and formulas know it by; empty: by nothing.
    var id = ""
    private(set) var rowCount: Int
    /// Made when they are written, so that a large table never stands in memory as rows.
    private(set) var row: (Int) -> TableRow
    /// Which figure each cell of a row shows; nil: none of the table does.
    var figures: ((Int) -> [ShownFigure?])?
    /// In points; 12 where it fits, at least 9.
    var size = 12.0
    /// Said in place of rows where there are none.
    var emptyText = "Không có"
    var hasFilter = true
    /// Numbers in the middle of narrow columns; else at the right.
    var centresNumbers = false
    /// Thin lines around each cell; without them a blank cell is not written at all.
    var hasGrid = true
    /// Columns whose cells lead somewhere. Where the sheet has no room for all their links, none of them does.
    var linkedColumns = 0
    /// Columns that stay in sight; nil: nothing is frozen, the heading neither.
    var frozenColumns: Int? = 0

    /// For sheets of words: one column as wide as the page.
    static var page: SheetTable {
        SheetTable(columns: [TableColumn("", .text, width: 20...200, stretches: true)], rows: [])
    }

    init(columns: [TableColumn], rowCount: Int, row: @escaping (Int) -> TableRow) {
        self.columns = columns
        self.rowCount = rowCount
        self.row = row
    }

    init(columns: [TableColumn], rows: [TableRow]) {
        self.init(columns: columns, rowCount: rows.count) { rows[$0] }
    }

    func with(_ change: (inout SheetTable) -> Void) -> SheetTable {
        var copy = self
        change(&copy)
        return copy
    }

    /// The same table of these of its rows.
    func taking(_ rows: [Int]) -> SheetTable {
        with {
            $0.rowCount = rows.count
            $0.row = { row(rows[$0]) }
            if let figures { $0.figures = { figures(rows[$0]) } }
        }
    }

    func write(on sheet: inout SheetCanvas) throws(SpreadsheetError) {
        try sheet.table(frozen: frozenColumns) { sheet throws(SpreadsheetError) in
            try writeHeadings(on: &sheet)
        } rows: { sheet throws(SpreadsheetError) in
            try writeRows(on: &sheet, hasFilter: hasFilter)
        }
    }

    /// The rows alone, where the headings stand already.
    func writeRows(on sheet: inout SheetCanvas, hasFilter: Bool) throws(SpreadsheetError) {
        let spans = sheet.tableSpans(self)
        let all = sheet.columns
        if rowCount == 0 {
            let format = HouseFormat.cell(size, horizontal: .centre).with { $0.italic = true }
            try sheet.line([Piece(all, .text(emptyText), format)])
            return
        }
        let first = sheet.row
        // Before the rows: in constant memory libxlsxwriter takes no filter over rows that are written.
        let filtered = rowCount - totalsAtEnd
        if hasFilter, filtered > 0 {
            try sheet.filter(CellRange(rows: (first - 1)...(first + filtered - 1), columns: all))
        }
        let looks = columns.map { CellLooks($0, of: self, bold: false) }
        let boldLooks = columns.map { CellLooks($0, of: self, bold: true) }
        let hasLinks = rowCount <= sheet.linksLeft / max(linkedColumns, 1)
        var sections: [Int: Int] = [:]
        for index in 0..<rowCount {
            for (column, figure) in (figures?(index) ?? []).enumerated() {
                if let figure { sheet.note(figure, column: spans[column].lowerBound) }
            }
            switch row(index) {
            case .data(let values):
                try write(hasLinks ? values : values.map(\.shown), looks: looks, spans: spans, on: &sheet)
            case .marked(let values, let marks):
                try write(
                    hasLinks ? values : values.map(\.shown),
                    marks: marks,
                    looks: looks,
                    spans: spans,
                    on: &sheet
                )
            case .total(let values): try write(values, looks: boldLooks, spans: spans, on: &sheet)
            case .section(let text, let key):
                if let key { sections[key] = sheet.row }
                // On the page of its first row.
                if index + 1 < rowCount { sheet.keepTogether(lines: 2) }
                let format = HouseFormat.cell(size, bold: true, horizontal: .left)
                try sheet.line([Piece(all, .text(text), format)])
            }
        }
        if !id.isEmpty {
            sheet.note(id, TablePlace(sheet: sheet.sheet.name, rows: first...(sheet.row - 1), sections: sections))
        }
        for (index, column) in columns.enumerated() {
            let range = CellRange(rows: first...(sheet.row - 1), columns: spans[index])
            for condition in column.conditions { try sheet.condition(condition, range) }
            if column.kind == .code { try sheet.codes(range) }
        }
    }

    private var totalsAtEnd: Int {
        var count = 0
        while count < rowCount, case .total = row(rowCount - count - 1) { count += 1 }
        return count
    }

    private func writeHeadings(on sheet: inout SheetCanvas) throws(SpreadsheetError) {
        let format = HouseFormat.cell(size, bold: true, horizontal: .centre).with { $0.fill = HouseColour.heading }
        let spans = sheet.tableSpans(self)
        if columns.contains(where: { !$0.group.isEmpty }) {
            var pieces: [Piece] = []
            var start = 0
            while start < columns.count {
                var end = start
                let group = columns[start].group
                while !group.isEmpty, end + 1 < columns.count, columns[end + 1].group == group { end += 1 }
                pieces.append(Piece(spans[start].lowerBound...spans[end].upperBound, .text(group), format))
                start = end + 1
            }
            try sheet.line(pieces)
        }
        // A filter's arrow covers the right end of the last line: that line may be one more.
        let pieces = columns.enumerated().map { Piece(spans[$0.offset], .text($0.element.heading), format) }
        try sheet.line(pieces, spareLines: hasFilter ? 1 : 0)
    }

    private func write(
        _ values: [CellValue],
        marks: [CellMark?] = [],
        looks: [CellLooks],
        spans: [ClosedRange<Int>],
        on sheet: inout SheetCanvas
    ) throws(SpreadsheetError) {
        var pieces: [Piece] = []
        pieces.reserveCapacity(values.count)
        for (index, value) in values.enumerated() where index < columns.count {
            var format = looks[index].format(alignment(of: value, in: columns[index]))
            if index < marks.count, let mark = marks[index] { format = mark.marking(format) }
            pieces.append(Piece(spans[index], value, format))
        }
        try sheet.line(pieces)
    }

    /// A word in a column of numbers stands in the middle.
    private func alignment(of value: CellValue, in column: TableColumn) -> Format.Horizontal {
        if column.kind == .text { return .left }
        switch value.shown {
        case .text, .formula(_, result: .text): return .centre
        default: break
        }
        return column.isNumeric && !centresNumbers ? .right : .centre
    }
}

/// The formats that cells of one column can have, made once for all its rows.
private struct CellLooks {
    private let left: Format
    private let centre: Format
    private let right: Format

    init(_ column: TableColumn, of table: SheetTable, bold: Bool) {
        func format(_ horizontal: Format.Horizontal) -> Format {
            HouseFormat.cell(table.size, bold: bold, horizontal: horizontal).with {
                $0.numberFormat = column.numberFormat
                if horizontal == .right { $0.wrap = false }
                if !table.hasGrid { $0.borders = [] }
            }
        }
        left = format(.left)
        centre = format(.centre)
        right = format(.right)
    }

    func format(_ horizontal: Format.Horizontal) -> Format {
        switch horizontal {
        case .left: left
        case .right: right
        default: centre
        }
    }
}
