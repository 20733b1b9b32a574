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

    /// Whether each row says how many cells it has; a sheet's rows end with the last cell that holds anything.
    var haveWidths: Bool {
        switch source {
        case .text: true
        case .sheet: false
        }
    }

    /// Whether serial numbers of days count from 1904, as in some sheets.
    var datesFrom1904: Bool {
        switch source {
        case .text: false
        case .sheet(let sheet, _): sheet.datesFrom1904
        }
    }

    /// Reads the next row into `record`, over what was there.
    ///
    /// - Returns: false after the last row.
    /// - Throws: where the rest cannot be read.
    mutating func next(into record: inout Record) throws(TokenizerError) -> Bool {
        switch source {
        case .text(let text, var tokenizer):
            let isRow = try tokenizer.next(in: text.span, into: &record)
            source = .text(text, tokenizer)
            return isRow
        case .sheet(let sheet, let position):
            guard position < sheet.count else { return false }
            try sheet.read(position, into: &record)
            source = .sheet(sheet, next: position + 1)
            return true
        }
    }
}
