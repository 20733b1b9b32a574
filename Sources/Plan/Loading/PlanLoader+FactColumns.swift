import XML

// From the facts as they are written to the columns of the matrix and the types of their expressions.

extension PlanLoader {
    /// The columns of a fact: its own, then each part of each split, in the order of the lists.
    func columns(of draft: FactDraft, at position: Int) -> [FactColumn] {
        var columns = [FactColumn(name: draft.name, title: draft.title, fact: position, part: nil, type: draft.type)]
        guard let dataSet = draft.dataSet else { return columns }
        for (number, split) in draft.splits.enumerated() {
            let lists = split.compactMap { codeList(of: dataSets[dataSet].fields[$0]) }
            var combinations: [[Int]] = [[]]
            for list in lists {
                combinations = combinations.flatMap { start in codeLists[list].codes.indices.map { start + [$0] } }
            }
            for codes in combinations {
                let parts = zip(lists, codes).map { codeLists[$0].codes[$1] }
                columns.append(
                    FactColumn(
                        name: ([draft.name] + parts.map(\.code)).joined(separator: "."),
                        title: draft.title + ": " + parts.map(\.name).joined(separator: ", "),
                        fact: position,
                        part: FactColumn.Part(split: number, codes: codes),
                        type: draft.type
                    )
                )
            }
        }
        return columns
    }

    /// Notes columns that no output could tell apart.
    mutating func checkColumns(_ drafts: [FactDraft]) {
        var names: Set<String> = []
        var titles: Set<String> = []
        var noted: Set<Int> = []
        for column in factColumns where !column.name.isEmpty {
            let element = drafts[column.fact].element
            if !names.insert(column.name).inserted, column.part != nil, noted.insert(column.fact).inserted {
                note(
                    element,
                    "two parts are called `\(column.name)`, as two lists share the code: put one <by> into a fact of its own"
                )
            }
            if !titles.insert(column.title.lowercased()).inserted, noted.insert(column.fact).inserted {
                note(element, "two facts have the title `\(column.title)`, which a table cannot: write another title")
            }
        }
    }

    // MARK: Settling

    /// Types the draft's expression, if it has one, over the facts before it, and adds the fact.
    mutating func settle(_ draft: FactDraft, at position: Int, roster: Int?) {
        var (source, type) = (draft.source, draft.type)
        if let compute = draft.element.elements("compute").first, source == nil, draft.element.name == "fact" {
            var scope = unitScope(roster: roster, withAssessments: false)
            let later = (factColumns.firstIndex { $0.fact >= position } ?? factColumns.count)..<factColumns.count
            let text = text(compute)
            let words = (try? ExpressionTokenizer.tokens(of: text)) ?? []
            let tooEarly = later.first { column in words.contains { $0.kind == .word(factColumns[column].name) } }
            if let tooEarly {
                note(
                    compute,
                    "the fact `\(draft.name)` refers to `\(factColumns[tooEarly].name)`, which is not computed yet: write it after that fact, and let none refer to itself"
                )
            } else {
                let names = scope.names.indices.map { later.contains($0) ? "" : scope.names[$0] }
                scope = Scope(names: names, types: scope.types)
                if let expression = typed(text, in: scope, of: compute, isCondition: false) {
                    (source, type) = (.expression(expression), expression.type)
                }
            }
        }
        for index in factColumns.indices where factColumns[index].fact == position && factColumns[index].type != type {
            let column = factColumns[index]
            factColumns[index] = FactColumn(
                name: column.name,
                title: column.title,
                fact: position,
                part: column.part,
                type: type
            )
        }
        facts.append(
            FactDefinition(
                name: draft.name,
                title: draft.title,
                source: source ?? .envelope(.expected),
                type: type,
                splits: draft.splits
            )
        )
    }
}
