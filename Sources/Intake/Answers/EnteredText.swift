import Tabular

/// Free words of a person as they stand in outputs: clean and of bounded length. Every answer, and every reason of a decision,
/// enters here.
///
/// - Parameters:
///   - text: of a cell, as sent.
///   - limit: in characters (Unicode scalars).
func enteredText(_ text: String, limit: Int) -> String {
    var cleaned = CleanedCell()
    clean(Array(text.utf8).span, into: &cleaned)
    let clean = String(decoding: cleaned.bytes, as: UTF8.self)
    guard clean.unicodeScalars.count > limit else { return clean }
    return String(String.UnicodeScalarView(clean.unicodeScalars.prefix(limit)))
}
