import Figures
import Intake
import Plan
import Records
import SystemPackage
import Workbooks

/// Writes a run's set into the staging area: the periods' folders, then what stands beside them.
struct SetWriter {
    let options: RunOptions
    let layouts: WorkbookLayouts
    let entry: PlanCatalog.Entry
    let intake: RunIntake
    let run: RunID
    let staging: Staging
    let parts: FactParts

    var plan: Plan { entry.plan }
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
        var jobs: [WorkbookJob] = []
        for figures in computed { jobs += try workbooks(of: figures) }
        jobs += try feedback(on: computed)
        do throws(WorkbookError) {
            _ = try writeInParallel(jobs)
        } catch {
            throw .output("Không ghi được sổ \(error)")
        }
    }

    /// The city's workbook, the office's, one for each commune that has a present unit and one for each department.
    private func workbooks(of figures: PeriodFigures) throws(BatchError) -> [WorkbookJob] {
        let period = figures.period.id
        var office = OfficeLists()
        office.findings = intake.findings(of: figures.period, plan: plan)
        office.sources = intake.sources(plan: plan)
        office.decisions = intake.decisions
        office.quality = DataQuality(figures, intake: intake, plan: plan).byGroup
        let city = context(figures, groupName: plan.head.authority)
        // The largest first, so that none begins when the others are done.
        var jobs = [
            try job(city, layouts.city, to: "\(period)/tong-hop-\(period).xlsx"),
            try job(city, layouts.office, office: office, to: "\(period)/noi-bo-\(period).xlsx"),
        ]
        for (department, definition) in plan.departments.enumerated() {
            let rows = figures.units.indices.filter {
                definition.kinds.contains(intake.roster.kinds[figures.units[$0]])
            }
            guard !rows.isEmpty else { continue }
            let name = OutputNames([(definition.id, "")]).names[0]
            jobs.append(
                try job(
                    of: rows,
                    of: figures,
                    plan.departments[department].name,
                    layouts.department,
                    to: "\(period)/phong-chuyen-mon/\(name).xlsx"
                )
            )
        }
        return try jobs + communes(of: figures)
    }

    private func communes(of figures: PeriodFigures) throws(BatchError) -> [WorkbookJob] {
        var rows: [Int: [Int]] = [:]
        for (row, unit) in figures.units.enumerated() {
            rows[intake.roster.communeOfUnit[unit], default: []].append(row)
        }
        let communes = rows.keys.sorted()
        let names = OutputNames(
            communes.map { (intake.roster.communes[$0].code, intake.roster.communes[$0].name) }
        ).names
        var jobs: [WorkbookJob] = []
        for (commune, name) in zip(communes, names) {
            jobs.append(
                try job(
                    of: rows[commune] ?? [],
                    of: figures,
                    intake.roster.communes[commune].name,
                    layouts.commune,
                    to: "\(figures.period.id)/xa-phuong/\(name).xlsx"
                )
            )
        }
        return jobs
    }

    /// A workbook over some of the units, whose figures are added up when it is written.
    private func job(
        of rows: [Int],
        of figures: PeriodFigures,
        _ name: String,
        _ layout: WorkbookLayout,
        to path: String
    ) throws(BatchError) -> WorkbookJob {
        let file = try self.path(path)
        let (writer, temporary) = (self, staging.temporary.string)
        return WorkbookJob { () throws(WorkbookError) in
            let restricted = figures.restricted(to: rows, plan: writer.plan, roster: writer.intake.roster)
            return try writeWorkbook(
                writer.context(restricted, groupName: name),
                layout: layout,
                to: file,
                temporaryFolder: temporary
            )
        }
    }

    private func job(
        _ context: WorkbookContext,
        _ layout: WorkbookLayout,
        office: OfficeLists = .none,
        to path: String
    ) throws(BatchError) -> WorkbookJob {
        let file = try self.path(path)
        let temporary = staging.temporary.string
        return WorkbookJob { () throws(WorkbookError) in
            try writeWorkbook(context, layout: layout, office: office, to: file, temporaryFolder: temporary)
        }
    }

    func path(_ relative: String) throws(BatchError) -> String {
        do throws(PublishingError) {
            return try staging.path(relative).string
        } catch {
            throw BatchError(error)
        }
    }

    func context(_ figures: PeriodFigures, groupName: String) -> WorkbookContext {
        let position = plan.periods.firstIndex(of: figures.period) ?? 0
        return WorkbookContext(
            plan: plan,
            roster: intake.roster,
            figures: figures,
            asOf: options.asOf,
            runID: run.text,
            programVersion: "tonghop \(options.version)",
            isProvisional: true,
            groupName: groupName,
            records: intake.result.records.tables,
            earliestReport: intake.result.records.earliestReport[position],
            parts: parts
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
