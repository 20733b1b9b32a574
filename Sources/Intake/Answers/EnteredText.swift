import Records
import Tabular

/// Free words of a person as they stand in outputs: clean, personal numbers masked. Every answer, and every name and reason of a
/// decision, enters here.
///
/// - Parameters:
///   - text: of a cell, as sent.
///   - isKey: it names a record, whose codes are compared as they are; it is masked where it is shown.
func enteredText(_ text: ArraySlice<UInt8>, isKey: Bool = false) -> String {
    var cleaned = CleanedCell()
    clean(text.span, into: &cleaned)
    if !isKey { _ = PersonalNumbers.mask(in: &cleaned.bytes) }
    return String(decoding: cleaned.bytes, as: UTF8.self)
}
