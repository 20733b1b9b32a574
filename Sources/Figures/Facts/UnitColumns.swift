import Plan
import Records

/// The variables of `Plan.unitScope` for the present units of one period, each computed when it is first asked for.
///
/// Fact columns come first, then the roster's fields, then the indicators' assessments.
struct UnitColumns {
    let plan: Plan
    let roster: Roster
    /// Positions in the roster of the rows.
    let units: [Int]
    /// What decides on reports, by row.
    let standing: UnitStanding
    private(set) var texts: TextPool
    private var columns: [[Double]?]

    /// - Parameter facts: by position in `Plan.factColumns`; nil where the fact is an expression, computed here.
    init(
        plan: Plan,
        roster: Roster,
        units: [Int],
        standing: UnitStanding,
        texts: TextPool,
        facts: [[Double]?],
        assessments: [[Verdict]] = []
    ) {
        self.plan = plan
        self.roster = roster
        self.units = units
        self.standing = standing
        self.texts = texts
        let rosterFields = [[Double]?](repeating: nil, count: plan.dataSets[plan.roster].fields.count)
        let verdicts = plan.indicators.indices.map { $0 < assessments.count ? numbers(assessments[$0]) : nil }
        columns = facts + rosterFields + verdicts
    }

    private var rosterStart: Int { plan.factColumns.count }
    private var indicatorStart: Int { rosterStart + plan.dataSets[plan.roster].fields.count }

    /// Whether the variable is a fact column.
    func isFact(_ variable: Int) -> Bool { variable < rosterStart }

    mutating func column(_ variable: Int) -> [Double] {
        guard columns.indices.contains(variable) else { return unknown }
        if let column = columns[variable] { return column }
        // A fact that needs itself, which the plan's loader refuses, is unknown.
        columns[variable] = unknown
        let column: [Double]
        if variable < rosterStart {
            column = expressionFact(variable)
        } else if variable < indicatorStart {
            column = rosterField(variable - rosterStart)
        } else {
            column = numbers(verdicts(ofIndicator: variable - indicatorStart))
        }
        columns[variable] = column
        return column
    }

    mutating func evaluate(_ expression: TypedExpression) -> [Double] {
        var needed: [Int: [Double]] = [:]
        for variable in expression.variables { needed[variable] = column(variable) }
        let found = needed
        let texts = texts
        return Evaluation(
            count: units.count,
            column: { found[$0] ?? [] },
            textNumber: { texts.index(of: $0) }
        ).evaluate(expression)
    }

    private var unknown: [Double] { [Double](repeating: .nan, count: units.count) }

    private mutating func expressionFact(_ position: Int) -> [Double] {
        let column = plan.factColumns[position]
        guard column.part == nil, case .expression(let expression) = plan.facts[column.fact].source else {
            return unknown
        }
        return evaluate(expression)
    }

    private mutating func rosterField(_ field: Int) -> [Double] {
        let numbers = roster.numbers(field: field, plan: plan, texts: &texts)
        return units.map { numbers[$0] }
    }
}

private func numbers(_ verdicts: [Verdict]) -> [Double] {
    verdicts.map { Double($0.rawValue) }
}
