import XML

extension PlanLoader {
    mutating func loadIndicators(_ element: XMLElement, roster: Int?) {
        check(element, children: ["indicator"])
        let scope = unitScope(roster: roster, withAssessments: false)
        for child in element.elements("indicator") {
            if let indicator = indicator(child, scope: scope) { indicators.append(indicator) }
        }
    }

    private mutating func indicator(_ element: XMLElement, scope: Scope) -> IndicatorDefinition? {
        check(
            element,
            required: ["id", "kind", "title", "measure", "target"],
            optional: ["dueIn"],
            children: ["wording", "applies", "reported", "met", "groupMet", "figures"]
        )
        let id = value(element, "id")
        checkIndicatorID(id, of: element, scope: scope)
        let kind = IndicatorDefinition.Kind(rawValue: value(element, "kind"))
        if kind == nil, element["kind"] != nil {
            note(element, "`\(value(element, "kind"))` is no kind of indicator: units, events or change")
        }
        let dueIn = element["dueIn"]
        if let dueIn, !periods.contains(where: { $0.code == dueIn }) {
            note(
                element,
                "`\(id)` is due in `\(dueIn)`, which is no period's code: \(periods.map(\.code).joined(separator: ", "))"
            )
        }
        let wording = onlyText("wording", of: element)
        let applies = condition("applies", of: element, scope: scope)
        let reported = condition("reported", of: element, scope: scope)
        let met = condition("met", of: element, scope: scope)
        let groupMet = condition("groupMet", of: element, scope: scope)
        if element.elements("met").isEmpty { note(element, "`\(id)` lacks <met>: write when a unit meets it") }
        let figures = optionalChild("figures", of: element)
        let (denominator, numerator, categories) = figures.map { self.figures($0, scope: scope) } ?? (nil, nil, nil)
        if let kind { check(kind, has: figures, groupMet: groupMet, of: element) }
        if let figures, kind != .units {
            let conditions = [applies, reported, met, groupMet].compactMap { $0 }
            checkSums(Set(conditions.flatMap(\.variables)), categories: categories, at: figures, scope: scope)
            checkSums(
                Set([denominator, numerator].compactMap { $0 }),
                categories: categories,
                at: figures,
                scope: scope
            )
        }
        guard let kind, let met else { return placeholder(id) }
        return IndicatorDefinition(
            id: id,
            kind: kind,
            wording: wording,
            title: value(element, "title"),
            measure: value(element, "measure"),
            target: value(element, "target"),
            dueIn: dueIn,
            applies: applies,
            reported: reported,
            met: met,
            groupMet: groupMet,
            denominator: denominator,
            numerator: numerator,
            categories: categories
        )
    }

    /// Stands for an indicator whose fault is noted, so that conditions over its assessment are still typed.
    private func placeholder(_ id: String) -> IndicatorDefinition {
        IndicatorDefinition(
            id: id,
            kind: .units,
            wording: "",
            title: "",
            measure: "",
            target: "",
            dueIn: nil,
            applies: nil,
            reported: nil,
            met: TypedExpression(source: "true", root: .boolean(true), type: .boolean),
            groupMet: nil,
            denominator: nil,
            numerator: nil,
            categories: nil
        )
    }

    private mutating func checkIndicatorID(_ id: String, of element: XMLElement, scope: Scope) {
        checkIsNew(id, among: indicators.map(\.id), what: "the indicator", of: element)
        if scope.names.contains(id) {
            note(element, "the indicator `\(id)` is called as a fact or a field of the roster: rename it")
        }
        let reserved = ["and", "or", "not", "in", "true", "false"]
        let isName = (try? ExpressionTokenizer.tokens(of: id))?.first?.kind == .word(id) && !id.contains(".")
        if !id.isEmpty, !isName || reserved.contains(id) {
            note(element, "`\(id)` is no id of an indicator: letters and digits, a letter first, such as CT6a")
        }
    }

    private mutating func condition(_ name: String, of element: XMLElement, scope: Scope) -> TypedExpression? {
        guard let child = optionalChild(name, of: element) else { return nil }
        check(child, holdsText: true)
        return typed(text(child), in: scope, of: child)
    }

    private mutating func check(
        _ kind: IndicatorDefinition.Kind,
        has figures: XMLElement?,
        groupMet: TypedExpression?,
        of element: XMLElement
    ) {
        let id = value(element, "id")
        switch kind {
        case .units:
            if let figures { note(figures, "`\(id)` counts units and needs no <figures>: take it out") }
            if groupMet != nil { note(element, "`\(id)` counts units and needs no <groupMet>: take it out") }
        case .events, .change:
            if figures == nil {
                note(element, "`\(id)` adds up counts: write <figures denominator=\"...\" numerator=\"...\"/>")
            }
            if element.elements("reported").isEmpty {
                note(element, "`\(id)` is judged by rows of its own: write <reported>, such as true")
            }
        }
    }

    private mutating func figures(
        _ element: XMLElement,
        scope: Scope
    ) -> (denominator: Int?, numerator: Int?, categories: Int?) {
        check(element, required: ["denominator", "numerator"], optional: ["categories"])
        var categories: Int?
        if let name = element["categories"] {
            categories = codeLists.firstIndex { $0.name == name }
            if categories == nil {
                note(element, "no list `\(name)` is there" + suggestion(for: name, among: codeLists.map(\.name)))
            }
        }
        return (factColumn(element, "denominator"), factColumn(element, "numerator"), categories)
    }

    private mutating func factColumn(_ element: XMLElement, _ attribute: String) -> Int? {
        let name = value(element, attribute)
        guard !name.isEmpty else { return nil }
        let found = factColumns.firstIndex { $0.name == name }
        if found == nil {
            note(
                element,
                "\(attribute): no fact `\(name)` is there" + suggestion(for: name, among: factColumns.map(\.name))
            )
        }
        return found
    }

    /// Notes variables of a condition over sums that cannot be summed, or not by category.
    private mutating func checkSums(_ variables: Set<Int>, categories: Int?, at element: XMLElement, scope: Scope) {
        for variable in variables.sorted() {
            let name = scope.names[variable]
            if variable >= factColumns.count || scope.types[variable] != .number {
                note(
                    element,
                    "`\(name)` is no fact that is a number, so that a group's conditions cannot use its sum: take it out"
                )
            } else if let categories, !hasSplit(variable, by: categories) {
                note(
                    element,
                    "`\(name)` is not split by the list `\(codeLists[categories].name)` of the categories: add a <by> to the fact, or take categories out"
                )
            }
        }
    }

    /// Whether the fact has a part for each code of the list, itself or in everything that it is computed from.
    private func hasSplit(_ column: Int, by list: Int) -> Bool {
        guard factColumns[column].part == nil else { return false }
        let fact = facts[factColumns[column].fact]
        switch fact.source {
        case .aggregate(let aggregate):
            return fact.splits.contains { split in
                split.count == 1 && codeList(of: dataSets[aggregate.dataSet].fields[split[0]]) == list
            }
        case .expression(let expression):
            return expression.variables.allSatisfy { $0 < column && hasSplit($0, by: list) }
        case .value, .envelope: return false
        }
    }
}
