import Tabular

/// Free words of a person as they stand in outputs: clean. Every answer, and every name and reason of a decision, enters here.
///
/// - Parameter text: of a cell, as sent.
func enteredText(_ text: ArraySlice<UInt8>) -> String {
    var cleaned = CleanedCell()
    clean(text.span, into: &cleaned)
    return String(decoding: cleaned.bytes, as: UTF8.self)
}
