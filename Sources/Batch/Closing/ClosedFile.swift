import Tabular

/// A CSV of a closed set, row by row: what this program wrote, and nothing else.
struct ClosedFile {
    let header: [String]
    private let bytes: [UInt8]

    init(_ bytes: [UInt8]) throws(ClosedFileError) {
        self.bytes = bytes
        var tokenizer = Tokenizer(delimiter: UInt8(ascii: ","))
        var record = Record()
        guard try Self.next(&tokenizer, bytes, into: &record) else { throw .noHeader }
        header = (0..<record.count).map { Row(record: record).text($0) }
    }

    /// Position of a column.
    func column(_ name: String) throws(ClosedFileError) -> Int {
        guard let index = header.firstIndex(of: name) else { throw .noColumn(name) }
        return index
    }

    func forEachRow(_ body: (Row) throws(ClosedFileError) -> Void) throws(ClosedFileError) {
        var tokenizer = Tokenizer(delimiter: UInt8(ascii: ","))
        var record = Record()
        var isHeader = true
        while try Self.next(&tokenizer, bytes, into: &record) {
            guard record.count == header.count else { throw .row(record.count) }
            if !isHeader { try body(Row(record: record)) }
            isHeader = false
        }
    }

    private static func next(
        _ tokenizer: inout Tokenizer,
        _ bytes: [UInt8],
        into record: inout Record
    ) throws(ClosedFileError) -> Bool {
        do throws(TokenizerError) {
            return try tokenizer.next(in: bytes.span, into: &record)
        } catch {
            throw .text("\(error)")
        }
    }

    struct Row {
        fileprivate let record: Record

        func isEmpty(_ index: Int) -> Bool { record.range(index).isEmpty }

        func text(_ index: Int) -> String { String(decoding: record.bytes[record.range(index)], as: UTF8.self) }

        /// Nil where the cell is no boolean.
        func flag(_ index: Int) -> Bool? {
            switch text(index) {
            case "true": true
            case "false": false
            default: nil
            }
        }

        func boolean(_ index: Int) throws(ClosedFileError) -> Bool {
            guard let flag = flag(index) else { throw .value(text(index)) }
            return flag
        }

        /// Nil where the cell is no number.
        func number(_ index: Int) -> Double? {
            let range = record.range(index)
            // Most are small whole numbers, and there are millions of them.
            if range.count <= 9 {
                var whole = 0
                var isWhole = true
                for byte in record.bytes[range] {
                    guard (0x30...0x39).contains(byte) else {
                        isWhole = false
                        break
                    }
                    whole = whole * 10 + Int(byte - 0x30)
                }
                if isWhole, !range.isEmpty { return Double(whole) }
            }
            guard let number = Double(text(index)), number.isFinite else { return nil }
            return number
        }
    }
}

/// Why a closed file is none that this program wrote.
enum ClosedFileError: Error, CustomStringConvertible {
    case noHeader
    case noColumn(String)
    case row(Int)
    case value(String)
    case text(String)

    var description: String {
        switch self {
        case .noHeader: "không có dòng tiêu đề"
        case .noColumn(let name): "thiếu cột \(name)"
        case .row(let count): "có dòng \(count) ô, khác dòng tiêu đề"
        case .value(let text): "giá trị “\(text)” không hợp lệ"
        case .text(let text): text
        }
    }
}
