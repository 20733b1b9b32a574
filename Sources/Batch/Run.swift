import Figures
import Intake
import Ledger
import Plan
import Records
import SystemPackage
import Workbooks

/// One run: everything in the inbox, checked, counted, written and published.
///
/// - Parameter progress: called with a few words at each step, for a terminal.
/// - Throws: `BatchError`; nothing was published then, and the set that stood before stands still.
package func run(_ options: RunOptions, progress: (String) -> Void) throws(BatchError) -> RunReport {
    let templateFolder = try options.templates.find()
    let templates = try readTemplates(templateFolder)
    let catalog = try PlanCatalog.load(templates: templateFolder, planFile: options.planFile)
    guard let choice = try options.choice(in: catalog) else {
        return RunReport.nothingToDo(options, templates: templates)
    }

    let layouts = try WorkbookLayouts(templates: templateFolder, plan: choice.entry.plan)

    let (inbox, folder) = (SystemCalls.resolved(options.inbox), SystemCalls.resolved(options.out))
    guard !folder.starts(with: inbox) else {
        throw .usage("--out (\(folder)) lies inside --inbox (\(inbox)): the inbox is never changed")
    }
    if let decisions = options.decisions.map(SystemCalls.resolved), decisions.starts(with: inbox) {
        throw .usage("--decisions (\(decisions)) lies inside --inbox (\(inbox)): who drops files must not decide")
    }
    let out = OutFolder(options.out)
    let lock: RunLock
    do throws(PublishingError) {
        lock = try RunLock(out)
        try recover(out)
    } catch {
        throw BatchError(error)
    }
    let history = try History(options, out: out)

    progress("đọc danh mục và hộp thư")
    var intake = try readAndMerge(
        options,
        catalog: catalog,
        entry: choice.entry,
        receipts: history.receipts,
        lastYear: try LastYear(ClosedArchive(out), plan: choice.entry.plan)
    )
    let receipts = receiptsCSV(intake.result.submissions)
    let run = RunID(
        version: options.version,
        templates: templates.map { ($0.path, $0.sha256) },
        inputs: intake.hashes,
        decisions: intake.decisionsHash,
        receipts: receipts,
        closedSets: [],
        asOf: options.asOf
    )

    progress("tính số liệu")
    let prepared = PreparedRecords(
        plan: choice.entry.plan,
        roster: intake.roster,
        records: intake.result.records,
        closed: intake.lastYear.facts
    )
    intake.result.add(
        prepared.ruleFindings(records: intake.result.records, asOf: options.asOf),
        plan: choice.entry.plan
    )
    intake.result.answer(plan: choice.entry.plan)
    let staging: Staging
    do throws(PublishingError) {
        staging = try Staging(fresh: out)
    } catch {
        throw BatchError(error)
    }
    let carried = try carryOver(history.published, into: staging, choice: choice)
    let periods = choice.entry.plan.periods.filter { period in
        choice.periods.contains(period) || carried.computedAnew.contains(period.id)
    }
    let computed = try computeFigures(of: periods, prepared: prepared)

    progress("ghi sổ tổng hợp")
    let set = SetWriter(
        options: options,
        layouts: layouts,
        entry: choice.entry,
        intake: intake,
        run: run,
        staging: staging,
        parts: FactParts(plan: choice.entry.plan)
    )
    let workbooks = try set.write(computed, receipts: receipts)

    progress("kiểm tra số liệu đã ghi")
    let verification = FigureVerification(folder: staging.folder, plan: choice.entry.plan, roster: intake.roster)
    try verification.verify(workbooks)
    let manifest = try set.manifest(computed: computed, carried: carried)

    progress("công bố")
    let number = try history.record(run, options: options, intake: intake, manifest: manifest)
    do throws(PublishingError) {
        try publish(staging, to: out, manifest: manifest)
    } catch {
        throw BatchError(error)
    }
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
    report.warnings = history.warnings + intake.lastYear.warnings
    // The set stands: what fails from here on is told, and mended by the next run.
    do throws(LedgerError) {
        try history.finish(number)
    } catch {
        report.warnings.append(error.description)
    }
    do throws(PublishingError) {
        report.log = try writeLog(runSummary(report), asOf: options.asOf, run: run, out)
    } catch {
        report.warnings.append(BatchError(error).message)
    }
    _ = consume lock
    return report
}
