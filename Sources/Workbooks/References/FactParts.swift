import Plan

/// Finds the columns of the matrix of facts that hold parts of facts.
package struct FactParts: Sendable {
    private struct Key: Hashable {
        let fact: Int
        /// Of a list, in the order of the lists.
        let codes: [Code]
    }

    private struct Code: Hashable, Comparable {
        let list: Int
        let code: Int

        static func < (left: Code, right: Code) -> Bool { (left.list, left.code) < (right.list, right.code) }
    }

    private var columns: [Key: Int] = [:]

    package init(plan: Plan) {
        for (position, column) in plan.factColumns.enumerated() {
            let lists = column.part.map { Self.lists(of: plan.facts[column.fact], split: $0.split, plan) } ?? []
            let codes = zip(lists, column.part?.codes ?? []).map(Code.init)
            guard codes.count == column.part?.codes.count ?? 0 else { continue }
            columns[Key(fact: column.fact, codes: codes.sorted()), default: position] = position
        }
        // A fact that lacks a part has that of a fact that counts the very same rows.
        for (fact, definition) in plan.facts.enumerated() {
            guard case .aggregate(let aggregate) = definition.source else { continue }
            for (other, same) in plan.facts.enumerated() where other != fact {
                guard case .aggregate(let counted) = same.source, counted == aggregate else { continue }
                for (key, column) in columns where key.fact == other && !key.codes.isEmpty {
                    let own = Key(fact: fact, codes: key.codes)
                    if columns[own] == nil { columns[own] = column }
                }
            }
        }
    }

    /// The column of a fact's part in those codes (list and position each, in any order), or of the fact itself; nil: there is none.
    func column(of fact: Int, _ codes: [(list: Int, code: Int)]) -> Int? {
        columns[Key(fact: fact, codes: codes.map { Code(list: $0.list, code: $0.code) }.sorted())]
    }

    /// The lists of the fields that a fact is split by; fewer where one is no choice.
    private static func lists(of fact: FactDefinition, split: Int, _ plan: Plan) -> [Int] {
        guard case .aggregate(let aggregate) = fact.source, fact.splits.indices.contains(split) else { return [] }
        return fact.splits[split].compactMap { field in
            switch plan.dataSets[aggregate.dataSet].fields[field].type {
            case .choice(let list), .choices(let list): list
            default: nil
            }
        }
    }
}
