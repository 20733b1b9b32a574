/// JSON written by hand: keys stand in the order in which they are written, one element of a list a line, never a difference
/// between two runs or two versions of a library.
struct JSONText {
    private(set) var bytes: [UInt8] = []
    /// Whether the innermost object or list holds something already.
    private var isFollowing = false

    /// The document of one object, each of whose members stands on a line of its own.
    static func document(_ members: (inout JSONText) -> Void) -> [UInt8] {
        var text = JSONText()
        text.object(members)
        text.append("\n")
        return text.bytes
    }

    /// The document of one list.
    static func list(count: Int, _ element: (Int, inout JSONText) -> Void) -> [UInt8] {
        var text = JSONText()
        text.elements(count: count, element)
        text.append("\n")
        return text.bytes
    }

    mutating func string(_ key: String, _ value: String) {
        name(key)
        quoted(value)
    }

    /// Empty is none.
    mutating func optional(_ key: String, _ value: String?) {
        guard let value, !value.isEmpty else { return null(key) }
        string(key, value)
    }

    mutating func number(_ key: String, _ value: Int?) {
        guard let value else { return null(key) }
        name(key)
        append(String(value))
    }

    mutating func boolean(_ key: String, _ value: Bool) {
        name(key)
        append(value ? "true" : "false")
    }

    mutating func null(_ key: String) {
        name(key)
        append("null")
    }

    mutating func object(_ key: String, _ members: (inout JSONText) -> Void) {
        name(key)
        object(members)
    }

    mutating func strings(_ key: String, _ values: [String]) {
        name(key)
        append("[")
        for (index, value) in values.enumerated() {
            if index > 0 { append(", ") }
            quoted(value)
        }
        append("]")
        isFollowing = true
    }

    /// A list of objects, one a line.
    mutating func objects<Element>(
        _ key: String,
        _ values: [Element],
        _ members: (Element, inout JSONText) -> Void
    ) {
        name(key)
        elements(count: values.count) { index, text in members(values[index], &text) }
    }

    private mutating func elements(count: Int, _ element: (Int, inout JSONText) -> Void) {
        append("[")
        for index in 0..<count {
            append(index == 0 ? "\n" : ",\n")
            object { element(index, &$0) }
        }
        append(count == 0 ? "]" : "\n]")
        isFollowing = true
    }

    private mutating func object(_ members: (inout JSONText) -> Void) {
        append("{")
        isFollowing = false
        members(&self)
        append("}")
        isFollowing = true
    }

    private mutating func name(_ key: String) {
        if isFollowing { append(", ") }
        isFollowing = true
        quoted(key)
        append(": ")
    }

    private mutating func append(_ text: String) {
        bytes.append(contentsOf: text.utf8)
    }

    /// RFC 8259: quotation mark, reverse solidus and control characters are escaped, nothing else.
    private mutating func quoted(_ text: String) {
        bytes.append(UInt8(ascii: "\""))
        defer { bytes.append(UInt8(ascii: "\"")) }
        let isPlain = text.utf8.allSatisfy { $0 >= 0x20 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }
        if isPlain { return append(text) }
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""): append("\\\"")
            case UInt8(ascii: "\\"): append("\\\\")
            case UInt8(ascii: "\n"): append("\\n")
            case UInt8(ascii: "\r"): append("\\r")
            case UInt8(ascii: "\t"): append("\\t")
            case 0..<0x20:
                append("\\u00" + (byte < 0x10 ? "0" : "") + String(byte, radix: 16))
            default: bytes.append(byte)
            }
        }
    }
}
