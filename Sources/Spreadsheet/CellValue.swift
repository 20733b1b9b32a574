/// What a cell holds.
package enum CellValue: Hashable, Sendable {
    /// A text, never a formula, whatever it begins with. An empty text is a blank cell.
    case text(String)
    /// A finite number.
    case number(Double)
    case boolean(Bool)
    /// A cell that holds its format alone; nothing at all with the default format.
    case blank
    /// A day, counted from 1 January 1970; not before 1 March 1900, where Excel's calendar is wrong. Shown as dd/mm/yyyy unless the
    /// format says otherwise.
    case date(daysSince1970: Int)
    /// A formula, with or without `=` in front, and what it gives, for programs that do not compute.
    case formula(String, result: FormulaResult)
    /// A text that leads somewhere. At most 2,000 bytes of UTF-8, at most 65,530 links a sheet.
    case link(String, target: LinkTarget)
    /// A number, text or formula that leads somewhere; of links `link` and this there are at most 65,530 a sheet.
    indirect case linked(CellValue, target: LinkTarget)
}

/// The computed value that is stored with a formula. libxlsxwriter 1.1.4 stores no booleans: let formulas give texts or numbers.
package enum FormulaResult: Hashable, Sendable {
    case number(Double)
    case text(String)
}

/// Where a link leads.
package enum LinkTarget: Hashable, Sendable {
    /// A cell of a sheet of the same workbook; the sheet may be added later, but must be there when the workbook is closed.
    case cell(sheet: String, row: Int, column: Int)
    /// An address that begins with `https://`, `http://` or `mailto:`.
    case url(String)
}
