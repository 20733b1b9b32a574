// What cleaning does with a character beyond ASCII: the one table of blanks, invisible, full-width, curly and impossible
// characters. `clean`, `fold` and `Record.isBlank` all ask it, so a cell that looks empty is empty to each of them.

/// What becomes of one character when a cell is cleaned.
enum CharacterTreatment: Equatable {
    /// Stays, and can neither compose with what follows nor decompose: text of these alone is in NFC.
    case keep
    /// Stays, but only normalisation can tell whether it stays as it is (combining marks, other scripts, emoji).
    case normalise
    /// Looks like a blank and becomes one.
    case blank
    /// Is seen by nobody: zero-width spaces and joiners, direction marks, soft hyphens, inner byte order marks.
    case invisible
    /// Cannot be in text: control characters, noncharacters, bytes that are not UTF-8. An XLSX file may not hold them.
    case impossible
    /// Is another shape of this ASCII character: full-width forms, curly quotes.
    case ascii(UInt8)

    @inline(__always)
    init(of scalar: UInt32) {
        switch scalar {
        case 0x09, 0x0A, 0x0D, 0x20...0x7E: self = .keep
        case 0...0x9F: self = .impossible
        case 0xA0: self = .blank
        case 0xAD: self = .invisible
        // Latin with all precomposed Vietnamese letters. Nothing here is in want of normalisation (a test asks Foundation).
        case 0xA1..<0x300, 0x1E00..<0x1F00: self = .keep
        default: self.init(ofRare: scalar)
        }
    }

    private init(ofRare scalar: UInt32) {
        switch scalar {
        case 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: self = .blank
        case 0x061C, 0x180E, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0x2066...0x206F, 0xFEFF:
            self = .invisible
        case 0x2018...0x201B: self = .ascii(0x27)
        case 0x201C...0x201F: self = .ascii(ASCII.quote)
        case 0x2010..<0x2066, 0x2070..<0x20D0: self = .keep
        case 0xFF01...0xFF5E: self = .ascii(UInt8(truncatingIfNeeded: scalar - 0xFF01 + 0x21))
        case 0xFDD0...0xFDEF: self = .impossible
        case _ where scalar & 0xFFFE == 0xFFFE || scalar >= malformedScalar: self = .impossible
        default: self = .normalise
        }
    }
}
