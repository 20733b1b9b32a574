import Figures
import Plan
import Spreadsheet

extension TableComposer {
    /// One row a code of a list, over all units of the workbook; a column's fact is its part in each code.
    ///
    /// A record with two codes counts in each of them, and once in the total: that is the fact itself, not the sum of its parts.
    func codeTable(_ layout: TableLayout, list: Int) -> SheetTable {
        let parts = FactParts(plan: plan)
        var rows = plan.codeLists[list].codes.indices.map { RowOf.data(CodeRow(code: $0, label: nil)) }
        if let total = layout.total { rows.append(.total(CodeRow(code: nil, label: total))) }
        return layout.table(rows) { column in
            switch column.content {
            case .ordinal:
                [RowColumn(column: column.column(.ordinal)) { $0.code.map { FigureValues.count($0 + 1) } ?? .blank }]
            case .item(.label):
                [
                    RowColumn(column: column.column(.text)) { row in
                        .text(row.label ?? row.code.map { plan.codeLists[list].codes[$0].name } ?? "")
                    }
                ]
            case .fact(let fact):
                [
                    RowColumn(column: column.column(.count)) { row in
                        sum(parts.column(of: fact, row.code.map { [(list, $0)] } ?? []))
                    }
                ]
            case .factBy(let fact, let second):
                plan.codeLists[second].codes.enumerated().map { position, code in
                    RowColumn(column: column.column(.count, heading: code.name)) { row in
                        sum(parts.column(of: fact, (row.code.map { [(list, $0)] } ?? []) + [(second, position)]))
                    }
                }
            default: []
            }
        }
    }

    struct CodeRow {
        /// Nil: the total.
        let code: Int?
        let label: String?
    }

    private func sum(_ column: Int?) -> CellValue {
        column.map { sum(ofFactColumn: $0, in: .city).cell } ?? .text(Words.none)
    }
}

/// Finds the columns of the matrix of facts that hold parts of facts.
struct FactParts {
    let plan: Plan

    /// The column of a fact's part in those codes (list and position each, in any order), or of the fact itself; where the fact has no such
    /// part, the part of a fact that counts the very same rows. Nil: there is none.
    func column(of fact: Int, _ codes: [(list: Int, code: Int)]) -> Int? {
        if codes.isEmpty { return plan.factColumns.firstIndex { $0.fact == fact && $0.part == nil } }
        if let column = part(of: fact, codes) { return column }
        return plan.facts.indices.lazy.filter { $0 != fact && isSame($0, fact) }.compactMap { part(of: $0, codes) }.first
    }

    private func part(of fact: Int, _ codes: [(list: Int, code: Int)]) -> Int? {
        for (number, split) in plan.facts[fact].splits.enumerated() where split.count == codes.count {
            let lists = split.map { list(ofField: $0, fact: fact) }
            var wanted: [Int] = []
            for list in lists {
                if let code = codes.first(where: { $0.list == list })?.code { wanted.append(code) }
            }
            guard wanted.count == codes.count else { continue }
            if let column = plan.factColumns.firstIndex(where: {
                $0.fact == fact && $0.part?.split == number && $0.part?.codes == wanted
            }) {
                return column
            }
        }
        return nil
    }

    private func list(ofField field: Int, fact: Int) -> Int? {
        guard case .aggregate(let aggregate) = plan.facts[fact].source else { return nil }
        switch plan.dataSets[aggregate.dataSet].fields[field].type {
        case .choice(let list), .choices(let list): return list
        default: return nil
        }
    }

    private func isSame(_ left: Int, _ right: Int) -> Bool {
        guard case .aggregate(let one) = plan.facts[left].source, case .aggregate(let other) = plan.facts[right].source
        else { return false }
        return one == other
    }
}
