import XML

// The plan's own rules: what each demands, of what, and what is told where it does not hold.

extension PlanLoader {
    /// What a rule may ask of; each rule has one of them.
    private static let tests = ["record", "unit", "falls", "turns", "lastYear", "outlier"]

    mutating func rules(_ element: XMLElement, roster: Int?) -> [Rule] {
        check(element, children: ["rule"])
        var rules: [Rule] = []
        var codes: [String] = []
        for child in element.elements("rule") {
            checkRuleCode(child, among: codes)
            codes.append(value(child, "code"))
            if let rule = rule(child, roster: roster) { rules.append(rule) }
        }
        return rules
    }

    private mutating func rule(_ element: XMLElement, roster: Int?) -> Rule? {
        check(element, required: ["code", "severity", "title"], children: Self.tests + ["message", "mend"])
        let severity = Severity(rawValue: value(element, "severity"))
        if severity == nil, !value(element, "severity").isEmpty {
            note(
                element,
                "`\(value(element, "severity"))` is no severity: \(Severity.allCases.map(\.rawValue).joined(separator: ", "))"
            )
        }
        let message = ruleMessage(element)
        let mend = onlyText("mend", of: element)
        if let child = element.elements("mend").first { checkSentence(mend, of: child) }
        let tests = element.elements.filter { Self.tests.contains($0.name) }
        if tests.count != 1 {
            note(
                element,
                "the rule `\(value(element, "code"))` says \(tests.count) times of what it asks: write one of "
                    + Self.tests.map { "<\($0)>" }.joined(separator: ", ")
            )
        }
        guard let child = tests.first else { return nil }
        if child.name == "outlier", severity == .error {
            note(element, "what is only unusual is never an error: write severity=\"query\"")
        }
        guard let test = test(child, message: message, roster: roster), let severity else { return nil }
        return Rule(
            code: value(element, "code"),
            severity: severity,
            title: value(element, "title"),
            message: message.text,
            mend: mend,
            test: test
        )
    }

    private mutating func test(_ element: XMLElement, message: PlacedMessage, roster: Int?) -> Rule.Test? {
        switch element.name {
        case "record": return recordTest(element, message: message, roster: roster)
        case "unit": return unitTest(element, message: message, roster: roster)
        default:
            guard let test = figureTest(element) else { return nil }
            checkPlaces(of: message, known: Rule.words(of: test).map(\.rawValue))
            return test
        }
    }

    private mutating func checkRuleCode(_ element: XMLElement, among codes: [String]) {
        let code = value(element, "code")
        checkIsNew(code, among: codes, what: "the rule", of: element)
        let digits = code.utf8.dropFirst()
        let isCode =
            code.hasPrefix("V") && digits.first != UInt8(ascii: "0") && !digits.isEmpty && digits.count < 5
            && digits.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        if !code.isEmpty, !isCode {
            note(element, "`\(code)` is no code of a rule: write V and a number, such as V1")
        }
    }

    // MARK: A record, a unit

    private static let demands = ["when", "require", "bothOrNeither", "notBoth"]

    private mutating func recordTest(_ element: XMLElement, message: PlacedMessage, roster: Int?) -> Rule.Test? {
        check(element, required: ["dataSet"], optional: ["field"], children: Self.demands)
        guard let dataSet = dataSet(element), let roster else { return nil }
        let set = dataSets[dataSet]
        if set.isRoster {
            note(
                element,
                "the roster is checked by U3 and U4: name another data set, the roster's fields are known there"
            )
        }
        let whole = Plan.ruleScope(of: set, roster: dataSets[roster], milestones: milestones)
        // An event belongs to several periods at once.
        let names = whole.names.map { set.index(of: .period) == nil && $0.hasPrefix("period_") ? "" : $0 }
        let scope = Scope(names: names, types: whole.types)
        checkPlaces(of: message, known: names)
        let field = element["field"].flatMap { self.field($0, of: dataSet, at: element) }
        return demand(of: element, scope: scope).map {
            .record(Rule.RecordTest(dataSet: dataSet, check: $0, field: field))
        }
    }

    private mutating func unitTest(_ element: XMLElement, message: PlacedMessage, roster: Int?) -> Rule.Test? {
        check(element, required: ["dataSet"], optional: ["field", "each"], children: Self.demands)
        guard let dataSet = dataSet(element) else { return nil }
        let field = element["field"].flatMap { self.field($0, of: dataSet, at: element) }
        let scope = unitScope(roster: roster, withAssessments: true)
        let each = list(ofEach: element)
        let word = each.map { codeLists[$0].name }
        checkPlaces(of: message, known: scope.names + [word].compactMap { $0 })
        let faults = errors.count
        guard let whole = demand(of: element, scope: scope) else { return nil }
        func test(_ check: Rule.Check, _ scope: Scope, of code: String?) -> Rule.UnitTest {
            Rule.UnitTest(
                each: code,
                check: check,
                values: message.text.names.map { $0 == word ? nil : scope.names.firstIndex(of: $0) },
                dataSet: dataSet,
                field: field
            )
        }
        guard let each else { return .unit([test(whole, scope, of: nil)]) }
        checkParts(of: whole, by: each, at: element)
        guard errors.count == faults else { return nil }
        return .unit(
            codeLists[each].codes.indices.compactMap { code in
                let part = self.part(code, of: each, in: scope)
                return demand(of: element, scope: part).map { test($0, part, of: codeLists[each].codes[code].name) }
            }
        )
    }

    /// `when`, and what is required: the condition itself, or a short form.
    private mutating func demand(of element: XMLElement, scope: Scope) -> Rule.Check? {
        let when = optionalChild("when", of: element)
        let found = element.elements.filter { Self.demands.contains($0.name) && $0.name != "when" }
        if found.count != 1 {
            note(
                element,
                "<\(element.name)> says \(found.count) times what it requires: write one of <require>, <bothOrNeither>, <notBoth>"
            )
        }
        let condition = when.flatMap { written($0, scope: scope) }
        guard let child = found.first, let require = requirement(child, scope: scope) else { return nil }
        return Rule.Check(when: condition, require: require)
    }

    private mutating func requirement(_ element: XMLElement, scope: Scope) -> Rule.Condition? {
        switch element.name {
        case "bothOrNeither": return shortForm(element, scope: scope) { "\($0) = \($1)" }
        case "notBoth": return shortForm(element, scope: scope) { "not (\($0) and \($1))" }
        default: return written(element, scope: scope)
        }
    }

    private mutating func written(_ element: XMLElement, scope: Scope) -> Rule.Condition? {
        check(element, optional: ["missing"], holdsText: true)
        return condition(text(element), of: element, scope: scope)
    }

    private mutating func shortForm(
        _ element: XMLElement,
        scope: Scope,
        _ whole: (String, String) -> String
    ) -> Rule.Condition? {
        check(element, required: ["first", "second"], optional: ["missing"])
        guard let first = side("first", of: element, scope: scope),
            let second = side("second", of: element, scope: scope)
        else { return nil }
        return condition(whole(first, second), of: element, scope: scope)
    }

    /// A condition as it stands; of any other name, whether it is given.
    private mutating func side(_ attribute: String, of element: XMLElement, scope: Scope) -> String? {
        let source = value(element, attribute)
        guard let side = typed(source, in: scope, of: element, what: attribute, isCondition: false) else { return nil }
        if side.type == .boolean { return "(\(source))" }
        guard case .variable = side.root else {
            note(element, "`\(attribute)` is `\(source)`, and a name or a condition is needed, such as \(source) > 0")
            return nil
        }
        return "present(\(source))"
    }

    private mutating func condition(_ source: String, of element: XMLElement, scope: Scope) -> Rule.Condition? {
        var missing = Rule.MissingValue.skip
        if let word = element["missing"] {
            if let known = Rule.MissingValue(rawValue: word) {
                missing = known
            } else {
                note(element, "`missing` is `\(word)`: write missing=\"counts\", or leave it out for skip")
            }
        }
        return typed(source, in: scope, of: element).map { Rule.Condition(expression: $0, missing: missing) }
    }
}
