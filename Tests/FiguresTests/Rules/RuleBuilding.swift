import Figures
import Plan
import Records

/// Rules over the small plan, their conditions written as the plan writes them.
extension Rule {
    static func unit(
        when: String? = nil,
        require: String,
        missing: Rule.MissingValue = .skip,
        dataSet: Int = SmallPlan.report,
        field: String? = nil,
        each: String? = nil,
        values: [String] = []
    ) throws -> Rule {
        let typer = ExpressionTyper(scope: SmallPlanFacts.scope, codeLists: SmallPlan.codeLists)
        let check = Check(
            when: try when.map { Condition(expression: try typer.condition($0), missing: missing) },
            require: Condition(expression: try typer.condition(require), missing: missing)
        )
        return rule(
            .unit([
                UnitTest(
                    each: each,
                    check: check,
                    values: values.map { name in SmallPlanFacts.scope.names.firstIndex(of: name) },
                    dataSet: dataSet,
                    field: field.flatMap { SmallPlan.dataSets[dataSet].index(of: $0) }
                )
            ]),
            names: values
        )
    }

    static func falls(_ names: String...) -> Rule { rule(.falls(columns: columns(names)), names: comparison) }

    static func turns(_ names: String...) -> Rule { rule(.turns(columns: columns(names)), names: comparison) }

    static func lastYear(_ given: [String], _ closed: [String], _ demand: Rule.LastYearTest.Demand) -> Rule {
        let pairs = zip(columns(given), closed).map { ClosedPair(given: $0, closed: $1) }
        return rule(.lastYear(LastYearTest(pairs: pairs, demand: demand)), names: ["value", "closed_value"])
    }

    static func outlier(_ names: String..., leastValue: Double = 20, leastUnits: Int = 5) -> Rule {
        rule(
            .outlier(
                OutlierTest(
                    columns: columns(names),
                    ratio: 10,
                    robustScore: 3.5,
                    leastValue: leastValue,
                    leastUnits: leastUnits
                )
            ),
            names: ["value", "usual", "usual_value"]
        )
    }

    private static let comparison = ["value", "period", "earlier_value", "earlier_period"]

    private static func columns(_ names: [String]) -> [Int] {
        names.compactMap { name in SmallPlanFacts.columns.firstIndex { $0.name == name } }
    }

    private static func rule(_ test: Test, names: [String]) -> Rule {
        Rule(
            code: "V1",
            severity: .query,
            title: "",
            message: RuleMessage(words: [String](repeating: "", count: names.count + 1), names: names),
            mend: "",
            test: test
        )
    }
}

extension SmallCity {
    init(_ units: [Unit], rule: Rule) {
        var plan = SmallPlan.plan()
        plan.rules = [rule]
        self.init(units, plan: plan)
    }

    func findings(asOf: String = "2026-12-31") -> [Finding] {
        prepared.ruleFindings(records: records, asOf: SmallPlan.date(asOf))
    }

    /// `A1 2026-H1: 3, H1, 5, Q1` for each finding.
    func told(asOf: String = "2026-12-31") -> [String] {
        findings(asOf: asOf).map {
            "\($0.unit) \($0.period)" + ($0.arguments.isEmpty ? "" : ": ") + $0.arguments.joined(separator: ", ")
        }
    }
}
