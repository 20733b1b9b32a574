/// What a rule of the plan reads, through everything that is computed from something else.
package struct RuleNeeds {
    /// One field of a data set.
    package struct Cell: Hashable, Sendable {
        package let dataSet: Int
        package let field: Int
    }

    private let plan: Plan
    /// Variables of `Plan.unitScope`, of rules over units.
    package private(set) var variables: Set<Int> = []
    /// Fields whose value in one row the rule rests on; the roster's too.
    package private(set) var cells: Set<Cell> = []
    /// Positions of the data sets whose rows are counted or summed.
    private var counted: Set<Int> = []

    package init(_ rule: Rule, plan: Plan) {
        self.plan = plan
        switch rule.test {
        case .record(let test): addFields(of: test)
        case .unit(let tests):
            for variable in tests.flatMap({ $0.check.variables + $0.values.compactMap(\.self) }) { add(variable) }
        case .falls(let columns), .turns(let columns): columns.forEach { add($0) }
        case .lastYear(let test): test.pairs.forEach { add($0.given) }
        case .outlier(let test): test.columns.forEach { add($0) }
        }
    }

    /// Positions of all data sets that are read, the roster among them where a unit's own columns are.
    package var dataSets: Set<Int> { counted.union(cells.map(\.dataSet)) }

    private mutating func addFields(of test: Rule.RecordTest) {
        let own = plan.dataSets[test.dataSet].fields.count
        let roster = plan.dataSets[plan.roster].fields.count
        for variable in test.check.variables where variable < own + roster {
            cells.insert(
                variable < own
                    ? Cell(dataSet: test.dataSet, field: variable) : Cell(dataSet: plan.roster, field: variable - own)
            )
        }
    }

    private mutating func add(_ variable: Int) {
        guard variables.insert(variable).inserted else { return }
        let facts = plan.factColumns.count
        let roster = plan.dataSets[plan.roster].fields.count
        if variable < facts {
            addFact(plan.facts[plan.factColumns[variable].fact].source)
        } else if variable < facts + roster {
            cells.insert(Cell(dataSet: plan.roster, field: variable - facts))
        } else if plan.indicators.indices.contains(variable - facts - roster) {
            let indicator = plan.indicators[variable - facts - roster]
            for part in [indicator.applies, indicator.reported, indicator.met] { part?.variables.forEach { add($0) } }
        }
    }

    private mutating func addFact(_ source: FactDefinition.Source) {
        switch source {
        case .value(let dataSet, let field): cells.insert(Cell(dataSet: dataSet, field: field))
        case .aggregate(let aggregate): counted.insert(aggregate.dataSet)
        case .envelope: if let report = plan.reportDataSet { counted.insert(report) }
        case .expression(let expression): expression.variables.forEach { add($0) }
        }
    }
}

extension Plan {
    /// Position of the data set that is the units' report: the one with a date of sending for each period.
    package var reportDataSet: Int? {
        dataSets.indices.first { position in
            dataSets[position].index(of: .sentOn) != nil && dataSets[position].index(of: .period) != nil
        }
    }

    /// By position of a data set's field: codes of the rules that cannot be asked where a row's value of it cannot be read.
    package func rulesByField(of dataSet: Int) -> [[String]] {
        var codes = [[String]](repeating: [], count: dataSets[dataSet].fields.count)
        for rule in rules {
            for cell in RuleNeeds(rule, plan: self).cells where cell.dataSet == dataSet {
                codes[cell.field].append(rule.code)
            }
        }
        return codes
    }
}

extension Rule.Check {
    /// Positions in its scope of the variables that either side reads, ascending.
    package var variables: [Int] {
        Set((when?.expression.variables ?? []) + require.expression.variables).sorted()
    }
}
