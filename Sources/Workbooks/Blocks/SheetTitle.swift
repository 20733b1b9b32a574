import Plan
import Spreadsheet

/// What a sheet is about: title in bold capitals, subject, the days of the figures, and their mark.
struct SheetTitle: Block {
    /// Written in capitals.
    let title: String
    /// Whose figures these are; empty: the whole city's.
    var scope = ""
    let subject: String
    let period: Period
    /// Whether the figures may still change, or how they were closed.
    let mark: String
    /// The report itself has a line below its subject.
    var hasRule = false

    func write(on sheet: inout SheetCanvas) throws(SpreadsheetError) {
        try sheet.line([Piece(sheet.columns, .text(title.uppercased()), HouseFormat.text(14, bold: true))])
        if !subject.isEmpty {
            try sheet.line([Piece(sheet.columns, .text(subject), HouseFormat.text(14, bold: true))])
        }
        if !scope.isEmpty {
            try sheet.line([Piece(sheet.columns, .text(scope), HouseFormat.text(14, bold: true))])
        }
        if hasRule {
            let rule = HouseFormat.text(Rule.size, bold: true).with {
                $0.vertical = .top
                $0.wrap = false
            }
            try sheet.line([Piece(sheet.columns, .text(Rule.text(150)), rule)])
        }
        let window = VietnameseText.window(of: period)
        try sheet.line([Piece(sheet.columns, .text(window), HouseFormat.text(13, italic: true))])
        if !mark.isEmpty {
            try sheet.line([Piece(sheet.columns, .text(mark), HouseFormat.text(13, bold: true))])
        }
        try sheet.space()
    }
}
