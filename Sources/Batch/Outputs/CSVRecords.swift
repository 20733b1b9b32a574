import Tabular

/// A CSV file of the set that cannot be read: it was not written by this program.
struct UnreadableCSV: Error {}

/// A CSV file of the set, read back record by record.
struct CSVRecords {
    let header: [String]
    private let bytes: [UInt8]
    private var tokenizer = Tokenizer(delimiter: UInt8(ascii: ","))
    private var record = Record()

    init(_ bytes: [UInt8]) throws(UnreadableCSV) {
        self.bytes = bytes
        do {
            guard try tokenizer.next(in: bytes.span, into: &record) else { throw UnreadableCSV() }
        } catch {
            throw UnreadableCSV()
        }
        let first = record
        header = (0..<first.count).map { String(decoding: first.bytes[first.range($0)], as: UTF8.self) }
    }

    /// Goes on to the next record; false at the end.
    mutating func next() throws(UnreadableCSV) -> Bool {
        let bytes = bytes
        do {
            guard try tokenizer.next(in: bytes.span, into: &record) else { return false }
        } catch {
            throw UnreadableCSV()
        }
        guard record.count == header.count else { throw UnreadableCSV() }
        return true
    }

    func cell(_ column: Int) -> ArraySlice<UInt8> {
        record.bytes[record.range(column)]
    }

    func text(_ column: Int) -> String {
        String(decoding: cell(column), as: UTF8.self)
    }
}
