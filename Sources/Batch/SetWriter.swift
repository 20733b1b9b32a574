import Figures
import Intake
import Plan
import Records
import Spreadsheet
import SystemPackage
import Workbooks

/// Writes a run's set into the staging area: the periods' folders, then what stands beside them.
struct SetWriter {
    /// The program's.
    let version: String
    let asOf: CalendarDate
    let layouts: WorkbookLayouts
    let entry: PlanCatalog.Entry
    let intake: RunIntake
    let run: RunID
    let staging: Staging
    let parts: FactParts
    /// The closing that the workbooks bear, and what it changes against the one before; nil: their figures are provisional.
    var closing: (issue: Int, corrections: Corrections)?

    var plan: Plan { entry.plan }
    private var source: Manifest.Source { Manifest.Source(file: entry.file, sha256: entry.sha256) }

    /// Writes all files but the manifest and its sums, and reads back the figures that workbooks show.
    ///
    /// - Parameter receipts: the bytes of `receipts.csv`, which the run's id was made of.
    func write(
        _ computed: [PeriodFigures],
        receipts: [UInt8],
        progress: ProgressListener
    ) throws(BatchError) {
        try writePeriods(computed, progress: progress)
        do throws(PublishingError) {
            try staging.write(findingsCSV(intake.result, plan: plan), to: "findings.csv")
            try staging.write(findingsJSON(intake.result, plan: plan), to: "findings.json")
            try staging.write(receipts, to: "receipts.csv")
        } catch {
            throw BatchError(error)
        }
    }

    /// Writes the periods' folders alone, and reads the figures of their workbooks back.
    func writePeriods(_ computed: [PeriodFigures], progress: ProgressListener) throws(BatchError) {
        do throws(PublishingError) {
            for figures in computed { try writeFigures(figures) }
        } catch {
            throw BatchError(error)
        }
        try writeWorkbooks(computed, progress)
    }

    private func writeFigures(_ figures: PeriodFigures) throws(PublishingError) {
        let folder = figures.period.id
        try staging.write(figuresCSV(of: figures, plan: plan, roster: intake.roster), to: "\(folder)/figures.csv")
        try staging.write(
            assessmentsCSV(of: figures, plan: plan, roster: intake.roster),
            to: "\(folder)/assessments.csv"
        )
        try staging.write(factsCSV(of: figures, plan: plan, roster: intake.roster), to: "\(folder)/facts.csv")
        try staging.write(unitsCSV(of: figures, plan: plan, roster: intake.roster), to: "\(folder)/\(unitsFileName)")
        let record = PeriodRecord(
            run: run,
            asOf: asOf,
            plan: source,
            receipts: intake.result.submissions,
            inputs: intake.inputs(plan: plan)
        )
        try staging.write(record.json(), to: "\(folder)/\(PeriodRecord.fileName)")
    }

    private func writeWorkbooks(_ computed: [PeriodFigures], _ progress: ProgressListener) throws(BatchError) {
        var jobs: [WorkbookJob] = []
        // Of the run, and so the same for every period.
        var office = OfficeLists()
        office.sources = intake.sources(plan: plan)
        office.decisions = intake.decisions
        for figures in computed { jobs += try workbooks(of: figures, office) }
        jobs += try feedback(on: computed)
        let books: [ComposedWorkbook]
        do throws(WorkbookError) {
            books = try writeInParallel(jobs) { [count = jobs.count] in progress(.part($0, of: count)) }
        } catch {
            throw .output("Không ghi được sổ \(error)")
        }
        progress("kiểm tra số liệu đã ghi")
        let verification = FigureVerification(folder: staging.folder, plan: plan, roster: intake.roster)
        try verification.verify(books, progress: progress)
    }

    /// The city's workbook, the office's, one for each commune that has a present unit and one for each department.
    ///
    /// - Parameter ofRun: what the office's workbook lists of the run as a whole.
    private func workbooks(of figures: PeriodFigures, _ ofRun: OfficeLists) throws(BatchError) -> [WorkbookJob] {
        let period = figures.period.id
        var lists = ofRun
        lists.findings = intake.findings(of: figures.period, plan: plan)
        lists.quality = DataQuality(figures, intake: intake, plan: plan).byGroup
        let (office, authority) = (lists, plan.head.authority)
        let lastYear = try intake.lastYear.figures(figures.period, plan: plan)
        // The largest first, so that none begins when the others are done.
        var jobs = [
            try job(
                layouts.city,
                named: authority,
                of: .city,
                to: "\(period)/tong-hop-\(period).xlsx",
                lastYear: lastYear
            ) { figures },
            try job(
                layouts.office,
                named: authority,
                of: .city,
                to: "\(period)/noi-bo-\(period).xlsx",
                lists: { office },
                figures: { figures }
            ),
        ]
        for (department, definition) in plan.departments.enumerated() {
            let rows = figures.units.indices.filter {
                definition.kinds.contains(intake.roster.kinds[figures.units[$0]])
            }
            guard !rows.isEmpty else { continue }
            let name = OutputNames([(definition.id, "")]).names[0]
            jobs.append(
                try job(
                    layouts.department,
                    named: plan.departments[department].name,
                    of: .department(department),
                    to: "\(period)/phong-chuyen-mon/\(name).xlsx",
                    lastYear: lastYear?.ofKinds(definition.kinds, plan: plan)
                ) { figures.restricted(to: rows, plan: plan, roster: intake.roster) }
            )
        }
        return try jobs + communes(of: figures, lastYear: lastYear)
    }

    private func communes(of figures: PeriodFigures, lastYear: LastYearFigures?) throws(BatchError) -> [WorkbookJob] {
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
            let rows = rows[commune] ?? []
            jobs.append(
                try job(
                    layouts.commune,
                    named: intake.roster.communes[commune].name,
                    of: .commune(commune),
                    to: "\(figures.period.id)/xa-phuong/\(name).xlsx",
                    lastYear: lastYear?.ofCommune(intake.roster.communes[commune].code)
                ) { figures.restricted(to: rows, plan: plan, roster: intake.roster) }
            )
        }
        return jobs
    }

    /// - Parameters:
    ///   - name: whose workbook it is.
    ///   - scope: the group that its units are; nil: none that has figures of its own.
    ///   - lastYear: of the units that the workbook is about.
    ///   - lists, figures: made when the workbook is written, so that no more of them are held than are written at once.
    func job(
        _ layout: WorkbookLayout,
        named name: String,
        of scope: UnitGroup? = nil,
        to path: String,
        marks: [DocumentProperties.Custom] = [],
        lists: @escaping @Sendable () -> OfficeLists = { .none },
        lastYear: LastYearFigures? = nil,
        figures: @escaping @Sendable () -> PeriodFigures
    ) throws(BatchError) -> WorkbookJob {
        let file = try self.path(path)
        let (temporary, memory) = (staging.temporary.string, staging.memory.string)
        return WorkbookJob { () throws(WorkbookError) in
            try writeWorkbook(
                context(figures(), groupName: name, scope: scope, lastYear: lastYear),
                layout: layout,
                office: lists(),
                marks: marks,
                to: file,
                temporaryFolder: temporary,
                memoryFolder: memory
            )
        }
    }

    private func path(_ relative: String) throws(BatchError) -> String {
        do throws(PublishingError) {
            return try staging.path(relative).string
        } catch {
            throw BatchError(error)
        }
    }

    private func context(
        _ figures: PeriodFigures,
        groupName: String,
        scope: UnitGroup?,
        lastYear: LastYearFigures?
    ) -> WorkbookContext {
        let position = plan.periods.firstIndex(of: figures.period) ?? 0
        return WorkbookContext(
            plan: plan,
            roster: intake.roster,
            figures: figures,
            asOf: asOf,
            runID: run.text,
            programVersion: "tonghop \(version)",
            closing: closing.map { closing in
                WorkbookContext.Closing(
                    issue: closing.issue,
                    corrections: scope.map { closing.corrections.concerning($0, units: figures.units) } ?? []
                )
            },
            groupName: groupName,
            scope: scope,
            records: intake.result.records.tables,
            earliestReport: intake.result.records.earliestReport[position],
            parts: parts,
            lastYear: lastYear
        )
    }

    /// What the set was made of and holds; every other file of it must have been written.
    func manifest(computed: [PeriodFigures], carried: CarriedPeriods) throws(BatchError) -> Manifest {
        do throws(PublishingError) {
            return Manifest(
                version: version,
                run: run,
                plan: source,
                asOf: asOf,
                inputs: intake.inputs(plan: plan),
                skipped: intake.result.skipped,
                periods: (computed.map { Manifest.Period(PeriodSummary($0, plan: plan, asOf: asOf)) }
                    + carried.records).sorted { order($0) < order($1) },
                findings: FindingCounts(open: intake.result.findings),
                outputs: try staging.outputs()
            )
        } catch {
            throw BatchError(error)
        }
    }

    /// What a frozen folder was made of and holds: its own inputs, findings and files.
    func frozenManifest(
        _ period: PeriodSummary,
        issue: ClosedIssue,
        outputs: [Manifest.Output],
        closing: Manifest.Closing
    ) -> Manifest {
        Manifest(
            version: version,
            run: run,
            plan: source,
            asOf: asOf,
            inputs: intake.inputs(plan: plan),
            skipped: [],
            periods: [Manifest.Period(period, issue: issue.number)],
            findings: FindingCounts(open: intake.result.findings),
            outputs: outputs,
            closing: closing
        )
    }

    /// The plan's order; periods of older plans stand before it.
    private func order(_ period: Manifest.Period) -> (Int, String) {
        (plan.periods.firstIndex { $0.id == period.id } ?? -1, period.id)
    }
}
