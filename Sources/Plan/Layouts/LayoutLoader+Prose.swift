import XML

extension LayoutLoader {
    mutating func chart(_ element: XMLElement) -> ChartLayout? {
        elements.check(
            element,
            required: ["kind", "title", "values", "rows"],
            optional: ["list", "by", "where", "of", "lowest", "share"],
            children: ["series"]
        )
        guard let kind: ChartLayout.Kind = property(element, "kind"), let rows = rows(element) else { return nil }
        var series: [ChartLayout.Series] = []
        for child in element.elements("series") {
            elements.check(
                child,
                required: ["name"],
                optional: ["show", "fact", "sum", "count", "value", "ofSum", "ofCount", "ofValue"]
            )
            guard let content = content(child, rows: rows) else { continue }
            series.append(ChartLayout.Series(name: elements.value(child, "name"), content: content))
        }
        if series.isEmpty { elements.note(element, "the chart has no <series>: write one") }
        let lowest = elements.integer(element, "lowest")
        if let lowest, lowest < 1 { elements.note(element, "`lowest` is \(lowest): write how many rows are shown") }
        return ChartLayout(
            kind: kind,
            title: elements.value(element, "title"),
            valueTitle: elements.value(element, "values"),
            rows: rows,
            selection: lowest.map(ChartLayout.Selection.lowest) ?? .all,
            series: series,
            isShare: elements.isYes(element, "share")
        )
    }

    mutating func paragraphs(_ element: XMLElement) -> [ParagraphLayout] {
        elements.check(element, children: ["paragraph"])
        var paragraphs: [ParagraphLayout] = []
        for child in element.elements("paragraph") {
            elements.check(child, optional: ["heading"], children: ["sentence"])
            var sentences: [SentenceLayout] = []
            for sentence in child.elements("sentence") { sentences.append(self.sentence(sentence)) }
            paragraphs.append(
                ParagraphLayout(heading: elements.value(child, "heading"), sentences: sentences)
            )
        }
        return paragraphs
    }

    private mutating func sentence(_ element: XMLElement) -> SentenceLayout {
        elements.check(element, optional: ["when"], holdsText: true)
        let scope = plan.proseScope
        let condition = elements.typed(elements.value(element, "when"), in: scope, of: element, what: "when")
        let pieces = split(elements.text(element), of: element)
        var places: [SentenceLayout.Place] = []
        for place in pieces.places { places += self.place(place, scope, of: element).map { [$0] } ?? [] }
        return SentenceLayout(condition: condition, words: pieces.words, places: places)
    }

    /// `{so_buoi}`, `{percent CT1.rate}`, `{misses CT1}` or a place of every text.
    private mutating func place(_ source: String, _ scope: Scope, of element: XMLElement) -> SentenceLayout.Place? {
        if let place = LayoutText.Place(rawValue: source) { return .text(place) }
        let words = source.split(separator: " ", maxSplits: 1).map(String.init)
        if words.count == 2, words[0] == "misses" {
            if let indicator = plan.indicators.firstIndex(where: { $0.id == words[1] }) {
                return .misses(indicator: indicator)
            }
            elements.note(element, "no indicator is called `\(words[1])`")
            return nil
        }
        let isPercent = words.count == 2 && words[0] == "percent"
        guard
            let number = elements.typed(
                isPercent ? words[1] : source,
                in: scope,
                of: element,
                what: "{\(source)}",
                isCondition: false
            )
        else { return nil }
        guard number.type == .number else {
            elements.note(element, "`{\(source)}` is no number")
            return nil
        }
        return isPercent ? .percent(number) : .number(number)
    }
}

extension Plan {
    /// What sentences of a report may name, over the workbook's units: the sum of each fact that is a number and the number of units that
    /// say yes to each that is yes or no, both by the fact's name; `expected`, `reported`, `on_time`, `late`, `missing`; and of each
    /// indicator `CT1.numerator`, `.denominator`, `.rate`, `.reported_rate`, `.silent` (units that have not reported), `.met` and
    /// `.judged`. With `last.` before it each number of the same period last year, missing where that is not closed (of parts by two
    /// lists always); as are `units_opened` and `units_closed`, by which the units differ from last year's.
    package var proseScope: Scope {
        let columns = factColumns.filter { $0.type == .number || $0.type == .boolean }.map(\.name)
        let groups = ["expected", "reported", "on_time", "late", "missing"]
        let ofIndicator = ["numerator", "denominator", "rate", "reported_rate", "silent"]
        let numbers = columns + groups + indicators.flatMap { indicator in ofIndicator.map { "\(indicator.id).\($0)" } }
        let judgements = indicators.flatMap { ["\($0.id).met", "\($0.id).judged"] }
        let changes = ["units_opened", "units_closed"]
        let lastYear = numbers.map { "last.\($0)" } + changes
        return Scope(
            names: numbers + judgements + lastYear,
            types: numbers.map { _ in .number } + judgements.map { _ in .boolean } + lastYear.map { _ in .number }
        )
    }
}
