import Tabular

/// One record of a CSV file that this program wrote, as far as the columns that were asked for.
struct CSVRow {
    fileprivate var record = Record()
    fileprivate var positions: [Int] = []

    /// The cell of that column, by its position among those that were asked for.
    subscript(column: Int) -> String {
        String(decoding: record.bytes[record.range(positions[column])], as: UTF8.self)
    }

    func isEmpty(_ column: Int) -> Bool { record.range(positions[column]).isEmpty }

    /// Nil where the cell is no boolean.
    func flag(_ column: Int) -> Bool? {
        switch self[column] {
        case "true": true
        case "false": false
        default: nil
        }
    }

    /// Nil where the cell is no number.
    func number(_ column: Int) -> Double? {
        let range = record.range(positions[column])
        // Most are small whole numbers, and there are millions of them.
        if range.count <= 9 {
            var whole = 0
            var isWhole = !range.isEmpty
            for byte in record.bytes[range] {
                guard (0x30...0x39).contains(byte) else {
                    isWhole = false
                    break
                }
                whole = whole * 10 + Int(byte - 0x30)
            }
            if isWhole { return Double(whole) }
        }
        return Double(self[column]).flatMap { $0.isFinite ? $0 : nil }
    }

    /// The cells of those columns, told apart by zeros: to compare records without making texts of them.
    func bytes(_ columns: Range<Int>) -> [UInt8] {
        var bytes: [UInt8] = []
        for column in columns {
            bytes += record.bytes[record.range(positions[column])]
            bytes.append(0)
        }
        return bytes
    }
}

/// The names of a file's columns; nil where it has no header.
func csvHeader(_ bytes: [UInt8]) -> [String]? {
    var tokenizer = Tokenizer(delimiter: UInt8(ascii: ","))
    var record = Record()
    guard (try? tokenizer.next(in: bytes.span, into: &record)) == true else { return nil }
    return (0..<record.count).map { String(decoding: record.bytes[record.range($0)], as: UTF8.self) }
}

/// Each record after the header.
///
/// - Returns: false where the file has not these columns, or is anything else: half a file is worse than none.
func readCSV(_ bytes: [UInt8], columns: [String], _ body: (CSVRow) -> Void) -> Bool {
    guard let header = csvHeader(bytes) else { return false }
    var row = CSVRow()
    for column in columns {
        guard let position = header.firstIndex(of: column) else { return false }
        row.positions.append(position)
    }
    var tokenizer = Tokenizer(delimiter: UInt8(ascii: ","))
    do {
        _ = try tokenizer.next(in: bytes.span, into: &row.record)
        while try tokenizer.next(in: bytes.span, into: &row.record) {
            guard row.record.count == header.count else { return false }
            body(row)
        }
    } catch {
        return false
    }
    return true
}
