// Bytes into rows. The tokenizer knows no files, no encodings and no types: it stands at an offset in bytes of UTF-8 and gives
// the next row. It allocates nothing itself; a row's buffer is the caller's.

/// Turns bytes into records: RFC 4180, and what programs really write.
///
/// - A row ends with LF, CR LF or CR, mixed as they come; the last row may have no end.
/// - A cell that begins with a quote goes to the closing quote: delimiters and line breaks in it are text, a doubled quote is
///   one quote. Text after the closing quote is kept as it stands, quotes too: `"ab"c"d` is `abc"d`.
/// - A quote anywhere else in a cell, after a blank too, is text: `5" ống` is itself.
/// - A blank line is a record of one empty cell.
///
/// Limits keep hostile input within linear time and bounded memory: Excel's 16,384 columns, and 1 MiB a cell.
package struct Tokenizer: Sendable {
    /// More cells in a row than Excel has columns: no table of anybody.
    package static let cellLimit = 16_384

    /// Bytes of one cell, unescaped.
    package static let cellLengthLimit = 1 << 20

    /// Where the next record starts. After an error: the end of the bytes.
    package private(set) var offset: Int

    /// The physical line on which the next record starts, 1-based.
    package private(set) var line: Int

    private let delimiter: UInt8

    /// A tokenizer that starts at an offset, behind a `sep=` line for example, and on that offset's line.
    package init(delimiter: UInt8, offset: Int = 0, line: Int = 1) {
        self.delimiter = delimiter
        self.offset = offset
        self.line = line
    }

    /// Reads the next row into `record`, over what was there.
    ///
    /// - Returns: false at the end of the bytes; the record is empty then.
    /// - Throws: where the row cannot be read. The record is empty then, and the tokenizer at the end.
    package mutating func next(
        in bytes: Span<UInt8>,
        into record: inout Record
    ) throws(TokenizerError) -> Bool {
        record.removeAll(line: line)
        guard offset < bytes.count else { return false }
        do {
            try readRow(in: bytes, into: &record)
        } catch {
            record.removeAll(line: line)
            offset = bytes.count
            throw error
        }
        return true
    }

    /// Passes over the lines ahead that hold nothing at all, without making a record of each.
    package mutating func skipEmptyLines(in bytes: Span<UInt8>) {
        var position = offset
        while position < bytes.count {
            let byte = bytes[position]
            guard byte == ASCII.lineFeed || byte == ASCII.carriageReturn else { break }
            position &+= 1
            if byte == ASCII.carriageReturn, position < bytes.count, bytes[position] == ASCII.lineFeed {
                position &+= 1
            }
            line &+= 1
        }
        offset = position
    }

    private mutating func readRow(in bytes: Span<UInt8>, into record: inout Record) throws(TokenizerError) {
        var position = offset
        while true {
            guard record.count < Self.cellLimit else { throw .tooManyCells(line: record.line) }
            if position < bytes.count, bytes[position] == ASCII.quote {
                position = try readQuotedCell(in: bytes, from: position, into: &record)
            } else {
                let end = ByteSearch.endOfCell(in: bytes, from: position, delimiter: delimiter)
                guard end - position <= Self.cellLengthLimit else { throw .cellTooLong(line: line) }
                record.append(cell: bytes.extracting(position..<end))
                position = end
            }
            guard position < bytes.count else { break }
            let end = bytes[position]
            position += 1
            if end == delimiter { continue }
            if end == ASCII.carriageReturn, position < bytes.count, bytes[position] == ASCII.lineFeed { position += 1 }
            line += 1
            break
        }
        offset = position
    }

    /// Reads a cell whose quote opens at `start`; returns where the cell ends. A cell above the limit is searched for its
    /// closing quote all the same, without copying: a quote that never closes is what its sender can mend.
    private mutating func readQuotedCell(
        in bytes: Span<UInt8>,
        from start: Int,
        into record: inout Record
    ) throws(TokenizerError) -> Int {
        let opened = line
        var position = start + 1
        var length = 0
        while true {
            let quote = ByteSearch.quote(in: bytes, from: position)
            guard quote < bytes.count else { throw .unbalancedQuote(line: opened) }
            let isDoubled = quote + 1 < bytes.count && bytes[quote + 1] == ASCII.quote
            let piece = bytes.extracting(position..<(isDoubled ? quote + 1 : quote))
            length += piece.count
            if length <= Self.cellLengthLimit {
                record.appendPiece(piece)
                line += lineBreaks(in: piece)
            }
            position = quote + (isDoubled ? 2 : 1)
            if !isDoubled { break }
        }
        let end = ByteSearch.endOfCell(in: bytes, from: position, delimiter: delimiter)
        guard length + end - position <= Self.cellLengthLimit else { throw .cellTooLong(line: opened) }
        record.appendPiece(bytes.extracting(position..<end))
        record.endCell()
        return end
    }
}
