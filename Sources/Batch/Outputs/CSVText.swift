/// CSV as spec 5 fixes it: UTF-8 without BOM, comma, LF, RFC 4180 quotes.
struct CSVText {
    private(set) var bytes: [UInt8] = []

    init(header: [String]) {
        append(header)
    }

    mutating func append(_ cells: [String]) {
        for (index, cell) in cells.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            append(cell)
        }
        bytes.append(UInt8(ascii: "\n"))
    }

    private mutating func append(_ cell: String) {
        guard CSVText.needsQuotes(cell) else {
            bytes.append(contentsOf: cell.utf8)
            return
        }
        let quote = UInt8(ascii: "\"")
        bytes.append(quote)
        for byte in cell.utf8 {
            if byte == quote { bytes.append(quote) }
            bytes.append(byte)
        }
        bytes.append(quote)
    }

    /// Beside what RFC 4180 demands, what a spreadsheet might take for a formula is quoted: it is somebody's text.
    private static func needsQuotes(_ cell: String) -> Bool {
        guard let first = cell.utf8.first else { return false }
        if "=+-@\t\r".utf8.contains(first) { return true }
        return cell.utf8.contains { byte in
            switch byte {
            case UInt8(ascii: ","), UInt8(ascii: "\""), UInt8(ascii: "\n"), UInt8(ascii: "\r"): true
            default: false
            }
        }
    }
}

/// Order by UTF-8 bytes, as every machine-readable output is sorted; Swift's own order of strings is by Unicode's equivalence.
func precedes(_ left: String, _ right: String) -> Bool {
    left.utf8.lexicographicallyPrecedes(right.utf8)
}
