@testable import Tabular

/// Any bytes under any delimiter: the rows of the plain machine, on its lines; written quoted, they come back.
func fuzzTokenizer(_ bytes: [UInt8]) {
    guard let first = bytes.first else { return }
    let delimiter = Delimiter.allCases[Int(first) % Delimiter.allCases.count]
    let text = Array(bytes.dropFirst())
    if let line = separatorLine(text.span) { must(line.end <= text.count && line.end > 4, "end of sep= line") }
    let plain = PlainTokenizer.rows(text, delimiter: delimiter.rawValue)
    let (rows, lines, problem) = tokenized(text, delimiter)
    for (index, row) in rows.enumerated() {
        must(index < plain.rows.count && row == plain.rows[index], "row \(index)")
        must(lines[index] == plain.lines[index], "line of row \(index)")
    }
    switch problem {
    case nil: must(rows.count == plain.rows.count && plain.openQuote == nil, "rows are missing")
    case .unbalancedQuote(let line): must(line == plain.openQuote && rows.count == plain.rows.count, "open quote")
    case .tooManyCells(let line):
        must(line == lineOfRow(rows.count, plain), "line of the long row")
        must(
            rows.count >= plain.rows.count || plain.rows[rows.count].count > Tokenizer.cellLimit,
            "not that many cells"
        )
    case .cellTooLong: must(text.count > Tokenizer.cellLengthLimit, "not that long")
    }
    let again = tokenized(quoted(rows, delimiter), delimiter)
    must(again.problem == nil && again.rows == rows, "what a writer quotes does not come back")
    for row in rows {
        for cell in row { checkCleaning(cell) }
    }
}

private func tokenized(
    _ text: [UInt8],
    _ delimiter: Delimiter
) -> (rows: [[[UInt8]]], lines: [Int], problem: TokenizerError?) {
    var tokenizer = Tokenizer(delimiter: delimiter.rawValue)
    var record = Record()
    var rows: [[[UInt8]]] = []
    var lines: [Int] = []
    var length = 0
    do {
        while true {
            let before = tokenizer.offset
            guard try tokenizer.next(in: text.span, into: &record) else { break }
            must(tokenizer.offset > before && tokenizer.offset <= text.count, "offset")
            must(record.count > 0 && record.count <= Tokenizer.cellLimit, "cells")
            var end = 0
            for index in 0..<record.count {
                must(record.range(index).lowerBound == end, "cells that do not follow each other")
                end = record.range(index).upperBound
            }
            must(end == record.bytes.count, "bytes that are in no cell")
            length += end
            rows.append((0..<record.count).map { Array(record.bytes[record.range($0)]) })
            lines.append(record.line)
        }
    } catch {
        must(tokenizer.offset == text.count && record.count == 0, "state after an error")
        return (rows, lines, error)
    }
    must(length <= text.count, "more bytes than there are")
    return (rows, lines, nil)
}

private func lineOfRow(_ row: Int, _ plain: (rows: [[[UInt8]]], lines: [Int], openQuote: Int?)) -> Int? {
    if row < plain.lines.count { return plain.lines[row] }
    // The row in which a quote never closes: the plain machine has no line for it.
    guard let last = plain.lines.last else { return 1 }
    return plain.openQuote.map { _ in last + 1 }
}

private func quoted(_ rows: [[[UInt8]]], _ delimiter: Delimiter) -> [UInt8] {
    var text: [UInt8] = []
    for row in rows {
        for (index, cell) in row.enumerated() {
            if index > 0 { text.append(delimiter.rawValue) }
            text.append(0x22)
            for byte in cell { text += byte == 0x22 ? [byte, byte] : [byte] }
            text.append(0x22)
        }
        text += [0x0D, 0x0A]
    }
    return text
}

/// Clean text is valid, clean already, and no longer; folded text is one word.
func checkCleaning(_ cell: [UInt8]) {
    var (once, twice) = (CleanedCell(), CleanedCell())
    clean(cell.span, into: &once)
    clean(once.bytes.span, into: &twice)
    must(once.bytes == twice.bytes, "cleaned again it is another text")
    must(!twice.removedImpossible, "impossible characters are left")
    must(String(validating: once.bytes, as: UTF8.self) != nil, "cleaned text is not UTF-8")
    let folded = fold(cell.span)
    must(folded.count <= cell.count, "folded text is longer")
    must(folded.first != 0x5F && folded.last != 0x5F, "an underscore at an end")
    must(
        folded.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x5F },
        "folded text is no word"
    )
    must(fold(folded.span) == folded, "folded again it is another word")
    // A control character among ASCII parts words where it stands, and parts none once it is removed; the signs of Kelvin and
    // Ångström are letters only once they are composed. Neither stands in a header.
    let hasSign = cell.indices.dropLast().contains { cell[$0] == 0xE2 && cell[$0 + 1] == 0x84 }
    must(once.removedImpossible || hasSign || fold(once.bytes.span) == folded, "cleaned text folds to another word")
}
