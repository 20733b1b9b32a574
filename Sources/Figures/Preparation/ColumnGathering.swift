import Plan
import Records

/// Takes columns out of a table, as numbers, in another order of rows, with texts numbered in a pool that all tables share.
struct ColumnGathering {
    private let table: Table
    private let rows: [Int32]
    private let plan: Plan
    private let roster: Roster

    init(table: Table, rows: [Int32], plan: Plan, roster: Roster) {
        self.table = table
        self.rows = rows
        self.plan = plan
        self.roster = roster
    }

    func column(ofField field: Int, texts: inout TextPool) -> [Double] {
        let definition = plan.dataSets[table.dataSet].fields[field]
        switch definition.type {
        case .code where definition.roles.contains(.unit):
            return renumbered(table.columns[field], count: roster.count) { texts.intern(roster.codes[$0]) }
        case .code, .text:
            return renumbered(table.columns[field], count: table.texts.count) { number in
                let text = Array(table.texts.utf8(number))
                return texts.intern(text.span)
            }
        case .integer, .decimal, .date, .boolean, .choice, .choices:
            let numbers = table.numbers(field: field, plan: plan)
            return rows.map { numbers[Int($0)] }
        }
    }

    /// Each text that occurs is looked up once.
    private func renumbered(_ cells: [Int32], count: Int, _ number: (Int) -> Int) -> [Double] {
        var numbers = [Double](repeating: .nan, count: count)
        return rows.map { row in
            let cell = cells[Int(row)]
            guard cell != Table.missing else { return .nan }
            if numbers[Int(cell)].isNaN { numbers[Int(cell)] = Double(number(Int(cell))) }
            return numbers[Int(cell)]
        }
    }
}
