import XML

/// A rule's message and where it stands.
struct PlacedMessage {
    let element: XMLElement
    let text: RuleMessage
}

extension PlanLoader {
    /// The one message of a rule, with its places.
    mutating func ruleMessage(_ rule: XMLElement) -> PlacedMessage {
        let written = onlyText("message", of: rule)
        let element = rule.elements("message").first ?? rule
        if element.name == "message" { checkSentence(written, of: element) }
        var words: [String] = []
        var names: [String] = []
        var rest = written[...]
        while let open = rest.firstIndex(where: { $0 == "{" || $0 == "}" }) {
            guard rest[open] == "{", let close = rest[open...].firstIndex(of: "}") else {
                note(element, "`\(rest[open])` stands alone: a value's place is written {name}")
                break
            }
            words.append(String(rest[..<open]))
            names.append(trimmed(rest[rest.index(after: open)..<close]))
            rest = rest[rest.index(after: close)...]
        }
        return PlacedMessage(element: element, text: RuleMessage(words: words + [String(rest)], names: names))
    }

    /// Notes places that name nothing.
    mutating func checkPlaces(of message: PlacedMessage, known: [String]) {
        for name in message.text.names where name.isEmpty || !known.contains(name) {
            let hint = known.count < 10 ? ": it may be " + known.map { "{\($0)}" }.joined(separator: ", ") : ""
            note(
                message.element,
                "nothing is known of {\(name)} here" + (hint.isEmpty ? suggestion(for: name, among: known) : hint)
            )
        }
    }

    /// The message and the mend are shown one after the other.
    mutating func checkSentence(_ text: String, of element: XMLElement) {
        if let last = text.last, !".?!".contains(last) {
            note(element, "<\(element.name)> is no whole sentence: end it with a full stop")
        }
    }
}
