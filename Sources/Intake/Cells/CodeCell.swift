/// What a cell of a code says.
enum CodeCell: Equatable {
    /// The code: without inner blanks, in upper case.
    case code
    /// `3,13E+07`: Excel's scientific form, whose last digits are gone ("mã đã mất chữ số").
    case lostDigits
}

/// Writes the code into `code`, over what was there: blanks removed, upper case, and `31303702.0` as its integer.
///
/// - Parameter text: as `clean` gives it, not empty.
func readCode(_ text: Span<UInt8>, into code: inout [UInt8]) -> CodeCell {
    code.removeAll(keepingCapacity: true)
    var isASCII = true
    for index in text.indices {
        let byte = text[index]
        switch byte {
        case 0x09, 0x0A, 0x0D, 0x20: break
        case 0x61...0x7A: code.append(byte & 0xDF)
        default:
            if byte >= 0x80 { isASCII = false }
            code.append(byte)
        }
    }
    if !isASCII {
        let upper = String(decoding: code, as: UTF8.self).uppercased()
        code = Array(upper.utf8)
        return .code
    }
    if isScientific(code.span) { return .lostDigits }
    dropZeroFraction(&code)
    return .code
}

/// `3,13E+07` or `3E+07`. Excel always writes the sign, so that `12E3` stays the code that it may be.
private func isScientific(_ text: Span<UInt8>) -> Bool {
    var index = 0
    func digits() -> Int {
        let start = index
        while index < text.count, text[index].isDigit { index += 1 }
        return index - start
    }
    guard digits() > 0 else { return false }
    if index < text.count, text[index] == 0x2C || text[index] == 0x2E {
        index += 1
        guard digits() > 0 else { return false }
    }
    guard index + 2 < text.count, text[index] == 0x45, text[index + 1] == 0x2B else { return false }
    index += 2
    return digits() > 0 && index == text.count
}

/// `31303702.0` is what a program writes that took the code for a number.
private func dropZeroFraction(_ code: inout [UInt8]) {
    guard let mark = code.firstIndex(where: { !$0.isDigit }), mark > 0, mark + 1 < code.count,
        code[mark] == 0x2E || code[mark] == 0x2C, code[(mark + 1)...].allSatisfy({ $0 == 0x30 })
    else { return }
    code.removeSubrange(mark...)
}
