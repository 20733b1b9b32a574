import Figures
import Intake
import Plan
import Records
import SystemPackage
import Workbooks

/// Writes a run's set into the staging area: the periods' folders, then what stands beside them.
struct SetWriter {
    let options: RunOptions
    let entry: PlanCatalog.Entry
    let intake: RunIntake
    let run: RunID
    let staging: Staging

    private var plan: Plan { entry.plan }
    private var source: Manifest.Source { Manifest.Source(file: entry.file, sha256: entry.sha256) }

    /// Writes all files but the manifest and its sums.
    ///
    /// - Parameter receipts: the bytes of `receipts.csv`, which the run's id was made of.
    func write(_ computed: [PeriodFigures], receipts: [UInt8]) throws(BatchError) {
        do throws(PublishingError) {
            for figures in computed { try writeFigures(figures) }
            try staging.write(findingsCSV(intake.result, plan: plan), to: "findings.csv")
            try staging.write(findingsJSON(intake.result, plan: plan), to: "findings.json")
            try staging.write(receipts, to: "receipts.csv")
        } catch {
            throw BatchError(error)
        }
        try writeWorkbooks(computed)
    }

    private func writeFigures(_ figures: PeriodFigures) throws(PublishingError) {
        let folder = figures.period.id
        try staging.write(figuresCSV(of: figures, plan: plan, roster: intake.roster), to: "\(folder)/figures.csv")
        try staging.write(
            assessmentsCSV(of: figures, plan: plan, roster: intake.roster),
            to: "\(folder)/assessments.csv"
        )
        try staging.write(factsCSV(of: figures, plan: plan, roster: intake.roster), to: "\(folder)/facts.csv")
        let record = PeriodRecord(
            run: run,
            asOf: options.asOf,
            plan: source,
            receipts: intake.result.submissions,
            inputs: intake.inputs(plan: plan)
        )
        try staging.write(record.json(), to: "\(folder)/\(PeriodRecord.fileName)")
    }

    private func writeWorkbooks(_ computed: [PeriodFigures]) throws(BatchError) {
        let sources = intake.sources(plan: plan)
        let decisions = intake.decisions
        let temporary = staging.temporary.string
        var jobs: [WorkbookJob] = []
        for figures in computed {
            let context = context(figures)
            let findings = intake.findings(of: figures.period, plan: plan)
            let city: String
            let office: String
            do throws(PublishingError) {
                city = try staging.path("\(figures.period.id)/tong-hop-\(figures.period.id).xlsx").string
                office = try staging.path("\(figures.period.id)/noi-bo-\(figures.period.id).xlsx").string
            } catch {
                throw BatchError(error)
            }
            jobs.append(
                WorkbookJob { () throws(WorkbookError) in
                    try writeCityWorkbook(context, to: city, temporaryFolder: temporary)
                }
            )
            jobs.append(
                WorkbookJob { () throws(WorkbookError) in
                    try writeInternalWorkbook(
                        context,
                        findings: findings,
                        sources: sources,
                        decisions: decisions,
                        to: office,
                        temporaryFolder: temporary
                    )
                }
            )
        }
        do throws(WorkbookError) {
            _ = try writeInParallel(jobs)
        } catch {
            throw .output("Không ghi được sổ \(error)")
        }
    }

    private func context(_ figures: PeriodFigures) -> WorkbookContext {
        let position = plan.periods.firstIndex(of: figures.period) ?? 0
        return WorkbookContext(
            plan: plan,
            roster: intake.roster,
            figures: figures,
            asOf: options.asOf,
            runID: run.text,
            programVersion: "tonghop \(options.version)",
            isProvisional: true,
            earliestReport: intake.result.records.earliestReport[position]
        )
    }

    /// What the set was made of and holds; every other file of it must have been written.
    func manifest(computed: [PeriodFigures], carried: CarriedPeriods) throws(BatchError) -> Manifest {
        do throws(PublishingError) {
            return Manifest(
                version: options.version,
                run: run,
                plan: source,
                asOf: options.asOf,
                inputs: intake.inputs(plan: plan),
                skipped: intake.result.skipped,
                periods: (computed.map { Manifest.Period(PeriodSummary($0, plan: plan, asOf: options.asOf)) }
                    + carried.records).sorted { order($0) < order($1) },
                findings: FindingCounts(open: intake.result.findings),
                outputs: try staging.outputs()
            )
        } catch {
            throw BatchError(error)
        }
    }

    /// The plan's order; periods of older plans stand before it.
    private func order(_ period: Manifest.Period) -> (Int, String) {
        (plan.periods.firstIndex { $0.id == period.id } ?? -1, period.id)
    }
}
