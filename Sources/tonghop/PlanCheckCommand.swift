import ArgumentParser
import Batch
import Plan
import SystemPackage

/// `tonghop plan check`: is a plan valid, and what does it say?
struct PlanCheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Validates a plan and prints its periods, data sets, indicators and rules.",
        discussion: """
            Without FILE, every plan of the templates is checked. Each error stands with its file and line; the exit status
            is then 78.

            Examples:
              tonghop plan check
              tonghop plan check templates/plan-2027.xml
            """
    )

    @Argument(help: ArgumentHelp("The plan to check.", valueName: "file"))
    var file: String?

    @Option(
        help: ArgumentHelp(
            "Folder of the templates (default: TONGHOP_TEMPLATES, the installed ones).",
            valueName: "dir"
        )
    )
    var templates: String?

    func run() throws {
        try exiting {
            let folder = try TemplatePlaces(named: templates).find()
            let catalog = try PlanCatalog.load(templates: folder, planFile: file.map { FilePath($0) })
            try StandardStreams.out(catalog.entries.map(planView).joined(separator: "\n"))
        }
    }
}

/// What a plan says, in a few lines.
func planView(_ entry: PlanCatalog.Entry) -> String {
    let plan = entry.plan
    var lines = ["\(entry.file): \(plan.year), \(plan.head.plan)", "", "Periods"]
    lines += plan.periods.map { period in
        "  \(period.id)  \(period.name), \(period.start.iso) to \(period.end.iso), due before \(period.due.iso)"
    }
    lines += ["", "Data sets"]
    lines += plan.dataSets.map { dataSet in
        let key = dataSet.key.map { dataSet.fields[$0].name }.joined(separator: " + ")
        return "  \(dataSet.name)  \(dataSet.title): \(dataSet.fields.count) columns, key \(key)"
    }
    lines += ["", "Indicators"]
    lines += plan.indicators.map { indicator in
        "  \(indicator.id)  \(indicator.title) (\(indicator.kind.rawValue), \(indicator.target))"
            + (indicator.dueIn.map { ", due in \($0)" } ?? "")
    }
    lines += ["", "Rules"]
    lines += plan.rules.map { "  \($0.code)  \($0.severity.rawValue)  \($0.title) (\(scope(of: $0, in: plan)))" }
    return lines.joined(separator: "\n") + "\n"
}

/// Of what a rule asks.
private func scope(of rule: Rule, in plan: Plan) -> String {
    switch rule.test {
    case .record(let test): "each row of \(plan.dataSets[test.dataSet].name)"
    case .unit(let tests) where tests.count > 1: "each unit and period, for each of \(tests.count) codes"
    case .unit: "each unit and period"
    case .falls(let columns): "\(columns.count) figures, against earlier periods"
    case .turns(let columns): "\(columns.count) answers, against earlier periods"
    case .lastYear(let test): "\(test.pairs.count) figures, against last year's closed ones"
    case .outlier(let test): "\(test.columns.count) figures, against the period before and the kind"
    }
}
