import Plan
import Tabular

/// The text of a table as one way of reading gives it: of a file, or cell by cell of a sheet.
enum TableText {
    case text([UInt8])
    case sheet(SheetRows)

    /// How much of a table is looked at for signs of a wrong decoding: titles, header and the first rows.
    private static let headLength = 1 << 14

    /// The rows as they stand, header and titles among them.
    func rows(_ delimiter: Delimiter?) -> TableRows {
        switch self {
        case .sheet(let rows): return TableRows(sheet: rows)
        case .text(let text):
            let separator = separatorLine(text.span)
            return TableRows(
                text: text,
                from: Tokenizer(
                    delimiter: (delimiter ?? .comma).rawValue,
                    offset: separator?.end ?? 0,
                    line: separator == nil ? 1 : 2
                )
            )
        }
    }

    /// Titles, header and first rows, up to the end of a line.
    var head: TableText {
        switch self {
        case .sheet(let rows): return .sheet(rows.prefix(50))
        case .text(let text):
            guard text.count > Self.headLength else { return self }
            let cut = text[..<Self.headLength].lastIndex { $0 == 0x0A || $0 == 0x0D } ?? Self.headLength - 1
            return .text(Array(text[...cut]))
        }
    }

    /// Restored as far as that goes, and how far that is.
    func restored(by restoration: Restoration) -> (text: TableText, count: RestoredPieces) {
        switch self {
        case .text(let text):
            let restored = restoration.restore(text)
            return (.text(restored.bytes), restored.count)
        case .sheet(var rows):
            var count = RestoredPieces()
            rows.replaceCells { count.append($0, by: restoration, to: &$1) }
            return (.sheet(rows), count)
        }
    }

    /// What VNI text would be without its marks.
    var bareLettersOfVNI: TableText {
        switch self {
        case .text(let text):
            var bare: [UInt8] = []
            appendBareLetters(ofVNI: text.span, to: &bare)
            return .text(bare)
        case .sheet(var rows):
            rows.replaceCells { appendBareLetters(ofVNI: $0, to: &$1) }
            return .sheet(rows)
        }
    }

    /// Letters and signs that Vietnamese does not use, and that wrong decodings are full of.
    var hasForeignLetters: Bool {
        switch self {
        case .text(let text): return Self.hasForeignLetters(text.span)
        case .sheet(let rows): return rows.contains { Self.hasForeignLetters($0) }
        }
    }

    static func hasForeignLetters(_ text: Span<UInt8>) -> Bool {
        // In UTF-8 all of them are a byte C2 or C3 and one more, but for the marks that Windows puts behind an â.
        var index = 0
        while index + 1 < text.count {
            switch (text[index], text[index + 1]) {
            // A no-break space is nothing strange, but behind an Ã it is the other half of an à.
            case (0xC2, let next)
            where next != 0xA0 || index > 1 && text[index - 1] == 0x83 && text[index - 2] == 0xC3:
                return true
            case (0xC3, let next) where isForeign[Int(next & 0x3F)]: return true
            default: break
            }
            index += 1
        }
        return false
    }

    /// U+00C0 to U+00FF without the letters of Vietnamese. Ã and á stand for bytes of UTF-8 too, but never alone.
    private static let isForeign: [Bool] = (0xC0...0xFF).map { scalar in
        !"ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúý".unicodeScalars.contains { $0.value == UInt32(scalar) }
    }
}
