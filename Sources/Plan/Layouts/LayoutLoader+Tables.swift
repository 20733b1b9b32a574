import XML

extension LayoutLoader {
    mutating func table(_ element: XMLElement) -> TableLayout? {
        elements.check(
            element,
            required: ["id", "rows"],
            optional: [
                "list", "by", "where", "of", "praised", "excluded", "opened", "closed", "silent", "total", "size",
                "filter", "freeze",
                "centreNumbers", "empty",
            ],
            children: ["column", "factColumns", "indicatorColumns", "fieldColumns", "section", "item"]
        )
        guard let rows = rows(element) else { return nil }
        var columns: [ColumnLayout] = []
        for child in element.elements where child.name != "section" && child.name != "item" {
            columns += column(child, rows: rows).map { [$0] } ?? []
        }
        if columns.isEmpty { elements.note(element, "the table has no <column>: write one") }
        return TableLayout(
            id: elements.value(element, "id"),
            rows: rows,
            columns: columns,
            total: element["total"],
            size: size(element) ?? 12,
            hasFilter: element["filter"] == nil || elements.isYes(element, "filter"),
            frozenColumns: element["freeze"] == "no" ? nil : elements.integer(element, "freeze") ?? 0,
            centresNumbers: elements.isYes(element, "centreNumbers"),
            emptyText: element["empty"] ?? "Không có"
        )
    }

    /// What the rows of a table or a chart are.
    mutating func rows(_ element: XMLElement) -> RowsLayout? {
        switch elements.value(element, "rows") {
        case "indicators": return .indicators
        case "communes": return .groups(.communes)
        case "kinds": return .groups(.kinds)
        case "departments": return .groups(.departments)
        case "units":
            let source = elements.value(element, "where")
            return .units(where: elements.typed(source, in: plan.unitScope, of: element, what: "where"))
        case "misses": return .misses
        case "commendation":
            let (praised, excluded) = (elements.value(element, "praised"), elements.value(element, "excluded"))
            if praised.isEmpty || excluded.isEmpty {
                elements.note(
                    element,
                    "a table of commendation needs the words above its two parts: `praised` and `excluded`"
                )
                return nil
            }
            return .commendation(praised: praised, excluded: excluded)
        case "population":
            let words = ["opened", "closed", "silent"].map { elements.value(element, $0) }
            if words.contains("") {
                elements.note(
                    element,
                    "a table of population needs the words above its three parts: `opened`, `closed` and `silent`"
                )
                return nil
            }
            return .population(opened: words[0], closed: words[1], silent: words[2])
        case "codes": return list(element, "list").map(RowsLayout.codes)
        case "changes": return .changes(groups: element["by"] == nil ? nil : property(element, "by"))
        case "items": return .items(items(element))
        case "records": return dataSet(element).map(RowsLayout.records)
        case "sentRows": return dataSet(element).map(RowsLayout.sentRows)
        case "sentCells": return dataSet(element).map(RowsLayout.sentCells)
        case "fileFindings": return .fileFindings
        case "sentFiles": return .sentFiles
        case "unitIndicators": return .unitIndicators
        case "findings": return .findings
        case "sources": return .sources
        case "decisions": return .decisions
        case let word:
            elements.note(
                element,
                "`rows` is `\(word)`: write indicators, communes, kinds, departments, units, misses, commendation, population, codes, changes, items, records, findings, sources, decisions, fileFindings, sentFiles, sentRows, sentCells or unitIndicators"
            )
            return nil
        }
    }

    /// The data set that rows are of.
    private mutating func dataSet(_ element: XMLElement) -> Int? {
        let name = elements.value(element, "of")
        if let dataSet = plan.dataSet(named: name) { return dataSet }
        let known = plan.dataSets.map(\.name).joined(separator: ", ")
        elements.note(element, "no data set is called `\(name)`: \(known)")
        return nil
    }

    private mutating func column(_ element: XMLElement, rows: RowsLayout) -> ColumnLayout? {
        elements.check(
            element,
            required: element.name == "column" ? ["heading", "width"] : ["width"],
            optional: [
                "heading", "group", "show", "fact", "by", "sum", "count", "value", "ofSum", "ofCount", "ofValue",
                "field", "roster", "stretch", "scale", "link",
            ]
        )
        guard let content = content(element, rows: rows) else { return nil }
        return ColumnLayout(
            heading: elements.value(element, "heading"),
            group: elements.value(element, "group"),
            content: content,
            width: width(element),
            stretches: elements.isYes(element, "stretch"),
            hasScale: elements.isYes(element, "scale"),
            link: link(element)
        )
    }

    /// `8-12`, in characters.
    mutating func width(_ element: XMLElement) -> ClosedRange<Double> {
        let bounds = elements.value(element, "width").split(separator: "-").map { Double($0) }
        if bounds.count == 2, let low = bounds[0], let high = bounds[1], low > 0, low <= high, high <= 255 {
            return low...high
        }
        elements.note(
            element,
            "`width` is `\(elements.value(element, "width"))`: write the least and the most characters, such as 8-12"
        )
        return 8...12
    }

    /// What a column of a table, or a series of a chart, shows; only what such rows have, lest a column stay away in silence.
    mutating func content(_ element: XMLElement, rows: RowsLayout) -> ColumnContent? {
        guard let content = named(element, rows: rows) else { return nil }
        if rows.has(content) { return content }
        elements.note(
            element,
            "<\(element.name)> shows what rows of this kind do not have: see docs/workbook-format.md, Rows"
        )
        return nil
    }

    private mutating func named(_ element: XMLElement, rows: RowsLayout) -> ColumnContent? {
        if element.name == "factColumns" { return .allFacts }
        if element.name == "indicatorColumns" { return .allIndicators }
        if element.name == "fieldColumns" { return .allFields }
        if element["fact"] != nil {
            guard let fact = fact(element, "fact") else { return nil }
            guard element["by"] != nil else { return .fact(fact) }
            return list(element, "by").map { .factBy(fact: fact, list: $0) }
        }
        if element["sum"] != nil || element["count"] != nil {
            guard let measure = measure(element, sum: "sum", count: "count", value: "value") else { return nil }
            guard element["ofSum"] != nil || element["ofCount"] != nil else { return .measure(measure) }
            return self.measure(element, sum: "ofSum", count: "ofCount", value: "ofValue").map {
                .share(measure, of: $0)
            }
        }
        if element["field"] != nil {
            guard let dataSet = rows.recordsDataSet else {
                elements.note(element, "`field` is for tables whose rows are records")
                return nil
            }
            let name = elements.value(element, "field")
            guard let field = plan.dataSets[dataSet].index(of: name) else {
                let known = plan.dataSets[dataSet].fields.map(\.name).joined(separator: ", ")
                elements.note(element, "`\(plan.dataSets[dataSet].name)` has no field `\(name)`: \(known)")
                return nil
            }
            return .field(field)
        }
        if element["roster"] != nil {
            let name = elements.value(element, "roster")
            if let field = plan.dataSets[plan.roster].index(of: name) { return .rosterField(field) }
            let known = plan.dataSets[plan.roster].fields.map(\.name).joined(separator: ", ")
            elements.note(element, "the roster has no field `\(name)`: \(known)")
            return nil
        }
        if elements.value(element, "show") == "ordinal" { return .ordinal }
        switch rows {
        case .indicators: return property(element, "show").map(ColumnContent.indicator)
        case .groups: return property(element, "show").map(ColumnContent.group)
        case .units, .misses, .commendation: return property(element, "show").map(ColumnContent.unit)
        case .population: return property(element, "show").map(ColumnContent.population)
        case .codes, .items: return property(element, "show").map(ColumnContent.item)
        case .changes: return property(element, "show").map(ColumnContent.change)
        case .findings, .fileFindings: return property(element, "show").map(ColumnContent.finding)
        case .sentFiles: return property(element, "show").map(ColumnContent.sentFile)
        case .sentRows, .sentCells: return property(element, "show").map(ColumnContent.sentRow)
        case .unitIndicators:
            if let indicator = IndicatorProperty(rawValue: elements.value(element, "show")), indicator.isOfPlan {
                return .indicator(indicator)
            }
            return property(element, "show").map(ColumnContent.unit)
        case .sources: return property(element, "show").map(ColumnContent.source)
        case .decisions: return property(element, "show").map(ColumnContent.decision)
        case .records:
            elements.note(element, "a column of records shows a `field`, or `ordinal`")
            return nil
        }
    }

    private mutating func items(_ element: XMLElement) -> [ItemLayout] {
        var items: [ItemLayout] = []
        for child in element.elements where child.name == "section" || child.name == "item" {
            if child.name == "section" {
                elements.check(child, holdsText: true)
                items.append(.section(elements.text(child)))
                continue
            }
            elements.check(child, required: ["label", "unit"], optional: ["sum", "count", "value"])
            guard let measure = measure(child, sum: "sum", count: "count", value: "value") else { continue }
            let (label, unit) = (elements.value(child, "label"), elements.value(child, "unit"))
            items.append(.measure(label: label, unit: unit, measure))
        }
        return items
    }

    // MARK: - Names of the plan

    private mutating func measure(
        _ element: XMLElement,
        sum: String,
        count: String,
        value: String
    ) -> MeasureLayout? {
        if element[sum] != nil {
            guard let column = factColumn(element, sum) else { return nil }
            guard plan.factColumns[column].type == .number else {
                elements.note(element, "`\(elements.value(element, sum))` is no number: count its values")
                return nil
            }
            return .sum(column: column)
        }
        guard element[count] != nil else {
            elements.note(element, "<\(element.name)> says neither `\(sum)` nor `\(count)`: write one")
            return nil
        }
        guard let column = factColumn(element, count) else { return nil }
        let word = elements.value(element, value)
        if word == "*" { return .count(column: column, value: .given) }
        switch plan.factColumns[column].type {
        case .boolean where word == "Có" || word == "Không":
            return .count(column: column, value: .boolean(word == "Có"))
        case .choice(let list):
            if let code = plan.codeLists[list].codes.firstIndex(where: { $0.code == word || $0.name == word }) {
                return .count(column: column, value: .code(code))
            }
        default: break
        }
        elements.note(
            element,
            "`\(value)` is `\(word)`, which is no value of the fact: write Có, Không, a code's name, or * for any"
        )
        return nil
    }

    private mutating func factColumn(_ element: XMLElement, _ attribute: String) -> Int? {
        position(of: elements.value(element, attribute), among: plan.factColumns.map(\.name), "fact", element)
    }

    private mutating func fact(_ element: XMLElement, _ attribute: String) -> Int? {
        position(of: elements.value(element, attribute), among: plan.facts.map(\.name), "fact", element)
    }

    private mutating func list(_ element: XMLElement, _ attribute: String) -> Int? {
        position(of: elements.value(element, attribute), among: plan.codeLists.map(\.name), "code list", element)
    }

    private mutating func position(of name: String, among names: [String], _ what: String, _ element: XMLElement)
        -> Int?
    {
        if let position = names.firstIndex(of: name) { return position }
        elements.note(element, "no \(what) is called `\(name)`" + suggestion(for: name, among: names))
        return nil
    }
}

extension RowsLayout {
    /// The data set whose fields columns may name; nil where rows are no records.
    fileprivate var recordsDataSet: Int? {
        switch self {
        case .records(let dataSet), .sentRows(let dataSet): dataSet
        default: nil
        }
    }
}

extension IndicatorProperty {
    /// What the plan says of it, for whatever units.
    fileprivate var isOfPlan: Bool {
        switch self {
        case .number, .wording, .title, .measure, .target, .definition: true
        default: false
        }
    }
}

extension RowsLayout {
    /// Whether rows of this kind have something to show for it.
    fileprivate func has(_ content: ColumnContent) -> Bool {
        switch (self, content) {
        case (_, .ordinal), (.indicators, .indicator), (.items, .item), (.changes, .change), (.records, .field): true
        case (.findings, .finding), (.sources, .source), (.decisions, .decision): true
        case (.groups, .group), (.groups, .fact), (.groups, .measure), (.groups, .share), (.groups, .allIndicators):
            true
        case (.units, .unit), (.units, .fact), (.units, .rosterField), (.units, .allFacts), (.units, .allIndicators):
            true
        case (.misses, .unit), (.misses, .fact), (.misses, .rosterField), (.misses, .allFacts),
            (.misses, .allIndicators):
            true
        case (.commendation, .unit), (.commendation, .fact), (.commendation, .rosterField): true
        case (.commendation, .allFacts), (.commendation, .allIndicators): true
        case (.population, .population): true
        case (.codes, .item(.label)), (.codes, .fact), (.codes, .factBy): true
        case (.fileFindings, .finding), (.sentFiles, .sentFile), (.sentCells, .sentRow): true
        case (.sentRows, .sentRow), (.sentRows, .field), (.sentRows, .allFields): true
        case (.unitIndicators, .indicator), (.unitIndicators, .unit): true
        default: false
        }
    }
}
