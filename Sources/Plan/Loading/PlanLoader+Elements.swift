import XML

// What every part of the plan asks of its elements: which attributes and children they may have, and what these say.

extension PlanLoader {
    /// Notes a fault of an element.
    mutating func note(_ element: XMLElement, _ message: String) {
        errors.append(PlanError(file: file, line: element.line, message: message))
    }

    /// Notes what the element has and may not have, and what it must have and has not.
    mutating func check(
        _ element: XMLElement,
        required: [String] = [],
        optional: [String] = [],
        children: [String] = [],
        holdsText: Bool = false
    ) {
        let known = required + optional
        for attribute in element.attributes where !known.contains(attribute.name) {
            let taken = known.isEmpty ? "it takes none" : "it takes \(known.joined(separator: ", "))"
            note(element, "<\(element.name)> has no attribute `\(attribute.name)`: \(taken)")
        }
        for name in required where trimmed(element[name] ?? "").isEmpty {
            let fault = element[name] == nil ? "lacks" : "has an empty"
            note(element, "<\(element.name)> \(fault) attribute `\(name)`: write \(name)=\"...\"")
        }
        for child in element.elements where !children.contains(child.name) {
            let taken = children.isEmpty ? "no element" : children.map { "<\($0)>" }.joined(separator: ", ")
            note(child, "<\(child.name)> does not belong in <\(element.name)>: it holds \(taken)")
        }
        let own = element.children.contains { child in
            if case .text(let text) = child { !trimmed(text).isEmpty } else { false }
        }
        if holdsText, !own { note(element, "<\(element.name)> is empty: write its text") }
        if !holdsText, own {
            note(element, "<\(element.name)> holds a text of its own: it takes attributes and elements only")
        }
    }

    /// The attribute without blanks at its ends; empty where there is none.
    func value(_ element: XMLElement, _ attribute: String) -> String {
        trimmed(element[attribute] ?? "")
    }

    /// The words of an attribute that lists several.
    func words(_ element: XMLElement, _ attribute: String) -> [String] {
        (element[attribute] ?? "").split(whereSeparator: \.isWhitespace).map(String.init)
    }

    /// The element's text on one line: a line break with the blanks around it is one blank.
    func text(_ element: XMLElement) -> String {
        element.text.split(whereSeparator: \.isNewline).map { trimmed($0) }.filter { !$0.isEmpty }.joined(
            separator: " "
        )
    }

    /// The texts of the children of that name.
    mutating func texts(_ name: String, of element: XMLElement) -> [String] {
        element.elements(name).map { child in
            check(child, holdsText: true)
            return text(child)
        }
    }

    /// The text of the one child of that name.
    mutating func onlyText(_ name: String, of element: XMLElement) -> String {
        let found = texts(name, of: element)
        if found.isEmpty { note(element, "<\(element.name)> lacks <\(name)>: write it") }
        if found.count > 1 { note(element, "<\(element.name)> has more than one <\(name)>: keep one") }
        return found.first ?? ""
    }

    /// The one child of that name, if any.
    mutating func optionalChild(_ name: String, of element: XMLElement) -> XMLElement? {
        let found = element.elements(name)
        if found.count > 1 { note(found[1], "<\(element.name)> has more than one <\(name)>: keep one") }
        return found.first
    }

    mutating func isYes(_ element: XMLElement, _ attribute: String) -> Bool {
        guard let text = element[attribute] else { return false }
        if text != "yes" && text != "no" {
            note(element, "`\(attribute)` is `\(text)`: write \(attribute)=\"yes\", or leave it out")
        }
        return text == "yes"
    }

    mutating func integer(_ element: XMLElement, _ attribute: String) -> Int? {
        guard let text = element[attribute] else { return nil }
        let number = Int(text)
        if number == nil { note(element, "`\(attribute)` is `\(text)`, and a whole number is needed, such as 0") }
        return number
    }

    mutating func date(_ element: XMLElement, _ attribute: String) -> CalendarDate? {
        guard let text = element[attribute] else { return nil }
        let date = CalendarDate(iso: text)
        if date == nil { note(element, "`\(attribute)` is `\(text)`, and no such day exists: write it as 2026-03-14") }
        return date
    }

    /// Notes a name that no expression or header could use.
    mutating func checkName(_ name: String, of element: XMLElement) {
        let reserved = ["and", "or", "not", "in", "true", "false"]
        guard !name.isEmpty else { return }
        if name != fold(name) || name.first?.isNumber == true || reserved.contains(name) {
            note(
                element,
                "`\(name)` is no name: use small letters a-z, digits and _, a letter first, and no word of expressions"
            )
        }
    }

    /// Notes an id that could not name a folder or stand in an output.
    mutating func checkID(_ id: String, of element: XMLElement) {
        let fits = id.utf8.allSatisfy { byte in
            (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || byte == 0x2D || byte == 0x5F
        }
        if !fits || id.hasPrefix("-") {
            note(element, "`\(id)` is no id: use letters A-Z, a-z, digits, - and _, no blank and no accent")
        }
    }

    /// Notes an id or name that stood before.
    mutating func checkIsNew(_ name: String, among names: [String], what: String, of element: XMLElement) {
        if !name.isEmpty, names.contains(name) { note(element, "\(what) `\(name)` stands twice: rename or remove one") }
    }

    /// Types an expression; the fault is noted at the element.
    mutating func typed(
        _ source: String,
        in scope: Scope,
        of element: XMLElement,
        what: String? = nil,
        isCondition: Bool = true
    ) -> TypedExpression? {
        guard !source.isEmpty else { return nil }
        let typer = ExpressionTyper(scope: scope, codeLists: codeLists)
        do {
            return isCondition ? try typer.condition(source) : try typer.expression(source)
        } catch {
            let place = error.column.map { ", column \($0)" } ?? ""
            note(element, "in `\(what ?? element.name)`\(place): \(error.message)")
            return nil
        }
    }

    func trimmed(_ text: some StringProtocol) -> String {
        var rest = text[...]
        while rest.first?.isWhitespace == true { rest.removeFirst() }
        while rest.last?.isWhitespace == true { rest.removeLast() }
        return String(rest)
    }
}
