import CXlsxWriter

extension WorkbookWriter {
    /// The width of columns, in characters of the default font (0-255), and the format of cells that have none of their own, the
    /// blank ones below all that is written too. Throws `outside`, `setting`.
    package func setColumns(
        _ columns: ClosedRange<Int>,
        width: Double,
        hidden: Bool = false,
        format: Format = Format(),
        sheet: Sheet
    ) throws(SpreadsheetError) {
        let handle = unsafe try handle(CellRange(rows: 0...0, columns: columns), of: sheet)
        guard (0...255).contains(width) else { throw .setting(place: sheet.name, reason: "column width \(width)") }
        let look = unsafe try formats.cell(format)
        var options = lxw_row_col_options()
        options.hidden = hidden ? 1 : 0
        try Self.check(
            unsafe worksheet_set_column_opt(
                handle,
                UInt16(columns.lowerBound),
                UInt16(columns.upperBound),
                width,
                look,
                &options
            ),
            "worksheet_set_column"
        )
    }

    /// The height of a row, in points (0-409.5). In constant memory: before the next row begins. Throws `outside`, `setting`.
    package func setRow(_ row: Int, height: Double, sheet: Sheet) throws(SpreadsheetError) {
        let index = try begin(CellRange(row: row, column: 0), of: sheet)
        guard (0...409.5).contains(height) else { throw .setting(place: sheet.name, reason: "row height \(height)") }
        try Self.check(unsafe worksheet_set_row(sheets[index].handle, UInt32(row), height, nil), "worksheet_set_row")
        sheets[index].written.insert(row: row)
    }

    /// Hides a sheet; one of the workbook must stay visible. Throws `foreignSheet`.
    package func hide(_ sheet: Sheet) throws(SpreadsheetError) {
        let index = try index(of: sheet)
        unsafe worksheet_hide(sheets[index].handle)
        sheets[index].hidden = true
    }

    /// Keeps the first rows and columns in sight. Throws `outside`.
    package func freeze(rows: Int, columns: Int, sheet: Sheet) throws(SpreadsheetError) {
        let handle = unsafe try handle(CellRange(row: rows, column: columns), of: sheet)
        unsafe worksheet_freeze_panes(handle, UInt32(rows), UInt16(columns))
    }

    /// Arrows to filter by; the range's first row holds the headings. In constant memory: before the rows below it begin.
    /// Throws `outside`, `overlap` with a table, `constantMemory`.
    package func setFilter(_ range: CellRange, sheet: Sheet) throws(SpreadsheetError) {
        let handle = unsafe try handle(range, of: sheet)
        try refuseRowsGone(range, of: sheet)
        if let table = sheets[sheet.index].tables.first(where: { $0.overlaps(range) }) {
            throw .overlap(sheet: sheet.name, range: range.a1, other: table.a1)
        }
        try Self.check(
            unsafe worksheet_autofilter(
                handle,
                UInt32(range.rows.lowerBound),
                UInt16(range.columns.lowerBound),
                UInt32(range.rows.upperBound),
                UInt16(range.columns.upperBound)
            ),
            "worksheet_autofilter"
        )
        sheets[sheet.index].filter = range
    }

    /// The colour of the sheet's tab. Throws `foreignSheet`.
    package func setTabColour(_ colour: Colour, sheet: Sheet) throws(SpreadsheetError) {
        unsafe worksheet_set_tab_color(sheets[try index(of: sheet)].handle, colour.lxw)
    }

    /// No grid on the screen (none is printed anyway). Throws `foreignSheet`.
    package func hideGrid(_ sheet: Sheet) throws(SpreadsheetError) {
        unsafe worksheet_gridlines(sheets[try index(of: sheet)].handle, 0)
    }

    /// Codes in these cells are meant as text: no green triangles. Throws `outside`; `close` throws `setting` above some hundred ranges.
    package func ignoreNumbersStoredAsText(_ range: CellRange, sheet: Sheet) throws(SpreadsheetError) {
        _ = unsafe try handle(range, of: sheet)
        sheets[sheet.index].textNumbers.append(range)
    }

    /// A note on a cell, shown when the pointer is on it. At most 32,767 UTF-16 units. In constant memory:
    /// before the next row begins. Throws `outside`, `textTooLong`, `cellValue`, `constantMemory`.
    ///
    /// - Parameter lines: how many lines of text its box shows, each of about 40 characters.
    package func addNote(
        _ text: String,
        sheet: Sheet,
        row: Int,
        column: Int,
        author: String = "",
        lines: Int = 4
    ) throws(SpreadsheetError) {
        let cell = CellRange(row: row, column: column)
        let handle = unsafe try handle(cell, of: sheet)
        try refuseRowsGone(cell, of: sheet)
        let place = "\(sheet.name)!\(cell.a1)"
        let text = try SafeText.cell(text, place: place)
        let author = try SafeText.checked(author, limit: 54, place: place)
        guard !text.isEmpty else { throw .cellValue(place: place, reason: "an empty note") }
        try Self.check(
            unsafe try withCStrings([author.isEmpty ? nil : author]) { strings throws(SpreadsheetError) in
                var options = unsafe lxw_comment_options()
                unsafe options.author = unsafe strings[0]
                // Excel's own box has 128 by 74 pixels: four lines of half the length.
                if lines > 4 {
                    unsafe options.width = 256
                    unsafe options.height = UInt16(min(lines, 60) * 18 + 8)
                }
                return unsafe worksheet_write_comment_opt(handle, UInt32(row), UInt16(column), text, &options)
            },
            "worksheet_write_comment"
        )
    }

    /// In constant memory libxlsxwriter takes no filter and no note whose last row has been written.
    private func refuseRowsGone(_ range: CellRange, of sheet: Sheet) throws(SpreadsheetError) {
        let current = sheets[sheet.index].currentRow
        guard isConstantMemory, range.rows.upperBound < current else { return }
        throw .constantMemory(place: "\(sheet.name)!\(range.a1)", reason: "row \(current + 1) is under way")
    }

    /// The sheet of the range, which must lie inside it; no row is begun.
    func handle(_ range: CellRange, of sheet: Sheet) throws(SpreadsheetError) -> UnsafeMutablePointer<lxw_worksheet> {
        let index = try index(of: sheet)
        guard range.isInsideSheet else {
            throw .outside(sheet: sheet.name, place: "row \(range.rows), column \(range.columns), from 0")
        }
        return unsafe sheets[index].handle
    }
}
