/// Texts that XML and Excel can hold.
enum SafeText {
    /// Without control characters but tab and newline (a carriage return becomes a newline), without U+FFFE and U+FFFF.
    static func cleaned(_ text: String) -> String {
        if isSafe(text) { return text }
        var clean = ""
        var afterReturn = false
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\r": clean.unicodeScalars.append("\n")
            case "\n" where afterReturn: break
            default: if accepts(scalar) { clean.unicodeScalars.append(scalar) }
            }
            afterReturn = scalar == "\r"
        }
        return clean
    }

    static func isSafe(_ text: String) -> Bool {
        // Only these bytes begin a character that may have to go; the rest need not be looked at closer. All bytes are looked at, which
        // is quicker than to stop at one.
        var isSuspicious = false
        let bytes = text.utf8.span
        for index in bytes.indices {
            let byte = bytes[index]
            let isControl = byte < 0x20 && byte != 0x09 && byte != 0x0A
            isSuspicious = isSuspicious || isControl || byte == 0x7F || byte == 0xC2 || byte == 0xEF
        }
        return !isSuspicious || text.unicodeScalars.allSatisfy(accepts)
    }

    /// With `_x0041_` written as `_x005F_x0041_`: Excel reads the former as the character of that number, wherever a cell or a note
    /// holds it, and libxlsxwriter lets it through.
    static func escaped(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "_")) else { return text }
        var escaped: [UInt8] = []
        let bytes = Array(text.utf8)
        for (at, byte) in bytes.enumerated() {
            escaped.append(byte)
            if byte == UInt8(ascii: "_"), isCode(bytes[(at + 1)...].prefix(6)) { escaped += "x005F_".utf8 }
        }
        return String(decoding: escaped, as: UTF8.self)
    }

    private static func isCode(_ rest: ArraySlice<UInt8>) -> Bool {
        rest.count == 6 && rest.first == UInt8(ascii: "x") && rest.last == UInt8(ascii: "_")
            && rest.dropFirst().dropLast().allSatisfy { Character(UnicodeScalar($0)).isHexDigit }
    }

    /// Cleaned, and no longer than `limit` UTF-16 units; throws `textTooLong` rather than cut it.
    static func checked(_ text: String, limit: Int, place: @autoclosure () -> String) throws(SpreadsheetError) -> String
    {
        try limited(cleaned(text), limit, place())
    }

    /// Cleaned, escaped, and no longer than a cell holds (32,767 UTF-16 units); throws `textTooLong`.
    static func cell(_ text: String, place: @autoclosure () -> String) throws(SpreadsheetError) -> String {
        try limited(escaped(cleaned(text)), 32_767, place())
    }

    private static func limited(
        _ text: String,
        _ limit: Int,
        _ place: @autoclosure () -> String
    ) throws(SpreadsheetError) -> String {
        if text.utf8.count > limit {
            let length = text.utf16.count
            if length > limit { throw .textTooLong(place: place(), length: length, limit: limit) }
        }
        return text
    }

    private static func accepts(_ scalar: UnicodeScalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A: true
        case 0..<0x20, 0x7F..<0xA0, 0xFFFE, 0xFFFF: false
        default: true
        }
    }
}
