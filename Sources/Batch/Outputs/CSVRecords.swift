import Tabular

/// A CSV file of a set that cannot be read: it was not written by this program.
struct UnreadableCSV: Error, Equatable {
    /// The physical line that is not as it should be, 1-based.
    let line: Int
}

/// A CSV file that this program wrote, read back record by record; a column is told by its position among those that were asked for.
struct CSVRecords {
    /// The names of all its columns.
    let header: [String]
    private let positions: [Int]
    private let bytes: [UInt8]
    private var tokenizer = Tokenizer(delimiter: UInt8(ascii: ","))
    private var record = Record()

    /// - Parameter columns: nil: all of them, as they stand.
    init(_ bytes: [UInt8], columns: [String]? = nil) throws(UnreadableCSV) {
        self.bytes = bytes
        do {
            guard try tokenizer.next(in: bytes.span, into: &record) else { throw UnreadableCSV(line: 1) }
        } catch {
            throw UnreadableCSV(line: 1)
        }
        let first = record
        let header = (0..<first.count).map { String(decoding: first.bytes[first.range($0)], as: UTF8.self) }
        positions = columns.map { $0.compactMap { header.firstIndex(of: $0) } } ?? Array(header.indices)
        self.header = header
        guard positions.count == columns?.count ?? header.count else { throw UnreadableCSV(line: 1) }
    }

    /// The physical line on which the record starts.
    var line: Int { record.line }

    /// Goes on to the next record; false at the end.
    mutating func next() throws(UnreadableCSV) -> Bool {
        let bytes = bytes
        do {
            guard try tokenizer.next(in: bytes.span, into: &record) else { return false }
        } catch {
            throw UnreadableCSV(line: record.line)
        }
        guard record.count == header.count else { throw UnreadableCSV(line: record.line) }
        return true
    }

    func cell(_ column: Int) -> ArraySlice<UInt8> {
        record.bytes[record.range(positions[column])]
    }

    subscript(column: Int) -> String {
        String(decoding: cell(column), as: UTF8.self)
    }

    func isEmpty(_ column: Int) -> Bool { cell(column).isEmpty }

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
        let cell = cell(column)
        // Most are small whole numbers, and there are millions of them.
        if cell.count <= 9 {
            var whole = 0
            var isWhole = !cell.isEmpty
            for byte in cell {
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
            bytes += cell(column)
            bytes.append(0)
        }
        return bytes
    }
}

/// Each record after the header.
///
/// - Returns: false where the file has not these columns, or is anything else: half a file is worse than none.
func readCSV(_ bytes: [UInt8], columns: [String], _ body: (CSVRecords) -> Void) -> Bool {
    do throws(UnreadableCSV) {
        var records = try CSVRecords(bytes, columns: columns)
        while try records.next() { body(records) }
        return true
    } catch {
        return false
    }
}
