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

    fileprivate static let longest = 5_000

    /// Of so many bytes that it may be longer than the longest text.
    fileprivate var isLong: Bool {
        if case .text(let text) = value.shown { text.utf8.count > Self.longest } else { false }
    }

    /// In the first of its columns alone, its words running over the others.
    var unmerged: Piece {
        guard columns.count > 1 else { return self }
        return Piece(
            columns.lowerBound...columns.lowerBound,
            value,
            format.with {
                $0.horizontal = .left
                $0.wrap = false
            }
        )
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
    let grid: SheetGrid
    /// What a page holds, in points of the sheet; nil: nobody minds where its pages end.
    let pageHeight: Double?
    /// False on the sheet that is made for pivoting: words over several columns stand in the first, and run over the others.
    let mergesCells: Bool
    /// How many more the sheet takes.
    private(set) var linksLeft: Int
    /// The next line.
    private(set) var row = 0
    private(set) var frozen: (rows: Int, columns: Int)?
    /// Where each table stands, by its id.
    private(set) var places: [String: TablePlace] = [:]
    /// The cells that show figures of groups.
    private(set) var figures: [(figure: ShownFigure, row: Int, column: Int)] = []
    /// Where the printed part begins.
    private(set) var printedFrom = 0
    /// Of all lines so far, in points.
    private var heights: [Double] = []
    /// Lines that stand on one page, if a page can hold them.
    private var kept: [Range<Int>] = []
    private var tables: [PageEnds.Table] = []

    init(
        writer: WorkbookWriter,
        sheet: Sheet,
        grid: SheetGrid,
        pageHeight: Double? = nil,
        mergesCells: Bool = true,
        linksLeft: Int = SheetLimits.excel.links
    ) throws(SpreadsheetError) {
        self.writer = writer
        self.sheet = sheet
        self.grid = grid
        self.pageHeight = pageHeight
        self.mergesCells = mergesCells
        self.linksLeft = linksLeft
        for (column, width) in grid.widths.enumerated() {
            try writer.setColumns(column...column, width: width, sheet: sheet)
        }
    }

    /// In characters.
    var widths: [Double] { grid.widths }

    var columns: ClosedRange<Int> { 0...max(widths.count - 1, 0) }

    /// What is above is for the screen alone.
    mutating func beginPrinting() {
        printedFrom = row
    }

    /// Writes blocks on one page, if a page can hold them.
    mutating func together(_ blocks: [any Block]) throws(SpreadsheetError) {
        let first = row
        for block in blocks { try block.write(on: &self) }
        kept.append(first..<row)
    }

    /// The next so many lines stand on one page.
    mutating func keepTogether(lines: Int) { kept.append(row..<(row + lines)) }

    /// Where the pages of what is written end.
    var pageEnds: PageEnds {
        PageEnds(heights: heights, from: printedFrom, kept: kept, tables: tables, pageHeight: pageHeight)
    }

    private mutating func endLine(_ points: Double) throws(SpreadsheetError) {
        try writer.setRow(row, height: points, sheet: sheet)
        heights.append(points)
        row += 1
    }

    /// Writes pieces side by side as the next line, as high as the tallest of them.
    mutating func line(_ pieces: [Piece], spareLines: Int = 0, height least: Double = 0) throws(SpreadsheetError) {
        let pieces = (mergesCells ? pieces : pieces.map(\.unmerged)).fitting
        var height = max(least, TextMeasure(size: 11, bold: false).height(lines: 1))
        for piece in pieces { height = max(height, self.height(of: piece, spareLines: spareLines)) }
        linksLeft -= pieces.count { $0.value.isLink }
        for piece in pieces {
            let value = RowMark.filled(piece.value, row: row)
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
        try endLine(min(height, 409))
    }

    /// Leaves lines free.
    mutating func space(_ lines: Int = 1, height: Double = 8) throws(SpreadsheetError) {
        for _ in 0..<lines { try endLine(height) }
    }

    /// Makes the next line as high as headings that the writer has set there itself, and goes below it.
    mutating func headingLine(_ headings: [String], format: Format) throws(SpreadsheetError) {
        var height = 0.0
        for (column, heading) in headings.enumerated() {
            height = max(height, self.height(of: Piece(column...column, .text(heading), format), spareLines: 1))
        }
        try endLine(min(height, 409))
    }

    /// Notes where a table stands.
    mutating func note(_ table: String, _ place: TablePlace) { places[table] = place }

    /// Notes which figure a cell of the next line shows.
    mutating func note(_ figure: ShownFigure, column: Int) { figures.append((figure, row, column)) }

    /// Writes a table: its heading, then its rows.
    ///
    /// - Parameter columns: how many stay in sight; nil: nothing does.
    mutating func table(
        frozen columns: Int?,
        heading: (inout SheetCanvas) throws(SpreadsheetError) -> Void,
        rows: (inout SheetCanvas) throws(SpreadsheetError) -> Void
    ) throws(SpreadsheetError) {
        let first = row
        try heading(&self)
        let body = row
        if frozen == nil, let columns { frozen = (body, columns) }
        try rows(&self)
        tables.append(PageEnds.Table(heading: first...(body - 1), rows: body..<row))
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

    /// The columns of the sheet that each column of a table takes.
    func tableSpans(_ table: SheetTable) -> [ClosedRange<Int>] { grid.spans(of: table) }

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
        guard piece.format.wrap, case .text(let text) = piece.value.shown else {
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
}

extension [Piece] {
    /// The same, none with a text longer than 5,000 characters.
    ///
    /// No data is as long (2,000 at most), but a header or path of a hostile file is: Excel takes 32,767.
    fileprivate var fitting: [Piece] {
        contains(where: \.isLong) ? map { Piece($0.columns, Self.fitting($0.value), $0.format) } : self
    }

    private static func fitting(_ value: CellValue) -> CellValue {
        if case .linked(let inner, let target) = value { return .linked(fitting(inner), target: target) }
        guard case .text(let text) = value, text.count > Piece.longest else { return value }
        return .text("\(text.prefix(Piece.longest))… (còn \(text.count - Piece.longest) ký tự)")
    }
}
