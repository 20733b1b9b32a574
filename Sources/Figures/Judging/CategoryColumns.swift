import Plan
import Records

/// The variables of `Plan.unitScope` for the categories of an indicator: the part of each fact in each code of the list, over
/// the whole city. What has no such part is missing, but for a fact that is computed from others, which is computed from
/// their parts.
struct CategoryColumns {
    let list: Int
    let codeCount: Int
    private var columns: [Int: [Double]] = [:]

    init(list: Int, plan: Plan) {
        self.list = list
        codeCount = plan.codeLists[list].codes.count
    }

    mutating func evaluate(_ expression: TypedExpression, units: inout UnitColumns) -> [Double] {
        for variable in expression.variables where columns[variable] == nil {
            columns[variable] = unknown
            columns[variable] = column(variable, units: &units)
        }
        let columns = columns
        return Evaluation(count: codeCount, column: { columns[$0] ?? [] }).evaluate(expression)
    }

    /// By code: the position of the part of that fact column in `Plan.factColumns`; nil where the fact is not split so.
    func parts(of position: Int, plan: Plan) -> [Int]? {
        let fact = plan.factColumns[position].fact
        var parts = [Int?](repeating: nil, count: codeCount)
        guard plan.factColumns[position].part == nil,
            let split = plan.facts[fact].splits.firstIndex(where: { isByList($0, fact: plan.facts[fact], plan: plan) })
        else { return nil }
        for (position, column) in plan.factColumns.enumerated()
        where column.fact == fact && column.part?.split == split {
            if let code = column.part?.codes.first { parts[code] = position }
        }
        let found = parts.compactMap { $0 }
        return found.count == codeCount ? found : nil
    }

    private var unknown: [Double] { [Double](repeating: .nan, count: codeCount) }

    private mutating func column(_ variable: Int, units: inout UnitColumns) -> [Double] {
        guard units.isFact(variable) else { return unknown }
        if let parts = parts(of: variable, plan: units.plan) {
            return parts.map { part in units.column(part).reduce(0) { $1.isNaN ? $0 : $0 + $1 } }
        }
        let fact = units.plan.facts[units.plan.factColumns[variable].fact]
        guard case .expression(let expression) = fact.source else { return unknown }
        return evaluate(expression, units: &units)
    }

    private func isByList(_ split: [Int], fact: FactDefinition, plan: Plan) -> Bool {
        guard split.count == 1, case .aggregate(let aggregate) = fact.source else { return false }
        switch plan.dataSets[aggregate.dataSet].fields[split[0]].type {
        case .choice(list), .choices(list): return true
        default: return false
        }
    }
}
