// Few delimiters, tried in a fixed order and proven by the header that matches; nothing here guesses by statistics.

/// Delimiters that are tried, in order of trial. The semicolon is first because Vietnamese Excel writes it: the comma is its
/// decimal mark, so a semicolon file is full of commas, and the other way round is rare.
package enum Delimiter: UInt8, CaseIterable, Sendable {
    case semicolon = 0x3B
    case comma = 0x2C
    case tab = 0x09
    case pipe = 0x7C
}

/// A first line that tells the delimiter to Excel: `sep=;`.
package struct SeparatorLine: Equatable, Sendable {
    /// The delimiter that the line names.
    package let delimiter: Delimiter

    /// Where line 2 begins.
    package let end: Int
}

/// Recognises a first line `sep=;`, in quotes or not, in capitals or not, with blanks behind it or not.
///
/// - Returns: nil where the first line is anything else, or names a delimiter that is not read.
package func separatorLine(_ bytes: Span<UInt8>) -> SeparatorLine? {
    var index = 0
    func at(_ index: Int) -> UInt8? { index < bytes.count ? bytes[index] : nil }
    let isQuoted = at(0) == ASCII.quote
    if isQuoted { index += 1 }
    for letter in "sep=".utf8 {
        // `=` has the bit of lower case already; the only other byte that it makes one of is a control character.
        guard let byte = at(index), byte | 0x20 == letter, byte >= 0x20 else { return nil }
        index += 1
    }
    guard let delimiter = at(index).flatMap({ Delimiter(rawValue: $0) }) else { return nil }
    index += 1
    if isQuoted {
        guard at(index) == ASCII.quote else { return nil }
        index += 1
    }
    while at(index) == ASCII.blank { index += 1 }
    switch at(index) {
    case nil: break
    case ASCII.lineFeed: index += 1
    case ASCII.carriageReturn: index += at(index + 1) == ASCII.lineFeed ? 2 : 1
    default: return nil
    }
    return SeparatorLine(delimiter: delimiter, end: index)
}
