import Spreadsheet

/// A paragraph over the whole width.
struct TextLine: Block {
    let text: String
    var size = 13.0
    var bold = false
    var italic = false
    var horizontal = Format.Horizontal.left

    func write(on sheet: inout SheetCanvas) throws(SpreadsheetError) {
        let format = HouseFormat.text(size, bold: bold, italic: italic, horizontal: horizontal)
        try sheet.line([Piece(sheet.columns, .text(text), format)])
    }
}

/// A little room between blocks.
struct Gap: Block {
    func write(on sheet: inout SheetCanvas) throws(SpreadsheetError) {
        try sheet.space()
    }
}

/// `Kính gửi:` where a superior receives the paper; nothing where nobody does.
struct Addressees: Block {
    let names: [String]

    func write(on sheet: inout SheetCanvas) throws(SpreadsheetError) {
        guard !names.isEmpty else { return }
        let ends = names.indices.map { $0 == names.count - 1 ? "." : ";" }
        let text =
            names.count == 1
            ? "Kính gửi: \(names[0])."
            : "Kính gửi:\n" + zip(names, ends).map { "- \($0)\($1)" }.joined(separator: "\n")
        try TextLine(text: text, horizontal: .centre).write(on: &sheet)
        try sheet.space()
    }
}
