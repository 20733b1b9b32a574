@testable import Tabular

/// All rows as strings, in one list: what tests compare.
func rows(_ bytes: [UInt8], _ delimiter: Delimiter = .comma) throws(TokenizerError) -> [[String]] {
    var tokenizer = Tokenizer(delimiter: delimiter.rawValue)
    var record = Record()
    var rows: [[String]] = []
    while try tokenizer.next(in: bytes.span, into: &record) { rows.append(cells(record)) }
    return rows
}

func rows(_ text: String, _ delimiter: Delimiter = .comma) throws(TokenizerError) -> [[String]] {
    try rows(Array(text.utf8), delimiter)
}

func cells(_ record: Record) -> [String] {
    (0..<record.count).map { String(decoding: record.bytes[record.range($0)], as: UTF8.self) }
}
