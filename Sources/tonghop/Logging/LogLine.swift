import Logging

/// One event of the log as a line, without its end.
struct LogLine {
    /// `2026-12-20T01:00:03+07:00`
    let time: String
    let level: Logger.Level
    let message: String
    let fields: Logger.Metadata

    /// What is known of the run stands beside the message, not among the fields.
    static let runKey = "run"

    /// `2026-12-20T01:00:03+07:00 info: đã công bố, number=12 run=0123456789ab`
    var text: String {
        let words = fields.sorted { $0.key < $1.key }.map { "\($0.key)=\(Self.plain($0.value))" }
        let line = "\(time) \(level.rawValue): \(message)" + (words.isEmpty ? "" : ", " + words.joined(separator: " "))
        // One event is one line, whatever it tells.
        return shown(line.replacing("\n", with: "; "))
    }

    /// `{"time": "...", "level": "info", "message": "...", "run": "...", "fields": {...}}`
    var json: String {
        var members = [
            "\"time\": \(Self.quoted(time))", "\"level\": \(Self.quoted(level.rawValue))",
            "\"message\": \(Self.quoted(message))",
        ]
        var fields = fields
        if let run = fields.removeValue(forKey: Self.runKey) { members.append("\"run\": \(Self.jsonValue(run))") }
        members.append("\"fields\": \(Self.jsonValue(.dictionary(fields)))")
        return "{" + members.joined(separator: ", ") + "}"
    }

    private static func plain(_ value: Logger.MetadataValue) -> String {
        let text = "\(value)"
        return text.isEmpty || text.contains(where: { $0.isWhitespace || $0 == "\"" }) ? quoted(text) : text
    }

    private static func jsonValue(_ value: Logger.MetadataValue) -> String {
        switch value {
        case .string(let text): quoted(text)
        case .stringConvertible(let number as Int): String(number)
        case .stringConvertible(let number as Int64): String(number)
        case .stringConvertible(let number as Int32): String(number)
        case .stringConvertible(let number as Double): number.isFinite ? "\(number)" : quoted("\(number)")
        case .stringConvertible(let flag as Bool): String(flag)
        case .stringConvertible(let other): quoted("\(other)")
        case .array(let values): "[" + values.map(jsonValue).joined(separator: ", ") + "]"
        case .dictionary(let values):
            "{"
                + values.sorted { $0.key < $1.key }.map { "\(quoted($0.key)): \(jsonValue($0.value))" }.joined(
                    separator: ", "
                )
                + "}"
        }
    }

    /// RFC 8259: quotation mark, reverse solidus and control characters are escaped, nothing else.
    private static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            case "\r": quoted += "\\r"
            case "\t": quoted += "\\t"
            case _ where scalar.value < 0x20 || scalar.value == 0x7F:
                let digits = String(scalar.value, radix: 16)
                quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}
