@testable import Tabular

/// Any bytes as a file's text: UTF-8 that says what the bytes say, or an error on one of their lines.
func fuzzText(_ bytes: [UInt8]) {
    do {
        let text = try decodeText(bytes)
        guard let string = String(validating: text.bytes, as: UTF8.self) else {
            must(false, "decoded text is not UTF-8")
            return
        }
        must(encoded(string, as: text.encoding, of: bytes) == bytes, "encoded again it is another file")
    } catch {
        let line =
            switch error {
            case .invalidUTF8(let line), .invalidUTF16(let line): line
            }
        // A line break has one byte at the least.
        must(line >= 1 && line <= bytes.count + 1, "the error is on no line of the file")
    }
}

/// The bytes of a text in that encoding; with a mark where the file had one.
private func encoded(_ text: String, as encoding: TextEncoding, of bytes: [UInt8]) -> [UInt8] {
    switch encoding {
    case .utf8: return Array(text.utf8)
    case .utf8WithMark: return [0xEF, 0xBB, 0xBF] + Array(text.utf8)
    case .utf16LittleEndian:
        let units = text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)] }
        return bytes.starts(with: [0xFF, 0xFE]) ? [0xFF, 0xFE] + units : units
    case .utf16BigEndian:
        let units = text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0 >> 8), UInt8(truncatingIfNeeded: $0)] }
        return bytes.starts(with: [0xFE, 0xFF]) ? [0xFE, 0xFF] + units : units
    }
}
