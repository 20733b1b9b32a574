import CXlsxWriter

extension WorkbookWriter {
    /// Writes a cell; a cell that was written before is replaced. Rows and columns count from 0.
    ///
    /// Texts lose control characters but tab and newline, U+FFFE and U+FFFF. Throws `outside`; `textTooLong` above 32,767 UTF-16
    /// units; `cellValue` for what Excel cannot hold; `constantMemory` for a row above the one under way; `setting` for the format.
    package func write(
        _ value: CellValue,
        sheet: Sheet,
        row: Int,
        column: Int,
        format: Format = Format()
    ) throws(SpreadsheetError) {
        let index = try begin(CellRange(row: row, column: column), of: sheet)
        if case .date = value, format.numberFormat == nil {
            let dated = format.with { $0.numberFormat = "dd/mm/yyyy" }
            unsafe try put(value, index, row, column, formats.cell(dated))
        } else {
            unsafe try put(value, index, row, column, formats.cell(format))
        }
    }

    /// Makes one cell of a range (of two cells or more) and writes it, with its format on all of its cells.
    ///
    /// Throws as `write` does, and `overlap` where other merged cells or a table have a cell of the range.
    package func merge(
        _ range: CellRange,
        sheet: Sheet,
        value: CellValue,
        format: Format = Format()
    ) throws(SpreadsheetError) {
        let index = try begin(range, of: sheet)
        let place = "\(sheet.name)!\(range.a1)"
        guard range.rows.count > 1 || range.columns.count > 1 else {
            throw .setting(place: place, reason: "one cell cannot be merged")
        }
        if isConstantMemory, range.rows.count > 1 {
            throw .constantMemory(place: place, reason: "cells merged over several rows")
        }
        if let other = sheets[index].areas.take(range) {
            throw .overlap(sheet: sheet.name, range: range.a1, other: other.a1)
        }
        var format = format
        if case .date = value, format.numberFormat == nil { format.numberFormat = "dd/mm/yyyy" }
        let look = unsafe try formats.explicit(format)
        let (firstRow, firstColumn) = (range.rows.lowerBound, range.columns.lowerBound)
        try Self.check(
            unsafe worksheet_merge_range(
                sheets[index].handle,
                UInt32(firstRow),
                UInt16(firstColumn),
                UInt32(range.rows.upperBound),
                UInt16(range.columns.upperBound),
                nil,
                look
            ),
            "worksheet_merge_range"
        )
        for row in range.rows {
            for column in range.columns { sheets[index].written.insert(row: row, column: column) }
        }
        unsafe try put(value, index, firstRow, firstColumn, look)
    }

    /// The sheet's number; throws where the range is outside the sheet, or too late in constant memory.
    func begin(_ range: CellRange, of sheet: Sheet) throws(SpreadsheetError) -> Int {
        let index = try index(of: sheet)
        guard range.isInsideSheet else {
            throw .outside(sheet: sheet.name, place: "row \(range.rows), column \(range.columns), from 0")
        }
        if isConstantMemory {
            guard range.rows.lowerBound >= sheets[index].currentRow else {
                throw .constantMemory(
                    place: "\(sheet.name)!\(range.a1)",
                    reason: "row \(sheets[index].currentRow + 1) is under way"
                )
            }
            sheets[index].currentRow = range.rows.lowerBound
        }
        return index
    }

    private func put(
        _ value: CellValue,
        _ index: Int,
        _ row: Int,
        _ column: Int,
        _ look: UnsafeMutablePointer<lxw_format>?
    ) throws(SpreadsheetError) {
        let sheet = unsafe sheets[index].handle
        let (cRow, cColumn) = (UInt32(row), UInt16(column))
        var place: String { "\(sheets[index].name)!\(CellRange.name(row: row, column: column))" }
        let error: lxw_error
        switch value {
        case .text(let text):
            let text = try SafeText.cell(text, place: place)
            if text.isEmpty, unsafe look == nil { return }
            error = unsafe worksheet_write_string(sheet, cRow, cColumn, text, look)
        case .number(let number):
            guard number.isFinite else { throw .cellValue(place: place, reason: "\(number) is not a number for Excel") }
            error = unsafe worksheet_write_number(sheet, cRow, cColumn, number == 0 ? 0 : number, look)
        case .boolean(let boolean):
            error = unsafe worksheet_write_boolean(sheet, cRow, cColumn, boolean ? 1 : 0, look)
        case .blank:
            if unsafe look == nil { return }
            error = unsafe worksheet_write_blank(sheet, cRow, cColumn, look)
        case .date(let days):
            guard let serial = ExcelDate.serial(daysSince1970: days) else {
                throw .cellValue(place: place, reason: "a day before 1 March 1900 or after 9999")
            }
            error = unsafe worksheet_write_number(sheet, cRow, cColumn, Double(serial), look)
        case .formula(let formula, let result):
            let formula = try SafeText.checked(formula, limit: 8192, place: place)
            guard formula.drop(while: { $0 == "=" }).contains(where: { !$0.isWhitespace }) else {
                throw .cellValue(place: place, reason: "an empty formula")
            }
            switch result {
            case .number(let number):
                guard number.isFinite else {
                    throw .cellValue(place: place, reason: "\(number) is not a number for Excel")
                }
                error = unsafe worksheet_write_formula_num(
                    sheet,
                    cRow,
                    cColumn,
                    formula,
                    look,
                    number == 0 ? 0 : number
                )
            case .text(let text):
                let text = try SafeText.cell(text, place: place)
                error = unsafe worksheet_write_formula_str(sheet, cRow, cColumn, formula, look, text)
            }
        case .link(let text, let target):
            error = unsafe try link(text, target, index, row, column, look)
        case .linked(let value, let target):
            // The library keeps links apart from cells: the link's own text is replaced by the value.
            try Self.check(unsafe try link("→", target, index, row, column, look), "writing a link at \(place)")
            return unsafe try put(value, index, row, column, look)
        }
        try Self.check(error, "writing \(place)")
        sheets[index].written.insert(row: row, column: column)
    }

    private func link(
        _ text: String,
        _ target: LinkTarget,
        _ index: Int,
        _ row: Int,
        _ column: Int,
        _ look: UnsafeMutablePointer<lxw_format>?
    ) throws(SpreadsheetError) -> lxw_error {
        var place: String { "\(sheets[index].name)!\(CellRange.name(row: row, column: column))" }
        let text = SafeText.escaped(SafeText.cleaned(text))
        let address: String
        switch target {
        case .cell(let name, let row, let column):
            guard CellRange(row: row, column: column).isInsideSheet else {
                throw .outside(sheet: name, place: "of a link")
            }
            linked[name] = place
            address = "internal:\(SheetName.quoted(name))!\(CellRange.name(row: row, column: column))"
        case .url(let url):
            let isAccepted = ["https://", "http://", "mailto:"].contains { url.lowercased().hasPrefix($0) }
            guard isAccepted, url.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F }), SafeText.isSafe(url) else {
                throw .cellValue(place: place, reason: "'\(url)' is not an address")
            }
            address = url
        }
        // libxlsxwriter cuts attributes above 2,079 bytes, in the midst of a character if need be.
        guard !text.isEmpty, text.utf8.count <= 2000, address.utf8.count <= 2000 else {
            throw .cellValue(place: place, reason: "a link without a text, or one above 2,000 bytes")
        }
        guard sheets[index].links < 65_530 else {
            throw .cellValue(place: place, reason: "above 65,530 links on a sheet")
        }
        sheets[index].links += 1
        return unsafe worksheet_write_url_opt(
            sheets[index].handle,
            UInt32(row),
            UInt16(column),
            address,
            look,
            text,
            nil
        )
    }
}

/// Days as Excel counts them.
enum ExcelDate {
    /// nil before 1 March 1900 (Excel takes 1900 for a leap year) and after 31 December 9999.
    static func serial(daysSince1970 days: Int) -> Int? {
        let (serial, overflow) = days.addingReportingOverflow(25_569)
        return !overflow && (61...2_958_465).contains(serial) ? serial : nil
    }
}
