// Identity numbers and phone numbers that somebody wrote where none belongs (C9). They are masked where a text enters: in a
// cell that is kept as text, in what a finding shows of any cell, in the shown path of a file. Behind that point no output can
// hold one. Our own numbers, such as hashes and ids, never come here.
//
// The grammar stands in `PersonalNumberSearch` and, for people, in docs/findings.md at C9.

/// Masks identity numbers and phone numbers: every digit of one becomes `*`.
package enum PersonalNumbers {
    private static let mask = UInt8(ascii: "*")

    /// Fewer digits make no such number, but for the scientific form, which has a plus sign.
    private static let fewestDigits = 9

    /// Whether a text may hold one at all: one pass without a branch, since nearly no cell does.
    package static func mayStand(in text: Span<UInt8>) -> Bool {
        var digits = 0
        var pluses = 0
        for index in text.indices {
            digits &+= text[index] &- 0x30 <= 9 ? 1 : 0
            pluses &+= text[index] == 0x2B ? 1 : 0
        }
        return digits >= fewestDigits || pluses > 0 && digits > 2
    }

    /// Whether a text holds one.
    package static func stand(in text: [UInt8]) -> Bool {
        mayStand(in: text.span) && !PersonalNumberSearch(text).ranges.isEmpty
    }

    /// Masks all of them in a text of UTF-8; its length stays.
    ///
    /// - Returns: whether there was any.
    package static func mask(in text: inout [UInt8]) -> Bool {
        guard mayStand(in: text.span) else { return false }
        let ranges = PersonalNumberSearch(text).ranges
        for range in ranges {
            for index in range where text[index] &- 0x30 <= 9 { text[index] = mask }
        }
        return !ranges.isEmpty
    }

    /// The text with all of them masked: for whatever is shown of a text that came from outside.
    package static func masked(_ text: String) -> String {
        // Most texts have no digits, or few: no copy is made of them.
        guard text.utf8.contains(where: { $0 == 0x2B }) || text.utf8.count(where: { $0 &- 0x30 <= 9 }) >= fewestDigits
        else {
            return text
        }
        var bytes = Array(text.utf8)
        return mask(in: &bytes) ? String(decoding: bytes, as: UTF8.self) : text
    }
}
