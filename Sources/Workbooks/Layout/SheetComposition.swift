import Spreadsheet

/// A sheet as data: its name, its blocks from the top, and the tables whose columns are the sheet's columns.
struct SheetComposition {
    let name: String
    let isLandscape: Bool
    /// False for the one sheet that is for pivoting and not for paper.
    var isFitted = true
    /// None: a sheet of words, one column as wide as the page.
    let tables: [SheetTable]
    /// The navigation line, which is not printed.
    let navigation: Navigation
    /// What stands together on a page, if a page can hold it.
    let groups: [[any Block]]
    /// Stands at the top right of each printed page.
    let mark: String
    /// That the sheet takes.
    var links = SheetLimits.excel.links

    /// Between the margins, in points.
    private var pageWidth: Double { paper.bodyWidth }
    private var pageHeight: Double { paper.bodyHeight }

    private var paper: PageSetup {
        var page = PageSetup()
        page.landscape = isLandscape
        return page
    }

    /// Writes the sheet.
    ///
    /// - Returns: the canvas, which knows where each table stands that has a name, and which cells show figures.
    func write(to writer: WorkbookWriter, sheet: Sheet) throws(SpreadsheetError) -> SheetCanvas {
        let grid = SheetGrid(tables, page: isFitted ? pageWidth : nil)
        // What is a hair narrower than the page is not printed smaller: pages must not be thought higher than they are.
        let scale = min(100, scale(grid) + 1)
        var canvas = try SheetCanvas(
            writer: writer,
            sheet: sheet,
            grid: grid,
            pageHeight: isFitted ? pageHeight * 100 / Double(scale) : nil,
            mergesCells: isFitted,
            linksLeft: links
        )
        try navigation.write(on: &canvas)
        canvas.beginPrinting()
        for group in groups { try canvas.together(group) }
        try writer.hideGrid(sheet)
        if let frozen = canvas.frozen {
            try writer.freeze(rows: frozen.rows, columns: frozen.columns, sheet: sheet)
        }
        try writer.setPage(page(of: canvas), sheet: sheet)
        return canvas
    }

    /// The size of the smallest table's text on paper, in points: what is wider than the page is printed smaller.
    var printedSize: Double {
        let size = tables.map(\.size).min() ?? 13
        return size * Double(scale(SheetGrid(tables, page: pageWidth))) / 100
    }

    /// In percent: what is wider than the page is printed smaller.
    private func scale(_ grid: SheetGrid) -> Int {
        let width = grid.widths.reduce(0) { $0 + ColumnWidth.points($1) }
        return min(100, max(10, Int(pageWidth / width * 100) - 1))
    }

    private func page(of canvas: SheetCanvas) -> PageSetup {
        var page = paper
        let ends = canvas.pageEnds
        page.breaks = ends.breaks
        page.repeatedRows = ends.repeatedRows
        page.header = .centredPageNumber
        var first = canvas.printedFrom
        if !isFitted {
            // The title would be cut on each page that begins with the same columns: the sheet's name stands at its top instead.
            page.header.left = [.text(name)]
            if tables.count == 1, let heading = ends.repeatedRows { first = heading.lowerBound }
        }
        page.printArea = CellRange(rows: first...max(canvas.row - 1, first), columns: canvas.columns)
        if !mark.isEmpty { page.header.right = [.text(mark)] }
        // Not printed at the scale that is known here: on paper Excel makes columns up to a seventh wider than on the screen (a digit is
        // a whole number of points), and the last ones would stand on sheets of their own. Fitted, a page holds more rows instead.
        page.pagesWide = isFitted ? 1 : 0
        // Where the sheet is several pages wide, each says whose row it is.
        if !isFitted, let frozen = canvas.frozen, frozen.columns > 0 {
            page.repeatedColumns = 0...(frozen.columns - 1)
        }
        return page
    }
}
