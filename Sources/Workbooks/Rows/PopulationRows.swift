import Figures
import Plan
import Records
import Spreadsheet

extension TableComposer {
    /// By what the units differ from those of the same period last year, so that a comparison can be judged.
    func populationTable(_ layout: TableLayout, opened: String, closed: String, silent: String) -> SheetTable {
        guard let change = context.population, let before = context.lastYear?.units else {
            return layout.table([RowOf<PopulationRow>](), columns: populationColumns)
        }
        let communes = roster.communes
        let new = change.opened.map { row in
            let unit = figures.units[row]
            return Member(
                code: roster.codes[unit],
                kind: plan.codeLists[plan.kindList].codes[roster.kinds[unit]].code,
                commune: communes[roster.communeOfUnit[unit]].code
            )
        }
        func members(_ rows: [Int]) -> [Member] {
            rows.map { Member(code: before[$0].code, kind: before[$0].kind, commune: before[$0].commune) }
        }
        return layout.table(
            section(opened, new) + section(closed, members(change.closed)) + section(silent, members(change.silent)),
            columns: populationColumns
        )
    }

    struct PopulationRow {
        let ordinal: Int
        let member: Member
    }

    /// A unit by its codes: the roster of this year need not have it.
    struct Member {
        let code: String
        let kind: String
        let commune: String
    }

    private func section(_ words: String, _ members: [Member]) -> [RowOf<PopulationRow>] {
        guard !members.isEmpty else { return [] }
        let sorted = members.sorted { left, right in
            let (one, other) = (left.commune.utf8, right.commune.utf8)
            if !one.elementsEqual(other) { return one.lexicographicallyPrecedes(other) }
            return left.code.utf8.lexicographicallyPrecedes(right.code.utf8)
        }
        return [.section("\(words): \(members.count) đơn vị")]
            + sorted.enumerated().map { .data(PopulationRow(ordinal: $0 + 1, member: $1)) }
    }

    private func populationColumns(_ column: ColumnLayout) -> [RowColumn<PopulationRow>] {
        switch column.content {
        case .ordinal: [RowColumn(column: column.column(.ordinal)) { FigureValues.count($0.ordinal) }]
        case .population(let property):
            [
                RowColumn(column: column.column(property == .code ? .code : .text)) {
                    .text(text(property, $0.member))
                }
            ]
        default: []
        }
    }

    private func text(_ property: PopulationProperty, _ member: Member) -> String {
        switch property {
        case .code: member.code
        case .name: roster.unit(code: member.code).map { roster.names[$0] } ?? ""
        case .kind: plan.codeLists[plan.kindList].codes.first { $0.code == member.kind }?.name ?? member.kind
        case .commune: roster.communes.first { $0.code == member.commune }?.name ?? member.commune
        }
    }
}
