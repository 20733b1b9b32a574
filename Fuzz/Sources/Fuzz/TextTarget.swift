@testable import Tabular

/// Any bytes by every way of reading text: UTF-8 that says what the bytes say, or an error on one of their lines; and what restoring
/// and the bare letters of VNI make of it.
func fuzzText(_ bytes: [UInt8]) {
    fuzzDecoding(bytes)
    for page in CodePage.allCases {
        guard let text = decodeText(bytes, as: page) else { continue }
        must(String(validating: text.bytes, as: UTF8.self) != nil, "\(page): not UTF-8")
        must(lines(text.bytes) == lines(bytes), "\(page): another number of lines")
        must(text.bytes.count <= bytes.count * 3, "\(page): longer than its letters")
    }
    guard String(validating: bytes, as: UTF8.self) != nil else { return }
    for restoration in Restoration.all {
        let restored = restoration.restore(bytes)
        must(String(validating: restored.bytes, as: UTF8.self) != nil, "\(restoration): not UTF-8")
        must(lines(restored.bytes) == lines(bytes), "\(restoration): another number of lines")
        must(restored.bytes.count <= bytes.count * 3, "\(restoration): longer than its letters")
        if restored.count.restored == 0, !bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
            must(restored.bytes == bytes, "\(restoration): nothing restored, and changed")
        }
    }
    var bare: [UInt8] = []
    appendBareLetters(ofVNI: bytes.span, to: &bare)
    must(String(validating: bare, as: UTF8.self) != nil, "VNI: not UTF-8")
    must(bare.count <= bytes.count, "VNI: longer")
}

private func lines(_ bytes: [UInt8]) -> Int { bytes.count { $0 == 0x0A } }

/// Any bytes as a file's text: UTF-8 that says what the bytes say, or an error on one of their lines.
private func fuzzDecoding(_ bytes: [UInt8]) {
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
    case .windows1258, .windows1252, .tcvn3:
        must(false, "\(encoding) is never told by bytes alone")
        return []
    }
}
