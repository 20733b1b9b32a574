import XML

// Rules over figures: against an earlier period, last year, or what is usual. And what `each` makes of a split fact.

extension PlanLoader {
    mutating func figureTest(_ element: XMLElement) -> Rule.Test? {
        switch element.name {
        case "falls":
            check(element, required: ["facts"], optional: ["each"])
            let columns = columns(element, of: .number)
            for column in columns { checkGrows(column, at: element) }
            return .falls(columns: columns)
        case "turns":
            check(element, required: ["facts"])
            return .turns(columns: columns(element, of: .boolean))
        case "lastYear":
            check(element, required: ["given", "closed"], optional: ["each", "demand"])
            return lastYear(element)
        default:
            check(
                element,
                required: ["facts", "ratio", "robustScore", "leastValue", "leastUnits"],
                optional: ["each"]
            )
            return outlier(element)
        }
    }

    private mutating func lastYear(_ element: XMLElement) -> Rule.Test? {
        let demand = Rule.LastYearTest.Demand(rawValue: element["demand"] ?? "same")
        if demand == nil {
            note(
                element,
                "`demand` is `\(value(element, "demand"))`: write demand=\"given\", or leave it out for same"
            )
        }
        let each = list(ofEach: element)
        guard let given = figure(value(element, "given"), of: .number, at: element),
            let closed = figure(value(element, "closed"), of: .number, at: element)
        else { return nil }
        let pairs = zip(parts(of: given, by: each, at: element), parts(of: closed, by: each, at: element)).map {
            Rule.ClosedPair(given: $0, closed: factColumns[$1].name)
        }
        return demand.map { .lastYear(Rule.LastYearTest(pairs: pairs, demand: $0)) }
    }

    private mutating func outlier(_ element: XMLElement) -> Rule.Test? {
        let columns = columns(element, of: .number)
        let ratio = threshold(element, "ratio", "above 1, such as 10") { $0 > 1 }
        let score = threshold(element, "robustScore", "above 0, such as 3.5") { $0 > 0 }
        let value = threshold(element, "leastValue", "of 0 or more, such as 20") { $0 >= 0 }
        let units = integer(element, "leastUnits")
        if let units, units < 3 {
            note(element, "`leastUnits` is `\(units)`: a median of fewer than 3 units says nothing, write 3 or more")
        }
        guard let ratio, let score, let value, let units else { return nil }
        return .outlier(
            Rule.OutlierTest(
                columns: columns,
                ratio: ratio,
                robustScore: score,
                leastValue: value,
                leastUnits: units
            )
        )
    }

    private mutating func threshold(
        _ element: XMLElement,
        _ attribute: String,
        _ what: String,
        _ makesSense: (Double) -> Bool
    ) -> Double? {
        guard let text = element[attribute] else { return nil }
        guard let number = Double(trimmed(text)), number.isFinite, makesSense(number) else {
            note(element, "`\(attribute)` is `\(text)`, and a number \(what) is needed")
            return nil
        }
        return number
    }

    // MARK: Figures

    /// The columns that `facts` names, or with `each` their parts.
    private mutating func columns(_ element: XMLElement, of type: ValueType) -> [Int] {
        let each = list(ofEach: element)
        var named: [String] = []
        var columns: [Int] = []
        for name in words(element, "facts") {
            checkIsNew(name, among: named, what: "the fact", of: element)
            named.append(name)
            if let column = figure(name, of: type, at: element) {
                columns += parts(of: column, by: each, at: element)
            }
        }
        return columns
    }

    private mutating func figure(_ name: String, of type: ValueType, at element: XMLElement) -> Int? {
        guard !name.isEmpty else { return nil }
        guard let column = factColumns.firstIndex(where: { $0.name == name }) else {
            note(element, "no fact `\(name)` is there" + suggestion(for: name, among: factColumns.map(\.name)))
            return nil
        }
        guard factColumns[column].type == type else {
            let wanted = type == .number ? "no number" : "no yes or no"
            note(element, "the fact `\(name)` is \(wanted), so that <\(element.name)> says nothing of it: take it out")
            return nil
        }
        return column
    }

    /// Notes a figure that is the same in every period of the year.
    private mutating func checkGrows(_ column: Int, at element: XMLElement) {
        guard case .aggregate(let aggregate) = facts[factColumns[column].fact].source else { return }
        switch aggregate.span {
        case .window, .yearToDate: return
        case .planYear, .period:
            note(
                element,
                "the fact `\(factColumns[column].name)` is the same in every period and cannot fall: take it out"
            )
        }
    }

    // MARK: each

    /// The list that `each` names.
    mutating func list(ofEach element: XMLElement) -> Int? {
        guard let name = element["each"] else { return nil }
        let found = codeLists.firstIndex { $0.name == name }
        if found == nil {
            note(element, "each: no list `\(name)` is there" + suggestion(for: name, among: codeLists.map(\.name)))
        }
        return found
    }

    /// The scope in which a split fact's name means its part of that code.
    func part(_ code: Int, of list: Int, in scope: Scope) -> Scope {
        var names = scope.names
        for column in factColumns.indices {
            guard let parts = parts(of: column, by: list) else { continue }
            names[parts[code]] = names[column]
            names[column] = ""
        }
        return Scope(names: names, types: scope.types)
    }

    /// Notes facts that have parts, but none by the list, and a rule none of whose facts has such parts.
    mutating func checkParts(of check: Rule.Check, by list: Int, at element: XMLElement) {
        let conditions = [check.when, check.require].compactMap { $0?.expression }
        let columns = Set(conditions.flatMap(\.variables)).filter { $0 < factColumns.count }.sorted()
        if columns.allSatisfy({ parts(of: $0, by: list) == nil }) {
            note(
                element,
                "no fact of the rule is split by `\(codeLists[list].name)`, so that each code would ask the same: take each out"
            )
        }
        for column in columns where parts(of: column, by: list) == nil {
            if !facts[factColumns[column].fact].splits.isEmpty { noteUnsplit(column, by: list, at: element) }
        }
    }

    private mutating func parts(of column: Int, by list: Int?, at element: XMLElement) -> [Int] {
        guard let list else { return [column] }
        if let parts = parts(of: column, by: list) { return parts }
        noteUnsplit(column, by: list, at: element)
        return []
    }

    private mutating func noteUnsplit(_ column: Int, by list: Int, at element: XMLElement) {
        note(
            element,
            "`\(factColumns[column].name)` is not split by the list `\(codeLists[list].name)` of each: add a <by> to the fact, or take it out"
        )
    }

    /// The fact's parts, code by code of the list; nil where it is not split by that list alone.
    private func parts(of column: Int, by list: Int) -> [Int]? {
        let fact = factColumns[column].fact
        guard factColumns[column].part == nil, case .aggregate(let aggregate) = facts[fact].source else { return nil }
        let split = facts[fact].splits.firstIndex { split in
            split.count == 1 && codeList(of: dataSets[aggregate.dataSet].fields[split[0]]) == list
        }
        guard let split else { return nil }
        return factColumns.indices.filter { factColumns[$0].fact == fact && factColumns[$0].part?.split == split }
    }
}
