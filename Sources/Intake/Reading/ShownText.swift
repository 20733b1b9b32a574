import Records
import Tabular

/// A cell as findings show it: clean, so that it can be written anywhere, personal numbers masked, cut at 80 characters.
///
/// Blanks around it, invisible and impossible characters are gone: the same slip has the same finding, and the same id, in
/// whatever form a file was saved.
func shownText(_ cell: Span<UInt8>) -> String {
    // Cut before cleaning, at the start of a character: a cell of a megabyte is not cleaned for 80 characters of it.
    var end = min(cell.count, 1_000)
    while end > 0, end < cell.count, cell[end] & 0xC0 == 0x80 { end -= 1 }
    var cleaned = CleanedCell()
    clean(cell.extracting(0..<end), into: &cleaned)
    // Before the cut, which may part a number.
    _ = PersonalNumbers.mask(in: &cleaned.bytes)
    return String(String(decoding: cleaned.bytes, as: UTF8.self).prefix(80))
}

/// A cell of a row as findings show it.
func shownText(_ record: Record, _ column: Int) -> String {
    let bytes = record.bytes.span
    return shownText(bytes.extracting(record.range(column)))
}
