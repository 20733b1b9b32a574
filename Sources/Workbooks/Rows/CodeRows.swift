import Figures
import Plan
import Spreadsheet

extension TableComposer {
    /// One row a code of a list, over all units of the workbook; a column's fact is its part in each code.
    ///
    /// A record with two codes counts in each of them, and once in the total: that is the fact itself, not the sum of its parts.
    func codeTable(_ layout: TableLayout, list: Int) -> SheetTable {
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
                        sum(context.parts.column(of: fact, row.code.map { [(list, $0)] } ?? []))
                    }
                ]
            case .factBy(let fact, let second):
                plan.codeLists[second].codes.enumerated().map { position, code in
                    RowColumn(column: column.column(.count, heading: code.name)) { row in
                        sum(
                            context.parts.column(of: fact, (row.code.map { [(list, $0)] } ?? []) + [(second, position)])
                        )
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
