import CXlsxWriter

extension WorkbookWriter {
    /// How the sheet is printed, always on A4. Throws `outside`, `setting`.
    package func setPage(_ page: PageSetup, sheet: Sheet) throws(SpreadsheetError) {
        let handle = unsafe try handle(page.printArea ?? CellRange(row: 0, column: 0), of: sheet)
        let margins = [page.top, page.bottom, page.left, page.right, page.headerMargin]
        guard margins.allSatisfy({ (1...200).contains($0) }) else {
            throw .setting(place: sheet.name, reason: "margins \(margins) mm")
        }
        guard (0...32_767).contains(page.pagesWide), (0...32_767).contains(page.pagesTall) else {
            throw .setting(place: sheet.name, reason: "\(page.pagesWide) pages wide, \(page.pagesTall) tall")
        }
        if let rows = page.repeatedRows, let columns = page.repeatedColumns {
            let names = [
                "\(SheetName.quoted(sheet.name))!$\(CellRange.columnName(columns.lowerBound)):$\(CellRange.columnName(columns.upperBound))",
                "\(SheetName.quoted(sheet.name))!$\(rows.lowerBound + 1):$\(rows.upperBound + 1)",
            ]
            // libxlsxwriter cuts a defined name's formula above 127 bytes; one range always fits, two with a long name do not.
            guard names.joined(separator: ",").utf8.count < 128 else {
                throw .setting(place: sheet.name, reason: "too long a name to repeat both rows and columns")
            }
        }
        unsafe worksheet_set_paper(handle, 9)  // A4
        if page.landscape { unsafe worksheet_set_landscape(handle) } else { unsafe worksheet_set_portrait(handle) }
        unsafe worksheet_set_margins(
            handle,
            page.left / 25.4,
            page.right / 25.4,
            page.top / 25.4,
            page.bottom / 25.4
        )
        unsafe worksheet_fit_to_pages(handle, UInt16(page.pagesWide), UInt16(page.pagesTall))
        try setBreaks(page.breaks, sheet)
        if page.centredHorizontally { unsafe worksheet_center_horizontally(handle) }
        if let rows = page.repeatedRows {
            _ = unsafe try self.handle(CellRange(rows: rows, columns: 0...0), of: sheet)
            try Self.check(
                unsafe worksheet_repeat_rows(handle, UInt32(rows.lowerBound), UInt32(rows.upperBound)),
                "worksheet_repeat_rows"
            )
        }
        if let columns = page.repeatedColumns {
            _ = unsafe try self.handle(CellRange(rows: 0...0, columns: columns), of: sheet)
            try Self.check(
                unsafe worksheet_repeat_columns(handle, UInt16(columns.lowerBound), UInt16(columns.upperBound)),
                "worksheet_repeat_columns"
            )
        }
        if let area = page.printArea {
            try Self.check(
                unsafe worksheet_print_area(
                    handle,
                    UInt32(area.rows.lowerBound),
                    UInt16(area.columns.lowerBound),
                    UInt32(area.rows.upperBound),
                    UInt16(area.columns.upperBound)
                ),
                "worksheet_print_area"
            )
        }
        var options = unsafe lxw_header_footer_options()
        unsafe options.margin = page.headerMargin / 25.4
        if let code = try code(page.header, sheet) {
            try Self.check(unsafe worksheet_set_header_opt(handle, code, &options), "worksheet_set_header")
        }
        if let code = try code(page.footer, sheet) {
            try Self.check(unsafe worksheet_set_footer_opt(handle, code, &options), "worksheet_set_footer")
        }
    }

    private func setBreaks(_ rows: [Int], _ sheet: Sheet) throws(SpreadsheetError) {
        guard !rows.isEmpty else { return }
        let handle = unsafe try handle(CellRange(row: 0, column: 0), of: sheet)
        // The library takes no more than 1,023, and says nothing of it.
        guard rows.count <= 1_023, rows.allSatisfy({ (1...1_048_575).contains($0) }) else {
            throw .setting(place: sheet.name, reason: "page breaks before the rows \(rows)")
        }
        // A break stands above the row of its number; 0 ends the list.
        var breaks = rows.map { lxw_row_t($0) } + [0]
        try Self.check(unsafe worksheet_set_h_pagebreaks(handle, &breaks), "worksheet_set_h_pagebreaks")
    }

    private func code(_ text: PageText, _ sheet: Sheet) throws(SpreadsheetError) -> String? {
        guard (1...409).contains(text.fontSize), SafeText.isSafe(text.fontName),
            !text.fontName.contains(where: { "\",&".contains($0) || $0.isNewline })
        else { throw .setting(place: sheet.name, reason: "font '\(text.fontName)' \(text.fontSize) of a header") }
        guard let code = text.code else { return nil }
        return try SafeText.checked(code, limit: 255, place: "\(sheet.name): header or footer")
    }
}
