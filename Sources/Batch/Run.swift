import Figures
import Intake
import Ledger
import Plan
import Records
import SystemPackage
import Workbooks

/// Completes what another command left, where this one has nothing else to do.
private func settle(_ out: OutFolder, _ options: RunOptions) throws(BatchError) {
    let lock: RunLock
    do throws(PublishingError) {
        lock = try RunLock(out)
    } catch {
        throw BatchError(error)
    }
    _ = try OutState(out, stateFolder: options.stateFolder)
    _ = consume lock
}

/// One run: everything in the inbox, checked, counted, written and published.
///
/// - Parameter progress: told each step, for a terminal or a log.
/// - Throws: `BatchError`; nothing was published then, and the set that stood before stands still.
package func run(_ options: RunOptions, progress: ProgressListener) throws(BatchError) -> RunReport {
    let templateFolder = try options.templates.find()
    let templates = try readTemplates(templateFolder)
    let catalog = try PlanCatalog.load(templates: templateFolder, planFile: options.planFile)
    let out = OutFolder(options.out)
    let closed = try ClosedArchive(out)
    guard let choice = try options.choice(in: catalog, closed: closed.closedPeriods) else {
        if try OutState.isUnsettled(out, archive: closed) { try settle(out, options) }
        return RunReport.nothingToDo(options, templates: templates)
    }

    let layouts = try WorkbookLayouts(templates: templateFolder, plan: choice.entry.plan)

    try requireApart(
        inbox: options.inbox,
        out: options.out,
        state: options.state,
        roster: options.roster,
        decisions: options.decisions
    )
    let lock: RunLock
    do throws(PublishingError) {
        lock = try RunLock(out)
    } catch {
        throw BatchError(error)
    }
    let state = try OutState(out, stateFolder: options.stateFolder)
    guard state.archive.closedPeriods == closed.closedPeriods else {
        throw .locked("Một kỳ vừa được chốt hoặc mở lại trên \(out.path); hãy chạy lại.")
    }
    let history = try History(options, state)

    progress("đọc danh mục và hộp thư")
    var intake = try readAndMerge(
        options.intake,
        catalog: catalog,
        entry: choice.entry,
        receipts: history.receipts,
        lastYear: try LastYear(state.archive, plan: choice.entry.plan),
        progress: progress
    )
    try intake.requireInput(options.intake, plan: choice.entry.plan)
    let receipts = receiptsCSV(intake.result.submissions)
    let run = RunID(
        version: options.version,
        templates: templates.map { ($0.path, $0.sha256) },
        inputs: intake.hashes,
        decisions: intake.decisionsHash,
        receipts: receipts,
        closedSets: try state.archive.sums(),
        asOf: options.asOf
    )

    progress(.run(run))
    progress("tính số liệu")
    let prepared = PreparedRecords(
        plan: choice.entry.plan,
        roster: intake.roster,
        records: intake.result.records,
        closed: intake.lastYear.facts
    )
    try intake.addFindingsOnFigures(
        prepared,
        closed: try ClosedYear(state.archive, plan: choice.entry.plan),
        asOf: options.asOf
    )
    let staging: Staging
    do throws(PublishingError) {
        staging = try Staging(fresh: out)
    } catch {
        throw BatchError(error)
    }
    let carried = try CarriedPeriods(state, into: staging, choice: choice)
    let periods = choice.entry.plan.periods.filter { period in
        choice.periods.contains(period) || carried.computedAnew.contains(period.id)
    }
    let computed = try computeFigures(of: periods, prepared: prepared)

    progress("ghi sổ tổng hợp")
    let set = SetWriter(
        version: options.version,
        asOf: options.asOf,
        layouts: layouts,
        entry: choice.entry,
        intake: intake,
        run: run,
        staging: staging,
        parts: FactParts(plan: choice.entry.plan)
    )
    try set.write(computed, receipts: receipts, progress: progress)
    let manifest = try set.manifest(computed: computed, carried: carried)

    let changes = try SetChanges(
        from: history.published,
        to: staging,
        periods: computed.map(\.period.id),
        submissions: intake.result.submissions
    )

    progress("công bố")
    let number = try history.record(run, options: options, intake: intake, manifest: manifest)
    do throws(PublishingError) {
        try publish(staging, to: out, manifest: manifest)
    } catch {
        throw BatchError(error)
    }
    progress(.published(number: number))
    var report = RunReport(
        outcome: .published,
        run: run,
        version: options.version,
        asOf: options.asOf,
        plan: choice.entry.file,
        periods: computed.map { PeriodSummary($0, plan: choice.entry.plan, asOf: options.asOf) },
        carriedOver: carried.periods,
        tamperedOutputs: carried.tampered,
        goneInputs: intake.gone(since: history.published),
        files: Dictionary(grouping: intake.result.files.filter { $0.role == .inbox }, by: \.outcome).mapValues(\.count),
        rows: intake.result.balance,
        findings: FindingCounts(open: intake.result.findings),
        decisions: DecisionCounts(intake.result.decisions),
        answers: AnswerCounts(intake.result),
        set: out.set
    )
    report.changes = changes
    report.setPeriods = manifest.periods
    report.unreadInputs = intake.unread
    report.closed = carried.closed
    report.lateChanges = intake.result.findings.count { $0.code == .P4 && $0.state == .open }
    report.warnings = history.warnings + carried.warnings + intake.lastYear.warnings
    // The set stands: what fails from here on is told, and mended by the next run.
    do throws(LedgerError) {
        try history.finish(number)
    } catch {
        report.warnings.append(error.description)
    }
    do throws(SystemError) {
        report.log = try writeLog(runSummary(report), asOf: options.asOf, run: run, out)
    } catch {
        report.warnings.append("Đã công bố, nhưng không ghi được nhật ký: \(error).")
    }
    _ = consume lock
    return report
}
