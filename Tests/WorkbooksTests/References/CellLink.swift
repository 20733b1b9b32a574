import Spreadsheet

/// A text, with or without a link to its own sheet.
enum CellLink {
    case plain(String)
    case linked(String)

    var cell: CellValue {
        switch self {
        case .plain(let text): .text(text)
        case .linked(let text): .linked(.text(text), target: .cell(sheet: "Một", row: 0, column: 0))
        }
    }
}
