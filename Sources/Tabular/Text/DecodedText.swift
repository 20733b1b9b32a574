// The first step of intake: bytes of a file become UTF-8 text, or a typed error that says on which line they do not.
//
// The order is fixed: byte order mark; else UTF-16, told by its zero bytes; else strict UTF-8. Nothing is guessed and nothing
// is replaced: U+FFFD never stands for a byte that could not be read. The eight-bit code pages (Windows-1258, Windows-1252,
// TCVN3) cannot be told by bytes alone, so they are no part of this function: who gets `invalidUTF8` may try them, each
// giving a `DecodedText` with its own `TextEncoding`, and let the header decide.

/// A file's bytes as UTF-8 text.
package struct DecodedText: Equatable, Sendable {
    /// Valid UTF-8 without a byte order mark. NUL and noncharacters may stand in it: they are valid, `clean` removes them.
    package let bytes: [UInt8]

    /// What the file's bytes were.
    package let encoding: TextEncoding
}

/// Why bytes are not the text that they claim to be. The line is 1-based, counted as `Tokenizer` counts.
package enum TextError: Error, Equatable, Sendable {
    /// No byte order mark, no UTF-16, and not UTF-8 either (or marked as UTF-8 and wrong): first wrong byte's line.
    case invalidUTF8(line: Int)

    /// UTF-16 with half a surrogate pair, or with half a code unit at its end.
    case invalidUTF16(line: Int)
}

/// Reads a file's bytes as text: byte order mark, else UTF-16 by its zero bytes, else strict UTF-8.
///
/// UTF-8 without a mark is checked, not copied. An empty file is empty UTF-8 text.
package func decodeText(_ bytes: [UInt8]) throws(TextError) -> DecodedText {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
        try validate(bytes.span)
        return DecodedText(bytes: Array(bytes.dropFirst(3)), encoding: .utf8WithMark)
    }
    if let (order, mark) = UTF16Text.order(of: bytes.span) {
        let text = try UTF16Text.decode(bytes.span.extracting(droppingFirst: mark), order: order)
        return DecodedText(bytes: text, encoding: order == .little ? .utf16LittleEndian : .utf16BigEndian)
    }
    try validate(bytes.span)
    return DecodedText(bytes: bytes, encoding: .utf8)
}

private func validate(_ bytes: Span<UInt8>) throws(TextError) {
    do {
        // The standard library's validation: 19 GB/s on ASCII, 2 GB/s on Vietnamese (2-core machine).
        _ = try UTF8Span(validating: bytes)
    } catch {
        let wrong = error.byteOffsets.lowerBound
        throw .invalidUTF8(line: 1 + lineBreaks(in: bytes.extracting(first: wrong)))
    }
}
