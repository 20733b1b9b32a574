/// A path as it is shown: NFC, and what would not be seen, or would break a line or a terminal, made visible.
///
/// A line break is `␊`, other control characters are pictures like it, marks that turn the direction of text are dropped, and
/// bytes that are no UTF-8 are `%XX`. It is for people; files are opened by their own bytes.
func shownPath(_ bytes: [UInt8]) -> String {
    // Most names are of plain letters.
    if bytes.allSatisfy({ 0x20..<0x7F ~= $0 }) { return String(decoding: bytes, as: UTF8.self) }
    var shown = ""
    var rest = bytes[...]
    while !rest.isEmpty {
        // The longest run of valid UTF-8, then the bytes that are none.
        let (text, length) = validPrefix(rest)
        for scalar in text.unicodeScalars { append(scalar, to: &shown) }
        rest = rest.dropFirst(length)
        if let wrong = rest.popFirst() {
            let digits = String(wrong, radix: 16, uppercase: true)
            shown += "%" + (digits.count < 2 ? "0" : "") + digits
        }
    }
    // As Tabular does: the standard library's own form, without all of Foundation.
    return String(decoding: shown._nfcCodeUnits, as: UTF8.self)
}

private func append(_ scalar: Unicode.Scalar, to shown: inout String) {
    switch scalar.value {
    case 0x00..<0x20: if let picture = Unicode.Scalar(0x2400 + scalar.value) { shown.unicodeScalars.append(picture) }
    case 0x7F: shown.unicodeScalars.append("\u{2421}")
    case 0x80..<0xA0, 0xFFFE, 0xFFFF, 0x2028, 0x2029: shown.unicodeScalars.append("\u{FFFD}")
    case 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFEFF, 0xAD: break
    default: shown.unicodeScalars.append(scalar)
    }
}

private func validPrefix(_ bytes: ArraySlice<UInt8>) -> (text: String, length: Int) {
    let array = Array(bytes)
    do {
        let text = try UTF8Span(validating: array.span)
        return (String(copying: text), array.count)
    } catch {
        let length = error.byteOffsets.lowerBound
        return (String(decoding: array[..<length], as: UTF8.self), length)
    }
}
