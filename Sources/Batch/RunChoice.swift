import Intake
import Plan
import Records

extension RunOptions {
    /// The plan and the periods to compute; nil where `--period auto` finds none that is open.
    ///
    /// - Parameter closed: ids of the periods that are closed.
    func choice(in catalog: PlanCatalog, closed: Set<String>) throws(BatchError) -> PlanCatalog.Choice? {
        guard let periods else { return catalog.auto(asOf: asOf, closed: closed) }
        return try catalog.choice(ids: periods, closed: closed)
    }
}

extension RunReport {
    /// No period is open: nothing was read and nothing changed.
    static func nothingToDo(_ options: RunOptions, templates: [TemplateFile]) -> RunReport {
        RunReport(
            outcome: .nothingToDo,
            run: RunID(
                version: options.version,
                templates: templates.map { ($0.path, $0.sha256) },
                inputs: [],
                decisions: nil,
                receipts: [],
                closedSets: [],
                asOf: options.asOf
            ),
            version: options.version,
            asOf: options.asOf,
            plan: "",
            periods: [],
            files: [:],
            rows: RowBalance(),
            findings: FindingCounts(open: []),
            set: OutFolder(options.out).set
        )
    }
}
