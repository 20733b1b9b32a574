import Spreadsheet

extension CellValue {
    /// What a reader sees, wherever it leads.
    var shown: CellValue {
        if case .linked(let value, _) = self { value.shown } else { self }
    }

    var isLink: Bool {
        switch self {
        case .link, .linked: true
        case .text, .number, .boolean, .blank, .date, .formula: false
        }
    }
}
