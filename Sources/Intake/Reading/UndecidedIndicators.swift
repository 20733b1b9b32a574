import Plan
import Records

/// U4: a value of the roster that decides whether an indicator applies to a unit, and is not there, such as last year's rating
/// at a school that could apply for more.
///
/// Asked of the plan's own conditions, so that no name stands here: where a condition that rests on the roster alone is not
/// settled by the unit's kind and levels, the columns that the unit leaves empty are named, whatever the others say.
struct UndecidedIndicators {
    private let plan: Plan
    private let roster: Roster
    private let definition: DataSet
    /// Where the roster's fields begin in the scope of conditions; before them stand the facts.
    private let first: Int

    init(_ plan: Plan, _ roster: Roster) {
        self.plan = plan
        self.roster = roster
        definition = plan.dataSets[plan.roster]
        first = plan.factColumns.count
    }

    func findings() -> [Finding] {
        let levels = definition.index(of: .levels)
        var named: Set<[Int]> = []
        var findings: [Finding] = []
        for condition in plan.indicators.compactMap(\.applies) {
            guard let fields = fields(of: condition) else { continue }
            for (unit, value) in evaluate(condition).enumerated() where value.isNaN {
                for field in fields.sorted() where field != levels && roster.table.columns[field][unit] == Table.missing
                {
                    guard named.insert([unit, field]).inserted else { continue }
                    findings.append(
                        Finding(
                            .U4,
                            dataSet: plan.roster,
                            file: 0,
                            line: roster.table.sources[unit].line,
                            unit: roster.codes[unit],
                            arguments: ["thiếu \(definition.fields[field].title)"]
                        )
                    )
                }
            }
        }
        return findings
    }

    /// The roster's fields that an expression rests on, through facts that are computed from them; nil where it needs reports.
    private func fields(of expression: TypedExpression) -> Set<Int>? {
        var fields: Set<Int> = []
        for variable in expression.variables {
            if let fact = computation(variable) {
                guard let deeper = self.fields(of: fact) else { return nil }
                fields.formUnion(deeper)
            } else {
                guard definition.fields.indices.contains(variable - first) else { return nil }
                fields.insert(variable - first)
            }
        }
        return fields
    }

    private func evaluate(_ expression: TypedExpression) -> [Double] {
        Evaluation(count: roster.count) { column($0) }.evaluate(expression)
    }

    private func column(_ variable: Int) -> [Double] {
        if let fact = computation(variable) { return evaluate(fact) }
        let field = variable - first
        // The levels that count are those of the kind, not those of the cell. (`map(Double.init)` takes bits for the number.)
        if field == definition.index(of: .levels) { return roster.levels.map { Double($0) } }
        if field == definition.index(of: .kind) { return roster.kinds.map { Double($0) } }
        return [Double](repeating: .nan, count: roster.count)
    }

    /// The expression of a fact that is computed from others.
    private func computation(_ variable: Int) -> TypedExpression? {
        guard variable < first, case let column = plan.factColumns[variable], column.part == nil,
            case .expression(let expression) = plan.facts[column.fact].source
        else { return nil }
        return expression
    }
}
