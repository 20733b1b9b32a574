import XML

/// A fact before its expression is typed.
struct FactDraft {
    let element: XMLElement
    let name: String
    let title: String
    /// Nil for an expression.
    var source: FactDefinition.Source?
    var type: ValueType
    var splits: [[Int]] = []
    var dataSet: Int?
}

extension PlanLoader {
    mutating func loadFacts(_ element: XMLElement, roster: Int?) {
        check(element, children: ["values", "fact"])
        var drafts: [FactDraft] = []
        for child in element.elements {
            switch child.name {
            case "values": drafts += values(child)
            case "fact": drafts.append(draft(child))
            default: break
            }
        }
        let rosterNames = roster.map { dataSets[$0].fields.map(\.name) } ?? []
        var names: Set<String> = []
        for draft in drafts where !draft.name.isEmpty {
            checkName(draft.name, of: draft.element)
            if !names.insert(draft.name).inserted {
                note(draft.element, "the fact `\(draft.name)` stands twice: rename or remove one")
            }
            if rosterNames.contains(draft.name) {
                note(
                    draft.element,
                    "the fact `\(draft.name)` is called as a field of the roster: rename it, conditions could not tell them apart"
                )
            }
        }
        for (position, draft) in drafts.enumerated() { factColumns += columns(of: draft, at: position) }
        checkColumns(drafts)
        for (position, draft) in drafts.enumerated() { settle(draft, at: position, roster: roster) }
        checkLastYear(at: element)
    }

    /// Notes figures that the closed set of this plan's periods could not tell next year.
    private mutating func checkLastYear(at element: XMLElement) {
        for (position, set) in dataSets.enumerated() {
            for told in set.lastYearFields
            where LastYearFigure(told: told, dataSet: position, dataSets: dataSets, facts: facts) == nil {
                let categories = LastYearFigure.categories(of: set).map { set.fields[$0].name }
                let split = categories.isEmpty ? "" : ", each split by \(categories.joined(separator: ", ")) alone"
                let name = set.fields[told].lastYearOf.map { set.fields[$0].name } ?? ""
                note(
                    element,
                    "next year cannot read `\(name)` of `\(set.name)` from closed sets: add \(LastYearFigure.neededFacts)\(split)"
                )
            }
        }
    }

    // MARK: Reading

    /// `<values>`: each field named is a fact of its own name.
    private mutating func values(_ element: XMLElement) -> [FactDraft] {
        check(element, required: ["dataSet", "fields"])
        guard let dataSet = dataSet(element) else { return [] }
        let set = dataSets[dataSet]
        let isOneRow =
            set.index(of: .sentOn) != nil
            || set.key.allSatisfy { key in
                !Set(set.fields[key].roles).isDisjoint(with: [.unit, .period, .year])
            }
        if set.index(of: .period) == nil || !isOneRow {
            note(element, "`\(set.name)` has not one row a unit and period: count or sum its rows in a <fact>")
        }
        return words(element, "fields").compactMap { word in
            guard let field = field(word, of: dataSet, at: element) else { return nil }
            return FactDraft(
                element: element,
                name: word,
                title: set.fields[field].title,
                source: .value(dataSet: dataSet, field: field),
                type: ValueType(set.fields[field].type)
            )
        }
    }

    private mutating func draft(_ element: XMLElement) -> FactDraft {
        let sources = ["count", "sum", "countDistinct", "dropped", "known", "compute"]
        check(element, required: ["name", "title"], children: sources + ["by"])
        var draft = FactDraft(
            element: element,
            name: value(element, "name"),
            title: value(element, "title"),
            type: .number
        )
        let found = element.elements.filter { sources.contains($0.name) }
        if found.count != 1 {
            note(
                element,
                "the fact `\(draft.name)` says \(found.count) times how it is computed: write one of \(sources.map { "<\($0)>" }.joined(separator: ", "))"
            )
        }
        guard let source = found.first else { return draft }
        switch source.name {
        case "known":
            check(source, required: ["what"])
            if let envelope = envelope(source) {
                draft.source = .envelope(envelope)
                draft.type = [.expected, .reported, .onTime].contains(envelope) ? .boolean : .number
            }
        case "compute": check(source, holdsText: true)
        default:
            draft.dataSet = dataSet(source)
            if let aggregate = aggregate(source, dataSet: draft.dataSet) { draft.source = .aggregate(aggregate) }
        }
        for by in element.elements("by") {
            check(by, required: ["fields"])
            if let split = split(by, of: draft) { draft.splits.append(split) }
        }
        return draft
    }

    private mutating func envelope(_ element: XMLElement) -> FactDefinition.Envelope? {
        let what = value(element, "what")
        let envelope = FactDefinition.Envelope(rawValue: what)
        if envelope == nil {
            note(
                element,
                "`\(what)` is not known of a unit: \(FactDefinition.Envelope.allCases.map(\.rawValue).joined(separator: ", "))"
            )
        }
        return envelope
    }

    private mutating func aggregate(_ element: XMLElement, dataSet: Int?) -> FactDefinition.Aggregate? {
        let hasField = element.name != "count"
        check(
            element,
            required: hasField ? ["dataSet", "field"] : ["dataSet"],
            optional: element.name == "dropped" ? [] : ["where", "span", "period"]
        )
        guard let dataSet else { return nil }
        let set = dataSets[dataSet]
        if element.name == "dropped" {
            return dropped(element, dataSet: dataSet).map {
                FactDefinition.Aggregate(dataSet: dataSet, function: .dropped(told: $0), condition: nil, span: .window)
            }
        }
        if set.isRoster { note(element, "the roster is not counted into facts: its fields can be named as they are") }
        var function = FactDefinition.Aggregate.Function.count
        if hasField {
            guard let field = variable(value(element, "field"), of: dataSet, at: element) else { return nil }
            if element.name == "sum", set.factScope.types[field] != .number {
                note(
                    element,
                    "`\(set.factScope.names[field])` is no number and cannot be summed: use count, or another field"
                )
            }
            function = element.name == "sum" ? .sum(field: field) : .countDistinct(field: field)
        }
        return FactDefinition.Aggregate(
            dataSet: dataSet,
            function: function,
            condition: typed(value(element, "where"), in: set.factScope, of: element, what: "where"),
            span: span(element, of: set)
        )
    }

    /// The field that tells last year's figure of the one that is named.
    private mutating func dropped(_ element: XMLElement, dataSet: Int) -> Int? {
        let set = dataSets[dataSet]
        guard let field = field(value(element, "field"), of: dataSet, at: element) else { return nil }
        let told = set.lastYearFields.first { set.fields[$0].lastYearOf == field }
        if told == nil || LastYearFigure.categories(of: set).isEmpty {
            note(
                element,
                "`\(set.fields[field].name)` has no figure of last year by category: write lastYearOf=\"...\" on the field that tells it"
            )
        }
        return told
    }

    /// A field, or `last.` and a field that another one is `lastYearOf`.
    private mutating func variable(_ name: String, of dataSet: Int, at element: XMLElement) -> Int? {
        guard name.hasPrefix("last.") else { return field(name, of: dataSet, at: element) }
        let names = dataSets[dataSet].factScope.names
        let found = names.firstIndex(of: name)
        if found == nil {
            note(
                element,
                "no field of `\(dataSets[dataSet].name)` is lastYearOf `\(name.dropFirst(5))`: write it on the field that tells it"
            )
        }
        return found
    }

    private mutating func span(_ element: XMLElement, of set: DataSet) -> FactDefinition.Span {
        if let code = element["period"] {
            if !periods.contains(where: { $0.code == code }) {
                note(element, "no period has the code `\(code)`: \(periods.map(\.code).joined(separator: ", "))")
            }
            if set.index(of: .period) == nil || element["span"] != nil {
                note(
                    element,
                    "period=\"...\" is for data sets with a period column, and stands without span: take one out"
                )
            }
            return .period(code: code)
        }
        switch element["span"] {
        case nil, "window": return .window
        case "yearToDate", "planYear":
            if set.index(of: .eventDate) == nil {
                note(element, "the rows of `\(set.name)` have no date but a period: take span out, or name a period")
            }
            return element["span"] == "planYear" ? .planYear : .yearToDate
        case .some(let other):
            note(element, "`\(other)` is no span: window, yearToDate or planYear")
            return .window
        }
    }

    private mutating func split(_ by: XMLElement, of draft: FactDraft) -> [Int]? {
        guard let dataSet = draft.dataSet else {
            note(by, "only a <count>, <sum>, <countDistinct> or <dropped> can be split: take <by> out")
            return nil
        }
        let fields = words(by, "fields").compactMap { word -> Int? in
            guard let field = field(word, of: dataSet, at: by) else { return nil }
            if codeList(of: dataSets[dataSet].fields[field]) == nil {
                note(by, "`\(word)` is no choice and cannot split a fact: name a field with a list")
                return nil
            }
            return field
        }
        if case .aggregate(let aggregate) = draft.source, case .dropped = aggregate.function,
            fields != LastYearFigure.categories(of: dataSets[dataSet])
        {
            note(by, "<dropped> counts categories: split it by the field that tells them, or take <by> out")
            return nil
        }
        if words(by, "fields").count > 2 { note(by, "a fact is split by one field or by two: take some out") }
        return fields.count == words(by, "fields").count ? fields : nil
    }

    // MARK: References

    /// The data set that the element names.
    mutating func dataSet(_ element: XMLElement) -> Int? {
        let name = value(element, "dataSet")
        guard !name.isEmpty else { return nil }
        let found = dataSets.firstIndex { $0.name == name }
        if found == nil {
            note(element, "no data set `\(name)` is there" + suggestion(for: name, among: dataSets.map(\.name)))
        }
        return found
    }

    mutating func field(_ name: String, of dataSet: Int, at element: XMLElement) -> Int? {
        guard !name.isEmpty else { return nil }
        let found = dataSets[dataSet].index(of: name)
        if found == nil {
            note(
                element,
                "`\(dataSets[dataSet].name)` has no field `\(name)`"
                    + suggestion(for: name, among: dataSets[dataSet].fields.map(\.name))
            )
        }
        return found
    }

    /// The list that a choice or a set is made from.
    func codeList(of field: Field) -> Int? {
        switch field.type {
        case .choice(let list), .choices(let list): list
        default: nil
        }
    }
}
