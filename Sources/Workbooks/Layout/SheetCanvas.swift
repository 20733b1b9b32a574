import Spreadsheet

/// Something on a line of a sheet: over one column or several.
struct Piece {
    let columns: ClosedRange<Int>
    let value: CellValue
    let format: Format

    init(_ columns: ClosedRange<Int>, _ value: CellValue, _ format: Format) {
        self.columns = columns
        self.value = value
        self.format = format
    }
}

/// A part of a sheet that writes itself below what is there.
protocol Block {
    func write(on sheet: inout SheetCanvas) throws(SpreadsheetError)
}

/// A sheet while it is written, line by line from the top: it knows the widths of its columns, and so how high each line must be.
///
/// Lines come in order and nothing is merged over several rows, so that every block works in constant memory too.
struct SheetCanvas {
    let writer: WorkbookWriter
    let sheet: Sheet
    /// In characters, one for each column of the sheet's tables.
    let widths: [Double]
    /// The next line.
    private(set) var row = 0
    private(set) var repeatedRows: ClosedRange<Int>?
    private(set) var frozen: (rows: Int, columns: Int)?
    /// The lines of each table that has a name.
    private(set) var places: [String: ClosedRange<Int>] = [:]
    /// Where the printed part begins.
    var printedFrom = 0

    init(writer: WorkbookWriter, sheet: Sheet, widths: [Double]) throws(SpreadsheetError) {
        self.writer = writer
        self.sheet = sheet
        self.widths = widths
        for (column, width) in widths.enumerated() {
            try writer.setColumns(column...column, width: width, sheet: sheet)
        }
    }

    var columns: ClosedRange<Int> { 0...max(widths.count - 1, 0) }

    /// Writes pieces side by side as the next line, as high as the tallest of them.
    mutating func line(_ pieces: [Piece], spareLines: Int = 0, height least: Double = 0) throws(SpreadsheetError) {
        var height = max(least, TextMeasure(size: 11, bold: false).height(lines: 1))
        for piece in pieces { height = max(height, self.height(of: piece, spareLines: spareLines)) }
        try writer.setRow(row, height: min(height, 409), sheet: sheet)
        for piece in pieces {
            let value = RowMark.filled(Self.fitting(piece.value), row: row)
            if piece.columns.count > 1 {
                let range = CellRange(rows: row...row, columns: piece.columns)
                try writer.merge(range, sheet: sheet, value: value, format: piece.format)
            } else if value != .blank || piece.format.borders != [] {
                try writer.write(
                    value,
                    sheet: sheet,
                    row: row,
                    column: piece.columns.lowerBound,
                    format: piece.format
                )
            }
        }
        row += 1
    }

    /// Leaves lines free.
    mutating func space(_ lines: Int = 1, height: Double = 8) throws(SpreadsheetError) {
        for _ in 0..<lines {
            try writer.setRow(row, height: height, sheet: sheet)
            row += 1
        }
    }

    /// Makes the next line as high as headings that the writer has set there itself, and goes below it.
    mutating func headingLine(_ headings: [String], format: Format) throws(SpreadsheetError) {
        var height = 0.0
        for (column, heading) in headings.enumerated() {
            height = max(height, self.height(of: Piece(column...column, .text(heading), format), spareLines: 1))
        }
        try writer.setRow(row, height: min(height, 409), sheet: sheet)
        row += 1
    }

    /// Notes where the rows of a table stand.
    mutating func note(_ table: String, rows: ClosedRange<Int>) { places[table] = rows }

    /// The first heading of a sheet is repeated on each page and stays in sight.
    mutating func keepHeading(rows: ClosedRange<Int>, columns: Int?) {
        guard repeatedRows == nil else { return }
        repeatedRows = rows
        if let columns { frozen = (rows.upperBound + 1, columns) }
    }

    /// Puts a chart over the whole width, and goes below it.
    ///
    /// - Parameter height: pixels of 1/96 inch.
    mutating func chart(_ chart: Chart, height: Int) throws(SpreadsheetError) {
        let width = widths.reduce(0) { $0 + ColumnWidth.points($1) } * 96 / 72
        try writer.addChart(chart, sheet: sheet, row: row, column: 0, width: Int(width) - 2, height: height)
        // 15 points are 20 pixels.
        try space((height + 19) / 20 + 1, height: 15)
    }

    /// The columns of the sheet that each column of a table takes: its own where it has as many, else neighbours of about its share.
    func tableSpans(_ table: SheetTable) -> [ClosedRange<Int>] {
        if table.columns.count >= widths.count { return table.columns.indices.map { $0...$0 } }
        return spans(table.widths(page: widths.reduce(0) { $0 + ColumnWidth.points($1) }))
    }

    func filter(_ range: CellRange) throws(SpreadsheetError) {
        try writer.setFilter(range, sheet: sheet)
    }

    func condition(_ condition: Condition, _ range: CellRange) throws(SpreadsheetError) {
        try writer.addCondition(condition, to: range, sheet: sheet)
    }

    /// Codes are text though they look like numbers.
    func codes(_ range: CellRange) throws(SpreadsheetError) {
        try writer.ignoreNumbersStoredAsText(range, sheet: sheet)
    }

    private func height(of piece: Piece, spareLines: Int) -> Double {
        let measure = TextMeasure(size: piece.format.fontSize, bold: piece.format.bold)
        guard case .text(let text) = Self.fitting(piece.value), piece.format.wrap else {
            return measure.height(lines: 1)
        }
        let lines = measure.lines(text, in: usablePoints(piece.columns))
        return measure.height(lines: lines + spareLines)
    }

    /// What text can use of columns side by side: merged cells have the points of all of them.
    func usablePoints(_ columns: ClosedRange<Int>) -> Double {
        ColumnWidth.usablePoints(widths[columns.lowerBound])
            + columns.dropFirst().reduce(0) { $0 + ColumnWidth.points(widths[$1]) }
    }

    /// The columns, divided into neighbours that have about those shares of the width, each at least one column.
    func spans(_ shares: [Double]) -> [ClosedRange<Int>] {
        ColumnSpans.divide(widths.map(ColumnWidth.points), shares: shares)
    }

    /// No data is as long as 5,000 characters (2,000 at most), but a header or path of a hostile file is: Excel takes 32,767.
    private static func fitting(_ value: CellValue) -> CellValue {
        guard case .text(let text) = value, text.utf8.count > 5_000, text.count > 5_000 else { return value }
        return .text("\(text.prefix(5_000))… (còn \(text.count - 5_000) ký tự)")
    }
}
