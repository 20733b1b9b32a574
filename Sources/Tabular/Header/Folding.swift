// Folding: the one form in which headers, choices and names are compared. "Mã đơn vị", "MA_DON_VI" and "mã đơn vị " are one word.
// Matching a folded header with a plan's data sets is Intake's work.

/// Folds a header or a choice to one word of `a-z`, `0-9` and `_`: `Mã đơn vị` is `ma_don_vi`.
///
/// Lower case, diacritics stripped whether precomposed or combining, đ is d (and so is Ð, which code page 1252 puts for Đ),
/// every run of other characters is one `_`, and none stands at the ends. What nobody sees (zero-width spaces, soft hyphens)
/// counts for nothing, full-width letters and digits are plain ones. Letters of other scripts are other characters: a text
/// of these alone folds to nothing.
package func fold(_ text: Span<UInt8>) -> [UInt8] {
    var folded: [UInt8] = []
    fold(text, into: &folded)
    return folded
}

/// Folds a text; see `fold(_:)` for bytes.
package func fold(_ text: String) -> String {
    String(decoding: fold(Array(text.utf8).span), as: UTF8.self)
}

/// Folds a text in which each `?` stands for a letter that was lost (spec 2, "Lost letters"): it is a letter of the word.
package func foldWithLostLetters(_ text: Span<UInt8>) -> [UInt8] {
    var folded: [UInt8] = []
    fold(text, into: &folded, questionMark: ASCII.questionMark)
    return folded
}

/// Folds into a buffer, over what was there: for the cells of a column, where a buffer for each would cost more than folding.
package func fold(_ text: Span<UInt8>, into folded: inout [UInt8]) {
    fold(text, into: &folded, questionMark: ASCII.underscore)
}

/// - Parameter questionMark: what a `?` folds to.
@inline(__always)
private func fold(_ text: Span<UInt8>, into folded: inout [UInt8], questionMark: UInt8) {
    folded.removeAll(keepingCapacity: true)
    // See `append`: empty arrays share a storage that is not to be written.
    if text.isEmpty { return }
    // No character gives more than one byte.
    folded.append(addingCapacity: text.count) { output in
        var index = 0
        var isApart = false
        while index < text.count {
            let byte = text[index]
            var letter: UInt8
            if byte < 0x80 {
                letter = byte == ASCII.questionMark ? questionMark : foldASCII(byte)
                index += 1
            } else {
                let (scalar, length) = scalar(in: text, at: index)
                index += length
                guard let base = FoldedLetter.of(scalar) else { continue }
                letter = base
            }
            if letter == ASCII.underscore {
                isApart = !output.isEmpty
            } else {
                // Between two words stood a byte at the least, so there is room for the `_` too.
                if isApart { output.append(ASCII.underscore) }
                output.append(letter)
                isApart = false
            }
        }
    }
}

/// The letter in lower case or the digit; `_` for any other byte.
@inline(__always)
func foldASCII(_ byte: UInt8) -> UInt8 {
    switch byte {
    case 0x61...0x7A, 0x30...0x39: byte
    case 0x41...0x5A: byte | 0x20
    default: ASCII.underscore
    }
}
