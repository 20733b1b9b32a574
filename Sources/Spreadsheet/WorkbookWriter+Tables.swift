import CXlsxWriter

/// The look of a table, by Excel's families of styles.
package enum TableStyle: Hashable, Sendable {
    case plain
    /// 1-21
    case light(Int)
    /// 1-28
    case medium(Int)
    /// 1-11
    case dark(Int)
}

extension WorkbookWriter {
    /// Makes an Excel table of a range whose first row is for the headings, which are written here; at least one row below them.
    ///
    /// Without totals and column formulas: libxlsxwriter would store 0 for their values. Throws `outside`; `overlap` with merged
    /// cells, a filter or another table; `setting` for headings that are empty, hold a newline, are above 255 UTF-16 units or equal
    /// but for case, and for a style that is none; `constantMemory`.
    package func addTable(
        _ range: CellRange,
        headings: [String],
        headingFormat: Format = Format(),
        style: TableStyle = .light(1),
        sheet: Sheet
    ) throws(SpreadsheetError) {
        let handle = unsafe try handle(range, of: sheet)
        let place = "\(sheet.name)!\(range.a1)"
        if isConstantMemory { throw .constantMemory(place: place, reason: "a table") }
        guard headings.count == range.columns.count, range.rows.count > 1 else {
            throw .setting(
                place: place,
                reason: "\(headings.count) headings; a table has one for each column and a row below them"
            )
        }
        try check(headings, place)
        let (family, number) = try lxwStyle(style, place)
        if let filter = sheets[sheet.index].filter, filter.overlaps(range) {
            throw .overlap(sheet: sheet.name, range: range.a1, other: filter.a1)
        }
        let look = unsafe try formats.cell(headingFormat)
        if let other = sheets[sheet.index].areas.take(range) {
            throw .overlap(sheet: sheet.name, range: range.a1, other: other.a1)
        }
        let result = unsafe try withCStrings(headings.map(SafeText.escaped)) { strings throws(SpreadsheetError) in
            var columns = unsafe strings.map { heading in
                var column = unsafe lxw_table_column()
                unsafe column.header = unsafe heading
                unsafe column.header_format = unsafe look
                return unsafe column
            }
            return unsafe columns.withUnsafeMutableBufferPointer { columns in
                var pointers = unsafe columns.indices.map { unsafe columns.baseAddress?.advanced(by: $0) } + [nil]
                return unsafe pointers.withUnsafeMutableBufferPointer { pointers in
                    var options = unsafe lxw_table_options()
                    unsafe options.columns = pointers.baseAddress
                    unsafe options.style_type = family
                    unsafe options.style_type_number = number
                    return unsafe worksheet_add_table(
                        handle,
                        UInt32(range.rows.lowerBound),
                        UInt16(range.columns.lowerBound),
                        UInt32(range.rows.upperBound),
                        UInt16(range.columns.upperBound),
                        &options
                    )
                }
            }
        }
        try Self.check(result, "worksheet_add_table")
        sheets[sheet.index].tables.append(range)
        for column in range.columns {
            sheets[sheet.index].written.insert(row: range.rows.lowerBound, column: column)
        }
    }

    private func check(_ headings: [String], _ place: String) throws(SpreadsheetError) {
        var seen: Set<String> = []
        for heading in headings {
            guard !heading.isEmpty, heading.utf16.count <= 255, SafeText.isSafe(heading),
                !heading.contains(where: { $0.isNewline || $0 == "\t" })
            else { throw .setting(place: place, reason: "heading '\(heading)': empty, too long, or with a newline") }
            guard seen.insert(heading.lowercased()).inserted else {
                throw .setting(place: place, reason: "heading '\(heading)': there twice, but for case")
            }
        }
    }

    private func lxwStyle(_ style: TableStyle, _ place: String) throws(SpreadsheetError) -> (UInt8, UInt8) {
        let (family, number, last) =
            switch style {
            case .plain: (LXW_TABLE_STYLE_TYPE_LIGHT, 0, 0)
            case .light(let number): (LXW_TABLE_STYLE_TYPE_LIGHT, number, 21)
            case .medium(let number): (LXW_TABLE_STYLE_TYPE_MEDIUM, number, 28)
            case .dark(let number): (LXW_TABLE_STYLE_TYPE_DARK, number, 11)
            }
        guard number <= last, number > 0 || style == .plain else {
            throw .setting(place: place, reason: "no table style \(style)")
        }
        return (UInt8(family.rawValue), UInt8(number))
    }
}
