import Plan

extension Roster {
    /// A field of the roster as numbers for evaluation, one a unit; its texts get their numbers in `texts`.
    ///
    /// What the roster has settled goes before what its cells say: the levels that a kind implies. A unit of which nothing is
    /// known has no kind and no level.
    package func numbers(field: Int, plan: Plan, texts: inout TextPool) -> [Double] {
        let definition = plan.dataSets[plan.roster].fields[field]
        if definition.roles.contains(.unit) { return codes.map { Double(texts.intern($0)) } }
        if definition.roles.contains(.levels) { return levels.map { $0 == 0 ? .nan : Double($0) } }
        guard table.count == count else { return [Double](repeating: .nan, count: count) }
        if definition.roles.contains(.kind) {
            return zip(kinds, table.columns[field]).map { $1 == Table.missing ? .nan : Double($0) }
        }
        switch definition.type {
        case .code, .text:
            var numbers: [Double] = []
            for cell in table.columns[field] {
                numbers.append(cell == Table.missing ? .nan : Double(texts.intern(table.texts[Int(cell)])))
            }
            return numbers
        case .integer, .decimal, .date, .boolean, .choice, .choices:
            return table.numbers(field: field, plan: plan)
        }
    }
}
