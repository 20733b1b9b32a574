import Tabular

/// The rows of a table, one after the other: of a text under one delimiter, or of a sheet.
struct TableRows {
    private enum Source {
        case text([UInt8], Tokenizer)
        case sheet(SheetRows, next: Int)
    }

    private var source: Source

    /// - Parameter tokenizer: stands where the rows begin.
    init(text: [UInt8], from tokenizer: Tokenizer) {
        source = .text(text, tokenizer)
    }

    /// The rows of a sheet from that position on.
    init(sheet: SheetRows, from position: Int = 0) {
        source = .sheet(sheet, next: position)
    }

    /// Reads the next row into `record`, over what was there.
    ///
    /// - Returns: false after the last row.
    /// - Throws: where the rest cannot be read.
    mutating func next(into record: inout Record) throws(TokenizerError) -> Bool {
        switch source {
        case .text(let text, var tokenizer):
            tokenizer.skipEmptyLines(in: text.span)
            let isRow = try tokenizer.next(in: text.span, into: &record)
            source = .text(text, tokenizer)
            return isRow
        case .sheet(let sheet, let position):
            guard position < sheet.count else { return false }
            sheet.read(position, into: &record)
            source = .sheet(sheet, next: position + 1)
            return true
        }
    }
}
