// A cell's text in the one form in which values are read and compared (spec 2, "From bytes to text", step 5). Runs on every
// cell of every file, so the common kinds of text (ASCII, precomposed Vietnamese) take one pass into a buffer that is reused;
// only text that may not be in NFC pays for a normalisation.
//
// Not here: what a text means, and whether it had letters lost or was mojibake; both are settled before.

/// A cell's clean text, in a buffer that the next call of `clean` uses again.
package struct CleanedCell: Equatable, Sendable {
    /// Clean text: UTF-8 in NFC, no blanks at either end.
    package var bytes: [UInt8] = []

    /// Control characters, noncharacters or bytes that are not UTF-8 stood in the cell (finding C8).
    package var removedImpossible = false

    /// An empty cell.
    package init() {}
}

/// Writes a cell's clean form into `cleaned`, over what was there.
///
/// - NFC.
/// - No-break and other wide or narrow spaces become a blank; blanks, tabs and line breaks at both ends are trimmed, inside
///   they stay (free text has lines).
/// - Zero-width spaces and joiners, direction marks, soft hyphens and inner byte order marks are removed. So an emoji that is
///   made of several with joiners falls apart into them: a code that looks right and matches nothing would be worse.
/// - Full-width forms of ASCII (digits above all) and curly quotes become the plain character.
/// - Control characters and noncharacters are removed and reported.
package func clean(_ text: Span<UInt8>, into cleaned: inout CleanedCell) {
    cleaned.bytes.removeAll(keepingCapacity: true)
    cleaned.removedImpossible = false
    if isPrintableASCII(text) {
        var start = 0
        var end = text.count
        while start < end, text[start] == ASCII.blank { start += 1 }
        while end > start, text[end - 1] == ASCII.blank { end -= 1 }
        append(text.extracting(start..<end), to: &cleaned.bytes)
        return
    }
    var removedImpossible = false
    var mustNormalise = false
    // Each character's clean form is as long as the character, or shorter.
    cleaned.bytes.append(addingCapacity: text.count) { output in
        var index = 0
        while index < text.count {
            let (scalar, length) = scalar(in: text, at: index)
            switch CharacterTreatment(of: scalar) {
            case .keep:
                appendKept(text.extracting(index..<(index + length)), to: &output)
            case .normalise:
                mustNormalise = true
                appendKept(text.extracting(index..<(index + length)), to: &output)
            case .blank:
                if !output.isEmpty { output.append(ASCII.blank) }
            case .ascii(let byte):
                output.append(byte)
            case .invisible:
                break
            case .impossible:
                removedImpossible = true
            }
            index += length
        }
        while !output.isEmpty, isBlank(output[output.count - 1]) { _ = output.removeLast() }
    }
    cleaned.removedImpossible = removedImpossible
    if mustNormalise { normalise(&cleaned.bytes) }
}

/// Appends a character, except blanks before the first other one.
@inline(__always)
private func appendKept(_ character: Span<UInt8>, to output: inout OutputSpan<UInt8>) {
    if output.isEmpty, isBlank(character[0]) { return }
    for index in character.indices { output.append(character[index]) }
}

@inline(__always)
private func isBlank(_ byte: UInt8) -> Bool {
    byte == ASCII.blank || byte == ASCII.tab || byte == ASCII.lineFeed || byte == ASCII.carriageReturn
}

private func isPrintableASCII(_ text: Span<UInt8>) -> Bool {
    for index in text.indices where text[index] &- 0x20 > 0x7E - 0x20 { return false }
    return true
}

/// By the standard library, underscore and all: Foundation's mapping is older than the Unicode of `String` comparison, and does
/// not reorder some marks (U+0F73 before U+0323). A test holds every scalar against the standard library's own check.
private func normalise(_ bytes: inout [UInt8]) {
    bytes = String(decoding: bytes, as: UTF8.self)._nfcCodeUnits
}

/// Appends bytes in one piece: 5 GB/s where `append` in a loop runs at 0.8 GB/s.
@inline(__always)
func append(_ piece: Span<UInt8>, to bytes: inout [UInt8]) {
    // To nothing it would write the count of the storage that all empty arrays of all threads share.
    if piece.isEmpty { return }
    bytes.append(addingCapacity: piece.count) { output in
        for index in piece.indices { output.append(piece[index]) }
    }
}
