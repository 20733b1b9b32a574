import Plan
import Records

/// The variables of `Plan.unitScope` for groups: what the groups' units add up to, where a sum means something.
///
/// Numbers add up, a missing one adding nothing; a boolean is true where one unit's is. Other variables are missing.
struct GroupColumns {
    let grouping: UnitGrouping
    private var columns: [Int: [Double]] = [:]

    init(grouping: UnitGrouping) {
        self.grouping = grouping
    }

    mutating func evaluate(_ expression: TypedExpression, units: inout UnitColumns) -> [Double] {
        for variable in expression.variables where columns[variable] == nil {
            columns[variable] = column(variable, units: &units)
        }
        let columns = columns
        return Evaluation(count: grouping.groups.count, column: { columns[$0] ?? [] }).evaluate(expression)
    }

    private func column(_ variable: Int, units: inout UnitColumns) -> [Double] {
        let values = units.column(variable)
        func sums() -> [Double] { grouping.sums { values[$0].isNaN ? 0 : values[$0] } }
        switch units.plan.unitScope.types[variable] {
        case .number: return sums()
        case .boolean: return sums().map { $0 > 0 ? 1 : 0 }
        case .date, .choice, .choices, .text: return [Double](repeating: .nan, count: grouping.groups.count)
        }
    }
}
