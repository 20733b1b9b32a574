import Figures
import Intake
import Ledger
import Plan
import Records
import SystemPackage
import Workbooks

/// Closes a period: writes it again from the inputs that it was made of, without the mark of provisional figures, publishes that and
/// freezes a copy of it in `da-chot/`. From then on nothing changes it.
///
/// - Throws: `.usage` where there is nothing to close, `.input` where an input is missing or changed, or where the figures would differ
///   from those that were published; nothing is closed then.
package func close(_ options: CloseOptions, progress: ProgressListener) throws(BatchError) -> ClosingReport {
    let templateFolder = try options.templates.find()
    let templates = try readTemplates(templateFolder)
    let catalog = try PlanCatalog.load(templates: templateFolder, planFile: options.planFile)
    // Before the lock is taken, which makes the out folder: a wrong name must not make one.
    try options.requirePeriod(of: catalog)
    try requireApart(
        inbox: options.inbox,
        out: options.out,
        state: options.state,
        roster: options.roster,
        decisions: options.decisions
    )
    let out = OutFolder(options.out)
    let lock: RunLock
    do throws(PublishingError) {
        lock = try RunLock(out)
    } catch {
        throw BatchError(error)
    }
    let state = try OutState(out, stateFolder: options.stateFolder)
    let (published, record) = try publishedPeriod(options.period, state)
    let issue = ClosedIssue(
        period: options.period,
        number: (state.archive.latest(of: options.period)?.number ?? 0) + 1
    )

    progress("đọc lại các tệp của kỳ")
    var inputs = try ClosingInputs(
        options,
        record: record,
        catalog: catalog,
        archive: state.archive,
        progress: progress
    )
    let figures = try inputs.figures(of: options.period, archive: state.archive)
    let plan = inputs.entry.plan
    let files = FigureFiles(figures, plan: plan, roster: inputs.intake.roster)
    try files.requireEqual(published)
    let before = state.archive.latest(of: options.period)
    let corrections =
        try before.map { before throws(BatchError) in
            try Corrections(
                since: before,
                state.archive,
                figures: files.figures,
                facts: files.facts,
                plan: plan,
                roster: inputs.intake.roster
            )
        } ?? .none

    progress("ghi sổ của kỳ")
    let staging: Staging
    do throws(PublishingError) {
        staging = try Staging(fresh: out)
    } catch {
        throw BatchError(error)
    }
    let receipts = receiptsCSV(inputs.intake.result.submissions)
    let run = RunID(
        version: options.version,
        templates: templates.map { ($0.path, $0.sha256) },
        inputs: inputs.intake.hashes,
        decisions: inputs.intake.decisionsHash,
        receipts: receipts,
        // The closing itself makes another set than the run did.
        closedSets: try state.archive.sums() + [(issue.folder, "")],
        asOf: record.asOf
    )
    let writer = SetWriter(
        version: options.version,
        asOf: record.asOf,
        layouts: try WorkbookLayouts(templates: templateFolder, plan: plan),
        entry: inputs.entry,
        intake: inputs.intake,
        run: run,
        staging: staging,
        parts: FactParts(plan: plan),
        closing: (issue.number, corrections)
    )
    try writer.writePeriods([figures], progress: progress)
    let summary = PeriodSummary(figures, plan: plan, asOf: record.asOf)
    let frozen: FrozenFolder
    do throws(PublishingError) {
        frozen = try FrozenFolder(
            issue,
            out: out,
            from: staging,
            lists: [
                ("findings.csv", findingsCSV(inputs.intake.result, plan: plan)),
                ("findings.json", findingsJSON(inputs.intake.result, plan: plan)),
                ("receipts.csv", receipts),
            ]
        ) { outputs in
            writer.frozenManifest(
                summary,
                issue: issue,
                outputs: outputs,
                closing: Manifest.Closing(at: options.closedAt, by: options.closedBy)
            )
        }
    } catch {
        throw BatchError(error)
    }

    progress("chốt")
    let publication = try ClosedPublication(
        Manifest.Period(summary, issue: issue.number),
        in: published,
        staging: staging
    )
    do throws(BatchError) {
        try publication.publish(state, after: frozen.commit)
    } catch {
        guard SystemCalls.kind(of: out.closed.appending(issue.folder)) != nil else { throw error }
        throw .output(
            "Kỳ \(options.period) đã chốt (\(out.closed.appending(issue.folder))), nhưng chưa đưa được vào \(out.set); "
                + "lần chạy sau sẽ tự hoàn tất. \(error.message)"
        )
    }
    var report = ClosingReport(
        issue: issue,
        summary: summary,
        asOf: record.asOf,
        run: run,
        closedAt: options.closedAt,
        closedBy: options.closedBy,
        folder: out.closed.appending(issue.folder),
        set: out.set,
        manifestSHA256: frozen.manifestSHA256,
        corrections: before == nil ? nil : corrections.all
    )
    report.warnings = state.warnings
    do throws(LedgerError) {
        try state.ledger.record([
            Ledger.Closing(
                period: issue.period,
                issue: issue.number,
                event: .closed,
                at: options.closedAt,
                by: options.closedBy
            )
        ])
        try state.ledger.backup()
    } catch {
        report.warnings.append(error.description)
    }
    do throws(SystemError) {
        report.log = try writeLog(closingSummary(report), asOf: record.asOf, run: run, out)
    } catch {
        report.warnings.append("Đã chốt, nhưng không ghi được nhật ký: \(error).")
    }
    _ = consume lock
    return report
}

extension CloseOptions {
    /// - Throws: `.usage` where no plan has the period, or nothing is published.
    fileprivate func requirePeriod(of catalog: PlanCatalog) throws(BatchError) {
        if !catalog.entries.contains(where: { $0.plan.period(id: period) != nil }) {
            let known = catalog.entries.flatMap { $0.plan.periods.map(\.id) }
            throw .usage("Không có kỳ báo cáo \(period); các kế hoạch có: \(known.joined(separator: ", ")).")
        }
        guard SystemCalls.kind(of: OutFolder(out).set) != nil || SystemCalls.kind(of: OutFolder(out).intent) != nil
        else { throw .usage("\(OutFolder(out).set) chưa có bộ số liệu nào; hãy chạy tonghop run trước.") }
    }
}

/// What is published of an open period, and what it was made of.
private func publishedPeriod(
    _ period: String,
    _ state: OutState
) throws(BatchError) -> (PublishedSet, PeriodSources) {
    if let issue = state.archive.inForce(period) {
        throw .usage(
            "Kỳ \(period) đã chốt (lần \(issue.number)); muốn sửa, hãy mở lại bằng tonghop reopen \(period) --reason \"...\"."
        )
    }
    guard let published = state.published, published.manifest.periods.contains(where: { $0.id == period }) else {
        throw .usage(
            "Kỳ \(period) chưa có trong bộ số liệu \(state.out.set); hãy chạy tonghop run --period \(period) trước."
        )
    }
    guard let bytes = try? published.read("\(period)/\(PeriodRecord.fileName)"), let record = PeriodSources(json: bytes)
    else {
        throw .input(
            "\(period)/\(PeriodRecord.fileName) đã công bố bị mất hoặc bị sửa; hãy chạy lại tonghop run --period \(period).",
            details: []
        )
    }
    return (published, record)
}

extension ClosingInputs {
    /// The period's figures; what they show is added to the findings.
    fileprivate mutating func figures(of period: String, archive: ClosedArchive) throws(BatchError) -> PeriodFigures {
        let plan = entry.plan
        let prepared = PreparedRecords(
            plan: plan,
            roster: intake.roster,
            records: intake.result.records,
            closed: intake.lastYear.facts
        )
        try intake.addFindingsOnFigures(prepared, closed: try ClosedYear(archive, plan: plan), asOf: record.asOf)
        let periods = plan.periods.filter { $0.id == period }
        guard let figures = try computeFigures(of: periods, prepared: prepared).first else {
            throw .internalFault("Kỳ \(period) không có trong kế hoạch.")
        }
        return figures
    }
}

/// The files of a period's figures, as bytes.
private struct FigureFiles {
    let period: String
    let figures: [UInt8]
    let assessments: [UInt8]
    let facts: [UInt8]

    init(_ figures: PeriodFigures, plan: Plan, roster: Roster) {
        period = figures.period.id
        self.figures = figuresCSV(of: figures, plan: plan, roster: roster)
        assessments = assessmentsCSV(of: figures, plan: plan, roster: roster)
        facts = factsCSV(of: figures, plan: plan, roster: roster)
    }

    /// What is signed is what was published: the files must be the same, byte for byte.
    func requireEqual(_ published: PublishedSet) throws(BatchError) {
        let files = [("figures.csv", figures), ("assessments.csv", assessments), ("facts.csv", facts)]
        let different = files.filter { (try? published.read("\(period)/\($0.0)")) != $0.1 }
        if different.isEmpty { return }
        throw .input(
            "Không chốt kỳ \(period): số liệu tính lại khác số liệu đã công bố (tệp đã bị sửa, hoặc bản tonghop đã đổi). "
                + "Hãy chạy lại tonghop run --period \(period), xem kết quả, rồi chốt.",
            details: different.map { "\(period)/\($0.0)" }
        )
    }
}
