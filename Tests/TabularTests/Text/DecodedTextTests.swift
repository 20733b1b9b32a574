import Testing

@testable import Tabular

@Suite("Bytes of a file become text")
struct DecodedTextTests {
    static let text = "Mã đơn vị;Tên\r\n31303702;Trường THCS Nguyễn Trãi 🎓\r\n"

    @Test func plainUTF8StaysAsItIs() throws {
        let decoded = try decodeText(Array(Self.text.utf8))
        #expect(decoded == DecodedText(bytes: Array(Self.text.utf8), encoding: .utf8))
    }

    @Test func emptyFileIsEmptyText() throws {
        #expect(try decodeText([]) == DecodedText(bytes: [], encoding: .utf8))
    }

    @Test func markOfUTF8IsTakenOff() throws {
        let decoded = try decodeText([0xEF, 0xBB, 0xBF] + Array(Self.text.utf8))
        #expect(decoded == DecodedText(bytes: Array(Self.text.utf8), encoding: .utf8WithMark))
    }

    @Test(arguments: [true, false], [true, false])
    func utf16WithAndWithoutMark(littleEndian: Bool, hasMark: Bool) throws {
        let bytes = utf16((hasMark ? "\u{FEFF}" : "") + Self.text, littleEndian: littleEndian)
        let decoded = try decodeText(bytes)
        #expect(String(decoding: decoded.bytes, as: UTF8.self) == Self.text)
        #expect(decoded.encoding == (littleEndian ? .utf16LittleEndian : .utf16BigEndian))
    }

    @Test(arguments: [
        ("\u{80}", 1), ("a\r\nb\rc\nÿ", 4), ("Ã", 1),
    ])
    func bytesOfACodePageAreRefusedWithTheirLine(latin1: String, line: Int) {
        let bytes = latin1.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
        #expect(throws: TextError.invalidUTF8(line: line)) { try decodeText(bytes) }
    }

    @Test(
        arguments: [
            [0xC0, 0xAF],  // overlong
            [0xED, 0xA0, 0x80],  // a surrogate
            [0xF4, 0x90, 0x80, 0x80],  // above U+10FFFF
            [0xE1, 0xBB],  // cut off
        ] as [[UInt8]]
    )
    func utf8IsReadStrictly(bytes: [UInt8]) {
        #expect(throws: TextError.invalidUTF8(line: 2)) { try decodeText([0x0A] + bytes) }
        #expect(throws: TextError.invalidUTF8(line: 2)) { try decodeText([0xEF, 0xBB, 0xBF, 0x0A] + bytes) }
    }

    @Test(arguments: [[0x0A, 0xD800, 0x41], [0x0A, 0xD800], [0x0D, 0x0A, 0xDC00]] as [[UInt16]])
    func loneSurrogatesAreRefusedWithTheirLine(units: [UInt16]) {
        let bytes = ([0xFEFF] + units).flatMap { [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)] }
        #expect(throws: TextError.invalidUTF16(line: 2)) { try decodeText(bytes) }
    }

    @Test func halfACodeUnitAtTheEndIsRefused() {
        #expect(throws: TextError.invalidUTF16(line: 1)) { try decodeText([0xFF, 0xFE, 0x41, 0x00, 0x42]) }
    }

    @Test(arguments: [
        "a;b\u{0}\n", "a\u{0}", "a;b\n1;2\n" + String(repeating: "\u{0}", count: 9000), "\u{FFFE}\u{FFFF}",
    ])
    func zeroBytesAndNoncharactersAreNoErrorInUTF8(text: String) throws {
        #expect(try decodeText(Array(text.utf8)) == DecodedText(bytes: Array(text.utf8), encoding: .utf8))
    }

    @Test func encodingsAreNamedAsInTheManifest() {
        #expect(TextEncoding.allCases.map(\.rawValue).contains("UTF-8 BOM"))
    }

    private func utf16(_ text: String, littleEndian: Bool) -> [UInt8] {
        text.utf16.flatMap { unit in
            let low = UInt8(truncatingIfNeeded: unit)
            let high = UInt8(truncatingIfNeeded: unit >> 8)
            return littleEndian ? [low, high] : [high, low]
        }
    }
}
