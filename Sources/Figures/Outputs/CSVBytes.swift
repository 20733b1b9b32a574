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
    package mutating func text(_ text: some StringProtocol) {
        self.text(utf8: text.utf8)
    }

    /// Quoted where RFC 4180 asks for it, and where a spreadsheet might take it for a formula.
    mutating func text(utf8: some Collection<UInt8>) {
        separate()
        guard CSVBytes.needsQuotes(utf8) else {
            bytes.append(contentsOf: utf8)
            return
        }
        bytes.append(CSVBytes.quote)
        for byte in utf8 {
            if byte == CSVBytes.quote { bytes.append(byte) }
            bytes.append(byte)
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

    private static func needsQuotes(_ text: some Collection<UInt8>) -> Bool {
        switch text.first {
        case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), UInt8(ascii: "\t"): true
        default:
            text.contains {
                $0 == UInt8(ascii: ",") || $0 == quote || $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r")
            }
        }
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
