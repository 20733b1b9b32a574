import Plan
import Records

/// What rules over units read, through everything that is computed from something else.
package struct RuleNeeds {
    private let plan: Plan
    /// Variables of `Plan.unitScope`.
    private(set) var variables: Set<Int> = []

    package init(_ rules: [Rule], plan: Plan) {
        self.plan = plan
        for rule in rules {
            for variable in rule.unitVariables { add(variable) }
        }
    }

    private mutating func add(_ variable: Int) {
        guard variables.insert(variable).inserted else { return }
        for part in parts(of: variable) { add(part) }
    }

    private func parts(of variable: Int) -> [Int] {
        if variable < plan.factColumns.count {
            let column = plan.factColumns[variable]
            guard column.part == nil, case .expression(let expression) = plan.facts[column.fact].source else {
                return []
            }
            return expression.variables
        }
        let indicator = variable - plan.factColumns.count - plan.dataSets[plan.roster].fields.count
        guard plan.indicators.indices.contains(indicator) else { return [] }
        let definition = plan.indicators[indicator]
        return [definition.applies, definition.reported, definition.met].compactMap(\.self).flatMap(\.variables)
    }

    /// Positions of the data sets whose rows are read; the roster's where a unit's own columns are.
    package var dataSets: Set<Int> {
        var found: Set<Int> = []
        for variable in variables {
            guard variable < plan.factColumns.count else {
                if variable < plan.factColumns.count + plan.dataSets[plan.roster].fields.count {
                    found.insert(plan.roster)
                }
                continue
            }
            switch plan.facts[plan.factColumns[variable].fact].source {
            case .value(let dataSet, _): found.insert(dataSet)
            case .aggregate(let aggregate): found.insert(aggregate.dataSet)
            case .envelope: if let report = plan.reportDataSet { found.insert(report) }
            case .expression: break
            }
        }
        return found
    }
}

extension Rule {
    /// Variables of `Plan.unitScope` that a rule over units names; none of a rule over records.
    fileprivate var unitVariables: [Int] {
        switch test {
        case .record: []
        case .unit(let tests): tests.flatMap { $0.check.variables + $0.values.compactMap(\.self) }
        case .falls(let columns), .turns(let columns): columns
        case .lastYear(let test): test.pairs.map(\.given)
        case .outlier(let test): test.columns
        }
    }
}
