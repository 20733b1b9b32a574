import Spreadsheet
import Tabular

/// The table in a decisions' file: a text under any delimiter, or the first visible sheet of a workbook that has the header.
struct DecisionTable {
    let header: DecisionHeader
    /// Below the header.
    let rows: TableRows
    /// As the manifest names them.
    let encoding: String
    let delimiter: String

    /// Titles stand above the header, but not more.
    private static let linesTried = 20

    /// Nil where no line is a header.
    init?(text: DecodedText) {
        let separator = separatorLine(text.bytes.span)
        for delimiter in separator.map({ [$0.delimiter] }) ?? Delimiter.allCases {
            var tokenizer = Tokenizer(
                delimiter: delimiter.rawValue,
                offset: separator?.end ?? 0,
                line: separator == nil ? 1 : 2
            )
            var record = Record()
            for _ in 0..<Self.linesTried {
                guard (try? tokenizer.next(in: text.bytes.span, into: &record)) == true else { break }
                guard let header = DecisionHeader(record) else { continue }
                self.header = header
                rows = TableRows(text: text.bytes, from: tokenizer)
                encoding = text.encoding.rawValue
                self.delimiter = delimiter.name
                return
            }
        }
        return nil
    }

    /// Nil where no sheet has a header.
    init?(workbook: WorkbookReader) throws(WorkbookReadingError) {
        for sheet in workbook.sheets where sheet.state == .visible {
            let rows = SheetRows(try workbook.contents(of: sheet))
            var record = Record()
            for row in 0..<min(rows.count, Self.linesTried) {
                guard (try? rows.read(row, into: &record)) != nil, let header = DecisionHeader(record) else { continue }
                self.header = header
                self.rows = TableRows(sheet: rows, from: row + 1)
                encoding = WorkbookReading.encoding
                delimiter = ""
                return
            }
        }
        return nil
    }
}
