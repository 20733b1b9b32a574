/// How wide Times New Roman sets its letters, in thousandths of the font's size.
///
/// Neither Excel nor LibreOffice makes a row of merged cells as high as its text, so the heights are computed here, from the
/// advance widths of the font itself (those of Liberation Serif, which are the same by design).
enum FontMetrics {
    /// U+0020 to U+007E.
    private static let regular: InlineArray<95, Int> = [
        250, 333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250, 333, 250, 278,
        500, 500, 500, 500, 500, 500, 500, 500, 500, 500, 278, 278, 564, 564, 564, 444,
        921, 722, 667, 667, 722, 611, 556, 722, 722, 333, 389, 722, 611, 889, 722, 722,
        556, 722, 667, 556, 611, 722, 722, 944, 722, 722, 611, 333, 278, 333, 469, 500,
        333, 444, 500, 444, 500, 444, 333, 500, 500, 278, 278, 500, 278, 778, 500, 500,
        500, 500, 333, 389, 278, 500, 500, 722, 500, 500, 444, 480, 200, 480, 541,
    ]
    private static let bold: InlineArray<95, Int> = [
        250, 333, 555, 500, 500, 1000, 833, 278, 333, 333, 500, 570, 250, 333, 250, 278,
        500, 500, 500, 500, 500, 500, 500, 500, 500, 500, 333, 333, 570, 570, 570, 500,
        930, 722, 667, 722, 722, 667, 611, 778, 778, 389, 500, 778, 667, 944, 722, 778,
        611, 778, 722, 556, 667, 722, 722, 1000, 722, 722, 667, 333, 278, 333, 581, 500,
        333, 500, 556, 444, 556, 444, 333, 500, 556, 278, 333, 556, 278, 833, 556, 500,
        556, 556, 444, 389, 333, 556, 500, 722, 500, 500, 444, 394, 220, 394, 520,
    ]

    /// Thousandths of the size that the letter takes.
    static func advance(_ scalar: UnicodeScalar, bold isBold: Bool) -> Int {
        let value = scalar.value
        if value < 0x7F { return value < 0x20 ? 0 : advance(ascii: Int(value), isBold) }
        if let base = base(of: value) {
            // The horn of ơ and ư stands out to the right.
            return advance(ascii: Int(base.letter), isBold) + (base.hasHorn ? 60 : 0)
        }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format, .control: return 0
        // Letters of other scripts and pictures come from another font; a full square is wide enough for them.
        default: return value < 0x2010 ? 750 : 1000
        }
    }

    private static func advance(ascii letter: Int, _ isBold: Bool) -> Int {
        isBold ? bold[letter - 0x20] : regular[letter - 0x20]
    }

    /// The ASCII letter under the marks of a Vietnamese (or Latin-1) letter.
    private static func base(of value: UInt32) -> (letter: UInt8, hasHorn: Bool)? {
        switch value {
        case 0xC0...0xFF:
            let letter = latin1[Int(value) - 0xC0]
            return letter == 0x20 ? nil : (letter, false)
        case 0x102, 0x103: return cased("A", value % 2 == 0, false)
        case 0x110, 0x111: return cased("D", value % 2 == 0, false)
        case 0x128, 0x129: return cased("I", value % 2 == 0, false)
        case 0x168, 0x169: return cased("U", value % 2 == 0, false)
        case 0x1A0, 0x1A1: return cased("O", value % 2 == 0, true)
        case 0x1AF, 0x1B0: return cased("U", value % 2 == 1, true)
        // The block of Vietnamese letters goes by base letter, a capital before each small one.
        case 0x1EA0...0x1EB7: return cased("A", value % 2 == 0, false)
        case 0x1EB8...0x1EC7: return cased("E", value % 2 == 0, false)
        case 0x1EC8...0x1ECB: return cased("I", value % 2 == 0, false)
        case 0x1ECC...0x1EE3: return cased("O", value % 2 == 0, value >= 0x1EDA)
        case 0x1EE4...0x1EF1: return cased("U", value % 2 == 0, value >= 0x1EE8)
        case 0x1EF2...0x1EF9: return cased("Y", value % 2 == 0, false)
        default: return nil
        }
    }

    private static func cased(_ capital: UnicodeScalar, _ isCapital: Bool, _ hasHorn: Bool) -> (UInt8, Bool) {
        (UInt8(truncatingIfNeeded: capital.value) + (isCapital ? 0 : 32), hasHorn)
    }

    private static let latin1 = Array("AAAAAAMCEEEEIIIIDNOOOOO OUUUUYPBaaaaaamceeeeiiiidnooooo ouuuuypy".utf8)
}
