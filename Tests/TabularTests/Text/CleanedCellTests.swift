import Foundation
import Testing

@testable import Tabular

@Suite("A cell's clean form")
struct CleanedCellTests {
    @Test(arguments: [
        ("", ""),
        ("31303702", "31303702"),
        ("  a  b ", "a  b"),
        ("\t dòng 1\n\tdòng 2\r\n", "dòng 1\n\tdòng 2"),
        ("\u{A0}12\u{202F}345\u{2007}", "12 345"),
        ("\u{3000}Có\u{2009}", "Có"),
        ("\u{200B}Mã\u{AD} đơn\u{200E} vị\u{FEFF}\u{200F}", "Mã đơn vị"),
        ("１２／０３／２０２６", "12/03/2026"),
        ("ＴＨＣＳ", "THCS"),
        ("“An toàn” ‘vui’", "\"An toàn\" 'vui'"),
        ("5 € – ₫ ☑ ✓ √", "5 € – ₫ ☑ ✓ √"),
        ("\u{A0}\u{200B} \n", ""),
        ("\"", "\""),
        ("🎓 tốt nghiệp", "🎓 tốt nghiệp"),
    ])
    func cleaning(text: String, expected: String) {
        let cleaned = cleaned(text)
        #expect(Array(string(cleaned).unicodeScalars) == Array(expected.unicodeScalars))
        #expect(!cleaned.removedImpossible)
    }

    @Test(arguments: [
        ("a\u{0}b", "ab"), ("\u{1F}", ""), ("a\u{7F}", "a"), ("\u{85}x", "x"), ("\u{FFFE}x\u{FFFF}", "x"),
        (" \u{7} a", "a"),
    ])
    func impossibleCharactersAreRemovedAndReported(text: String, expected: String) {
        let cleaned = cleaned(text)
        #expect(string(cleaned) == expected)
        #expect(cleaned.removedImpossible)
    }

    @Test(arguments: [
        ("tie\u{302}\u{301}ng Vie\u{302}\u{323}t", "tiếng Việt"),
        ("e\u{323}\u{302}", "ệ"),
        ("ê\u{323}", "ệ"),
        ("o\u{31B}\u{300}", "ờ"),
        ("e\u{200B}\u{301}", "é"),
        ("\u{212B}\u{2126}", "\u{C5}\u{3A9}"),
        ("\u{1100}\u{1161}", "가"),
    ])
    func textBecomesNFC(text: String, expected: String) {
        #expect(Array(string(cleaned(text)).unicodeScalars) == Array(expected.unicodeScalars))
    }

    @Test func bufferIsUsedAgain() {
        var cleaned = CleanedCell()
        clean(Array("a\u{0}dài lắm".utf8).span, into: &cleaned)
        clean(Array("b".utf8).span, into: &cleaned)
        #expect(cleaned.bytes == Array("b".utf8))
        #expect(!cleaned.removedImpossible)
    }

    /// U+FDD0 and U+1FFFE, which the compiler takes in no literal.
    @Test(arguments: [[0xEF, 0xB7, 0x90], [0xF0, 0x9F, 0xBF, 0xBE]] as [[UInt8]])
    func noncharactersAreRemovedAndReported(bytes: [UInt8]) {
        var cleaned = CleanedCell()
        clean((bytes + [0x61] + bytes).span, into: &cleaned)
        #expect(cleaned.bytes == [0x61])
        #expect(cleaned.removedImpossible)
    }

    @Test(
        arguments: [
            [0xC3], [0x61, 0x80], [0xE1, 0xBB], [0xF0, 0x9F, 0x8E], [0xFF], [0xE0, 0x81, 0x80], [0xED, 0xA0, 0x80],
            [0xF0, 0x81, 0x81, 0x81], [0xF4, 0x90, 0x80, 0x80],
        ] as [[UInt8]]
    )
    func bytesThatAreNotUTF8AreRemovedAndReported(bytes: [UInt8]) {
        var cleaned = CleanedCell()
        clean(bytes.span, into: &cleaned)
        #expect(cleaned.bytes == bytes.filter { $0 == 0x61 })
        #expect(cleaned.removedImpossible)
    }

    /// Scalars between letters and marks: NFC by the standard library's check, and cleaning again changes nothing.
    @Test func cleanTextIsInNFCAndStaysAsItIs() throws {
        var once = CleanedCell()
        var twice = CleanedCell()
        for value in Array(0...0x33FF) + Array(0xA000...0xABFF) + Array(0xF900...0xFFFF) + Array(0x1F000...0x1F0FF) {
            guard let scalar = Unicode.Scalar(UInt32(value)) else { continue }
            let text = "e\(Character(scalar))\u{323}\u{301} a\(Character(scalar))"
            clean(Array(text.utf8).span, into: &once)
            var span = try UTF8Span(validating: once.bytes.span)
            let isNFC = span.checkForNFC(quickCheck: false)
            clean(once.bytes.span, into: &twice)
            if !isNFC || twice.bytes != once.bytes || twice.removedImpossible {
                Issue.record("U+\(String(value, radix: 16)): NFC \(isNFC), again \(string(twice))")
            }
        }
    }

    /// What the fast path keeps unseen must be what normalisation keeps.
    @Test func charactersThatAreKeptNeedNoNormalisation() {
        for value in 0x80..<UInt32(0x3000) where CharacterTreatment(of: value) == .keep {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let text = String(Character(scalar))
            #expect(Array(text.precomposedStringWithCanonicalMapping.utf8) == Array(text.utf8))
            #expect(scalar.properties.canonicalCombiningClass == .notReordered)
        }
    }

    private func cleaned(_ text: String) -> CleanedCell {
        var cleaned = CleanedCell()
        clean(Array(text.utf8).span, into: &cleaned)
        return cleaned
    }

    private func string(_ cleaned: CleanedCell) -> String {
        String(decoding: cleaned.bytes, as: UTF8.self)
    }
}
