import Spreadsheet

/// The first line of a sheet, not printed: from the first sheet to the others, from the others back to it.
struct Navigation: Block {
    /// Names of sheets, with the words that lead there.
    let links: [(text: String, sheet: String)]

    static func back(to sheet: String) -> Navigation {
        Navigation(links: [("← Về trang \(sheet)", sheet)])
    }

    static func forth(to sheets: [String]) -> Navigation {
        Navigation(links: sheets.map { ($0, $0) })
    }

    func write(on sheet: inout SheetCanvas) throws(SpreadsheetError) {
        let spans = sheet.spans(links.map { _ in 1 })
        var pieces: [Piece] = []
        for (span, link) in zip(spans, links) {
            let cell = span.lowerBound...span.lowerBound
            pieces.append(
                Piece(cell, .link(link.text, target: .cell(sheet: link.sheet, row: 0, column: 0)), HouseFormat.link)
            )
        }
        try sheet.line(pieces)
    }
}
