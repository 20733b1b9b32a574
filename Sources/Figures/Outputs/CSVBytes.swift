/// The bytes of a CSV file as spec 5 wants it: UTF-8, LF, commas, RFC 4180.
///
/// Cells are written one after the other, `endRecord` ends a line. Bytes are appended directly: facts.csv has millions of
/// cells.
package struct CSVBytes: Sendable {
    package private(set) var bytes: [UInt8] = []
    private var isAtStart = true

    package init() {}

    package mutating func endRecord() {
        bytes.append(UInt8(ascii: "\n"))
        isAtStart = true
    }

    mutating func missing() {
        separate()
    }

    /// A cell of text, empty where the text is.
    package mutating func text(_ text: String) {
        separate()
        guard CSVBytes.needsQuotes(text.utf8.span) else {
            bytes.append(contentsOf: text.utf8)
            return
        }
        quoted(text.utf8.span)
    }

    /// The same of its bytes.
    mutating func text(utf8: ArraySlice<UInt8>) {
        separate()
        guard CSVBytes.needsQuotes(utf8.span) else {
            bytes.append(contentsOf: utf8)
            return
        }
        quoted(utf8.span)
    }

    private mutating func quoted(_ text: Span<UInt8>) {
        bytes.append(CSVBytes.quote)
        for index in text.indices {
            if text[index] == CSVBytes.quote { bytes.append(CSVBytes.quote) }
            bytes.append(text[index])
        }
        bytes.append(CSVBytes.quote)
    }

    mutating func boolean(_ value: Bool) {
        separate()
        bytes.append(contentsOf: (value ? "true" : "false").utf8)
    }

    mutating func integer(_ value: Int) {
        separate()
        appendDigits(value, width: 1)
    }

    /// `12`, `12.5`; without an exponent.
    mutating func number(_ value: Double) {
        // Whole below 2^53: the integer that the number holds exactly. Not `Int(exactly:)`, which needs the C library of
        // mathematics, linked only where Foundation is.
        if abs(value) < 0x1p53, Double(Int(value)) == value {
            integer(Int(value))
        } else {
            separate()
            bytes.append(contentsOf: CSVBytes.decimal(value).utf8)
        }
    }

    /// `1.714286`
    mutating func number(_ rate: Rate) {
        separate()
        bytes.append(contentsOf: rate.text.utf8)
    }

    /// `2026-03-14`
    mutating func date(year: Int, month: Int, day: Int) {
        separate()
        appendDigits(year, width: 4)
        bytes.append(UInt8(ascii: "-"))
        appendDigits(month, width: 2)
        bytes.append(UInt8(ascii: "-"))
        appendDigits(day, width: 2)
    }

    private static let quote = UInt8(ascii: "\"")

    /// Where RFC 4180 asks for it, and where a spreadsheet might take the cell for a formula.
    private static func needsQuotes(_ text: Span<UInt8>) -> Bool {
        if text.isEmpty { return false }
        switch text[0] {
        case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), UInt8(ascii: "\t"): return true
        default: break
        }
        for index in text.indices {
            switch text[index] {
            case UInt8(ascii: ","), quote, UInt8(ascii: "\n"), UInt8(ascii: "\r"): return true
            default: break
            }
        }
        return false
    }

    private mutating func separate() {
        if !isAtStart { bytes.append(UInt8(ascii: ",")) }
        isAtStart = false
    }

    private mutating func appendDigits(_ value: Int, width: Int) {
        // Most cells are small counts.
        if 0 <= value, value < 10, width == 1 {
            bytes.append(UInt8(ascii: "0") + UInt8(value))
            return
        }
        if value < 0 { bytes.append(UInt8(ascii: "-")) }
        let start = bytes.count
        var rest = value.magnitude
        repeat {
            bytes.append(UInt8(ascii: "0") + UInt8(rest % 10))
            rest /= 10
        } while rest > 0 || bytes.count - start < width
        bytes[start...].reverse()
    }

    /// The shortest decimal that reads back as the number, with its exponent written out.
    private static func decimal(_ value: Double) -> String {
        let text = value.description
        guard let mark = text.firstIndex(of: "e"), let exponent = Int(text[text.index(after: mark)...]) else {
            return text
        }
        let sign = text.hasPrefix("-") ? "-" : ""
        let mantissa = text[..<mark].drop { $0 == "-" }.split(separator: ".")
        let whole = mantissa.first ?? "0"
        let digits = whole + (mantissa.count > 1 && mantissa[1] != "0" ? mantissa[1] : "")
        let point = whole.count + exponent
        if point <= 0 { return sign + "0." + String(repeating: "0", count: -point) + digits }
        if point >= digits.count { return sign + digits + String(repeating: "0", count: point - digits.count) }
        return sign + digits.prefix(point) + "." + digits.dropFirst(point)
    }
}
