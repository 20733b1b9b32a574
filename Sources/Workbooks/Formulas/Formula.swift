/// A piece of a formula, and how deep it nests: Excel allows 64 levels.
struct Formula {
    let text: String
    let depth: Int
    /// What AND or OR joins here, so that a longer chain stays one call.
    private let joined: (function: String, parts: [Formula])?

    init(_ text: String, depth: Int = 0) {
        self.text = text
        self.depth = depth
        joined = nil
    }

    private init(joining parts: [Formula], by function: String) {
        text = "\(function)(\(parts.map(\.text).joined(separator: ",")))"
        depth = 1 + (parts.map(\.depth).max() ?? 0)
        joined = (function, parts)
    }

    /// A text in quotes, as formulas spell it.
    static func quoted(_ text: String) -> String {
        "\"\(text.utf8.contains(0x22) ? text.replacing("\"", with: "\"\"") : text)\""
    }

    static func call(_ function: String, _ arguments: [Formula]) -> Formula {
        Formula(
            "\(function)(\(arguments.map(\.text).joined(separator: ",")))",
            depth: 1 + (arguments.map(\.depth).max() ?? 0)
        )
    }

    static func all(_ parts: [Formula]) -> Formula { join(parts, by: "AND", neutral: "TRUE", deciding: "FALSE") }

    static func any(_ parts: [Formula]) -> Formula { join(parts, by: "OR", neutral: "FALSE", deciding: "TRUE") }

    static func not(_ part: Formula) -> Formula {
        switch part.text {
        case "TRUE": Formula("FALSE")
        case "FALSE": Formula("TRUE")
        default: call("NOT", [part])
        }
    }

    /// The part where the condition holds, else FALSE. IF computes one side only, so that what must not be computed from a blank is not.
    static func guarded(by condition: Formula, _ part: Formula) -> Formula {
        switch condition.text {
        case "TRUE": part
        case "FALSE": Formula("FALSE")
        default: call("IF", [condition, part, Formula("FALSE")])
        }
    }

    func infix(_ sign: String, _ other: Formula) -> Formula {
        Formula("\(text)\(sign)\(other.text)", depth: max(depth, other.depth))
    }

    private static func join(_ parts: [Formula], by function: String, neutral: String, deciding: String) -> Formula {
        var flat: [Formula] = []
        for part in parts {
            if part.text == deciding { return part }
            if part.text == neutral { continue }
            if let joined = part.joined, joined.function == function {
                flat += joined.parts
            } else {
                flat.append(part)
            }
        }
        // Excel takes 255 arguments; a list of codes has fewer.
        return flat.isEmpty ? Formula(neutral) : flat.count == 1 ? flat[0] : Formula(joining: flat, by: function)
    }
}
