import Foundation
import TestSupport
import Testing

/// How a program saves a text: what the tests of decoding start from. By the C library's tables and by the spec's own lists of
/// letters; nothing of Tabular is used.
enum SavedText: String, CaseIterable, CustomTestStringConvertible {
    case windows1258, windows1258Combining, tcvn3, utf16, utf16WithoutMark, mojibake, mojibakeOf1258, mojibakeTwice,
        vnTime
    /// Excel's “CSV (Comma delimited)” where the code page lacks most letters.
    case lossy1252, lossy1258

    static let lossless = allCases.filter { $0 != .lossy1252 && $0 != .lossy1258 }
    static let lossy = [SavedText.lossy1252, .lossy1258]

    var testDescription: String { rawValue }

    /// Nil where the text has a letter that cannot be saved so.
    func bytes(_ text: String) -> [UInt8]? {
        let text = text.precomposedStringWithCanonicalMapping
        switch self {
        case .windows1258: return Self.encoded(text, "CP1258")
        case .windows1258Combining: return Self.encoded(Self.tonesApart(text), "CP1258")
        case .tcvn3: return Self.encoded(Self.withoutCapitalTones(text), "TCVN5712-1")
        case .utf16: return [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        case .utf16WithoutMark: return text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
        case .mojibake: return Array(Self.misread(Array(text.utf8), "CP1252").utf8)
        case .mojibakeOf1258: return Array(Self.misread(Array(text.utf8), "CP1258").utf8)
        case .mojibakeTwice:
            return Array(Self.misread(Array(Self.misread(Array(text.utf8), "CP1252").utf8), "CP1252").utf8)
        case .vnTime:
            return Self.encoded(Self.withoutCapitalTones(text), "TCVN5712-1").map {
                Array(Self.misread($0, "CP1252").utf8)
            }
        case .lossy1252: return text.flatMap { Self.lossy($0, "CP1252", neighbours: Self.neighbours1252) }
        case .lossy1258: return text.flatMap { Self.lossy($0, "CP1258", neighbours: [:]) }
        }
    }

    private static let neighbours1252: [Character: UInt8] = Dictionary(
        uniqueKeysWithValues: zip("ăĩơũưđĂĨƠŨƯĐ", Array("aiouudAIOUU".utf8) + [0xD0])
    )

    /// What Windows writes for a letter: its one byte, a neighbour, or `?`.
    private static func lossy(_ letter: Character, _ page: String, neighbours: [Character: UInt8]) -> [UInt8] {
        if letter.isASCII { return Array(String(letter).utf8) }
        if let bytes = encoded(String(letter), page), bytes.count == 1 { return bytes }
        return [neighbours[letter] ?? 0x3F]
    }

    /// Capitals with tones are small letters in a font of capitals.
    private static func withoutCapitalTones(_ text: String) -> String {
        String(text.map { $0.isASCII || "ĂÂÊÔƠƯĐ".contains($0) ? $0 : Character($0.lowercased()) })
    }

    /// Tones apart, circumflex, breve and horn with their letter.
    private static func tonesApart(_ text: String) -> String {
        let tones: Set<Unicode.Scalar> = ["\u{300}", "\u{301}", "\u{303}", "\u{309}", "\u{323}"]
        return String(
            String.UnicodeScalarView(
                text.flatMap { letter -> [Unicode.Scalar] in
                    let scalars = Array(String(letter).decomposedStringWithCanonicalMapping.unicodeScalars)
                    let base = String(String.UnicodeScalarView(scalars.filter { !tones.contains($0) }))
                    return Array(base.precomposedStringWithCanonicalMapping.unicodeScalars)
                        + scalars.filter(tones.contains)
                }
            )
        )
    }

    private static func encoded(_ text: String, _ page: String) -> [UInt8]? {
        glibcConverted(Array(text.utf8), from: "UTF-8", to: page)
    }

    /// Each byte as the letter of the page; undefined bytes as C1 control characters, as Windows does.
    private static func misread(_ bytes: [UInt8], _ page: String) -> String {
        var text = String.UnicodeScalarView()
        for byte in bytes {
            let letter = glibcConverted([byte, 0x20], from: page, to: "UTF-8").map {
                String(decoding: $0, as: UTF8.self)
            }
            text.append(letter?.unicodeScalars.first ?? Unicode.Scalar(byte))
        }
        return String(text)
    }
}
