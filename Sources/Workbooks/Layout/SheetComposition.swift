import Spreadsheet

/// A sheet as data: its name, its blocks from the top, and the table whose columns are the sheet's columns.
struct SheetComposition {
    let name: String
    let isLandscape: Bool
    /// False for the one sheet that is for pivoting and not for paper.
    var isFitted = true
    /// The widest of each column counts.
    let table: SheetTable
    /// The navigation line, which is not printed.
    let navigation: Navigation
    let blocks: [any Block]
    /// Stands at the top right of each printed page.
    let mark: String

    /// Between the margins of A4, in points.
    private var pageWidth: Double { ((isLandscape ? 297.0 : 210.0) - 45) / 25.4 * 72 }

    /// Adds the sheet to a workbook.
    func write(to writer: WorkbookWriter) throws(SpreadsheetError) {
        _ = try write(to: writer, sheet: try writer.addSheet(name))
    }

    /// Writes the sheet.
    ///
    /// - Returns: the rows of each table that has a name.
    func write(to writer: WorkbookWriter, sheet: Sheet) throws(SpreadsheetError) -> [String: ClosedRange<Int>] {
        let widths = table.widths(page: isFitted ? pageWidth : nil)
        var canvas = try SheetCanvas(writer: writer, sheet: sheet, widths: widths)
        try navigation.write(on: &canvas)
        canvas.printedFrom = canvas.row
        for block in blocks { try block.write(on: &canvas) }
        try writer.hideGrid(sheet)
        if let frozen = canvas.frozen {
            try writer.freeze(rows: frozen.rows, columns: frozen.columns, sheet: sheet)
        }
        try writer.setPage(page(of: canvas), sheet: sheet)
        return canvas.places
    }

    /// The size of the table's text on paper, in points: what is wider than the page is printed smaller.
    var printedSize: Double {
        let width = table.widths(page: pageWidth).reduce(0) { $0 + ColumnWidth.points($1) }
        return table.size * min(1, pageWidth / width)
    }

    private func page(of canvas: SheetCanvas) -> PageSetup {
        var page = PageSetup()
        page.landscape = isLandscape
        page.repeatedRows = canvas.repeatedRows
        page.printArea = CellRange(
            rows: canvas.printedFrom...max(canvas.row - 1, canvas.printedFrom),
            columns: canvas.columns
        )
        page.header = .centredPageNumber
        if !mark.isEmpty { page.header.right = [.text(mark)] }
        page.pagesWide = isFitted ? 1 : 0
        // Where the sheet is several pages wide, each says whose row it is.
        if !isFitted, let frozen = canvas.frozen, frozen.columns > 0 {
            page.repeatedColumns = 0...(frozen.columns - 1)
        }
        return page
    }
}
