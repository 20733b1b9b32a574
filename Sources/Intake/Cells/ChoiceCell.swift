import Tabular

/// What a cell of a choice says.
enum ChoiceCell: Equatable {
    /// The position of a code in its list.
    case code(Int32)
    /// The same with letters lost, and only that code fits.
    case codeWithLostLetters(Int32)
    /// Letters are lost, and several codes fit.
    case lost
    /// On no list: the folded text that stands for it.
    case unknown([UInt8])
}

/// Reads a code by its spelling, its name or an alias, folded as headers are.
///
/// - Parameter text: as `clean` gives it, not empty.
func readChoice(_ text: Span<UInt8>, _ words: ChoiceWords) -> ChoiceCell {
    let folded = fold(text)
    if let code = words.code(ofFolded: folded.span) { return .code(code) }
    let fitting = words.codes(ofLost: text)
    if let code = fitting.first { return fitting.count == 1 ? .codeWithLostLetters(code) : .lost }
    return .unknown(standIn(for: text, folded: folded))
}

/// What stands for a value on no list: its folded form, or the text itself where it has no letter that folds.
func standIn(for text: Span<UInt8>, folded: [UInt8]) -> [UInt8] {
    guard folded.isEmpty else { return folded }
    var bytes: [UInt8] = []
    // `;` parts the values of a set where they are kept.
    for index in text.indices where text[index] != 0x3B { bytes.append(text[index]) }
    return bytes
}
