import Spreadsheet

/// The first lines of a sheet, not printed: from the first sheet to the others, from the others back to it.
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
        // As many lines as it takes: a sheet may have fewer columns than there are links.
        for start in stride(from: 0, to: links.count, by: sheet.columns.count) {
            let some = links[start..<min(start + sheet.columns.count, links.count)]
            let pieces = zip(sheet.spans(some.map { _ in 1 }), some).map { span, link in
                Piece(
                    span.lowerBound...span.lowerBound,
                    .link(link.text, target: .cell(sheet: link.sheet, row: 0, column: 0)),
                    HouseFormat.link
                )
            }
            try sheet.line(pieces)
        }
    }
}
