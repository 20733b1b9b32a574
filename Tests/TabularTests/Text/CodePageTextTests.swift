import TestSupport
import Testing

@testable import Tabular

@Suite("Eight-bit encodings")
struct CodePageTextTests {
    private static func text(_ bytes: [UInt8], _ page: CodePage) -> String? {
        decodeText(bytes, as: page).map { String(decoding: $0.bytes, as: UTF8.self) }
    }

    /// Every byte of the upper half, between blanks, as the C library has it. Ð is Đ on purpose.
    @Test(arguments: [(CodePage.windows1258, "CP1258"), (.windows1252, "CP1252")])
    func theWindowsPagesAreThoseOfTheCLibrary(page: CodePage, name: String) {
        for byte in UInt8(0x80)...0xFF where !(page == .windows1252 && byte == 0xD0) {
            let expected = glibcConverted([byte, 0x20], from: name, to: "UTF-8")
            #expect(decodeText([byte, 0x20], as: page)?.bytes == expected, "byte \(byte)")
        }
        #expect(Self.text([0xD0], page) == "Đ")
    }

    /// The 67 small letters, 7 capitals and the no-break space of VN3 are where TCVN 5712-1 has them.
    @Test func tcvn3IsTheThirdSetOfTheStandard() {
        let small = "àảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵăâđêôơư"
        let letters = small + "ĂÂĐÊÔƠƯ\u{A0}"
        #expect(small.count == 67)
        for letter in letters {
            let bytes = glibcConverted(Array(String(letter).utf8), from: "UTF-8", to: "TCVN5712-1")
            #expect(bytes?.count == 1)
            #expect(Self.text(bytes ?? [], .tcvn3) == String(letter))
        }
        let defined = (UInt8(0x80)...0xFF).filter { Self.text([$0], .tcvn3) != nil }
        // And eight marks of punctuation, which Windows puts there.
        #expect(defined.count == letters.count + 8)
    }

    @Test func tcvn3AsItStandsInFiles() {
        let bytes: [UInt8] = "B¹o lùc häc ®\u{AD}êng".unicodeScalars.map { UInt8($0.value) }
        #expect(Self.text(bytes, .tcvn3) == "Bạo lực học đường")
    }

    /// 12 vowels, 5 marks, two cases: letter and mark become the letter that Unicode composes of them.
    @Test func aToneMarkIsComposedWithItsLetter() {
        let marks: [(UInt8, String)] = [
            (0xCC, "\u{300}"), (0xD2, "\u{309}"), (0xDE, "\u{303}"), (0xEC, "\u{301}"), (0xF2, "\u{323}"),
        ]
        for letter in "aăâeêioôơuưyAĂÂEÊIOÔƠUƯY" {
            let base = glibcConverted(Array(String(letter).utf8), from: "UTF-8", to: "CP1258") ?? []
            for (byte, mark) in marks {
                let composed = Array((String(letter) + mark)._nfcCodeUnits)
                #expect(decodeText(base + [byte], as: .windows1258)?.bytes == composed)
            }
        }
    }

    /// `Số liệu: à`: precomposed where the page has the letter, marks where it has not, as its writers do.
    @Test func precomposedLettersAndMarksMayBeMixed() {
        #expect(
            Self.text([0x53, 0xF4, 0xEC, 0x20, 0x6C, 0x69, 0xEA, 0xF2, 0x75, 0x3A, 0x20, 0xE0], .windows1258)
                == "Số liệu: à"
        )
        #expect(Self.text([0x53, 0x6F, 0xEC, 0x20, 0xE9], .windows1258) == "Só é")
    }

    @Test func aMarkThatFitsNoLetterStays() {
        #expect(Self.text([0x2C, 0xEC, 0x62, 0xEC], .windows1258) == ",\u{301}b\u{301}")
        // Cleaning brings a second mark into the order of NFC.
        var cell = CleanedCell()
        let bytes = decodeText([0x61, 0xF2, 0xEC], as: .windows1258)?.bytes ?? []
        clean(bytes.span, into: &cell)
        #expect(cell.bytes == Array("a\u{301}\u{323}"._nfcCodeUnits))
    }

    @Test(arguments: [
        (CodePage.windows1258, [0x81, 0x8A, 0x8D, 0x8E, 0x8F, 0x90, 0x9A, 0x9D, 0x9E]),
        (.windows1252, [0x81, 0x8D, 0x8F, 0x90, 0x9D]),
        (.tcvn3, [0x80, 0x9F, 0xAF, 0xB4, 0xC0, 0xCD, 0xFF]),
    ])
    func anUndefinedByteMakesADecodingImpossible(page: CodePage, bytes: [UInt8]) {
        for byte in bytes { #expect(decodeText([0x61, byte, 0x61], as: page) == nil) }
    }

    @Test func asciiIsTheSameInAll() {
        let ascii = Array(UInt8(0)..<0x80)
        for page in CodePage.allCases { #expect(decodeText(ascii, as: page)?.bytes == ascii) }
    }
}
