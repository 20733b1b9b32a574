import Intake
import Ledger
import Plan
import SystemPackage

/// What earlier runs left: the ledger and the published set. It is read when a run starts and told when it ends.
struct History {
    let ledger: Ledger
    let published: PublishedSet?
    let receipts: Receipts
    /// Only a run that is dated today, and not before the ledger's latest, records receipts.
    let recordsReceipts: Bool
    /// What the office should know of it, in Vietnamese.
    let warnings: [String]

    init(_ options: RunOptions, _ state: OutState) throws(BatchError) {
        ledger = state.ledger
        published = state.published
        warnings = state.warnings
        do throws(LedgerError) {
            let latest = try ledger.latestRunDate()
            recordsReceipts =
                options.isDatedByClock && options.asOf == options.today && options.asOf >= (latest ?? options.asOf)
            var known: [SubmissionKey: Receipt] = [:]
            for submission in try ledger.receipts() {
                known[SubmissionKey(submission)] = Receipt(date: submission.receipt, isExact: submission.isExact)
            }
            receipts = Receipts(
                known: known,
                unknown: Receipt(date: options.asOf, isExact: try ledger.isExact(on: options.asOf))
            )
        } catch {
            throw BatchError(error)
        }
    }

    /// Records the run, what it saw first, and what it is about to publish.
    func record(
        _ run: RunID,
        options: RunOptions,
        intake: RunIntake,
        manifest: Manifest
    ) throws(BatchError) -> Int64 {
        do throws(LedgerError) {
            let number = try ledger.record(
                Ledger.Run(
                    id: run.text,
                    asOf: options.asOf,
                    startedAt: options.startedAt,
                    version: options.version,
                    summary: "",
                    recordsReceipts: recordsReceipts
                ),
                files: intake.result.files.map { Ledger.File(sha256: $0.file.sha256, path: $0.file.path) },
                submissions: recordsReceipts ? intake.result.submissions.map(Ledger.Submission.init) : [],
                decisions: intake.appliedDecisions
            )
            try ledger.recordIntent(run: number, manifest: sha256(manifest.json()))
            return number
        } catch {
            throw BatchError(error)
        }
    }

    /// The set stands: the ledger says so, and is backed up.
    func finish(_ number: Int64) throws(LedgerError) {
        try ledger.recordPublished(run: number)
        try ledger.backup()
    }
}

extension SubmissionKey {
    init(_ submission: Ledger.Submission) {
        self.init(
            dataSet: submission.dataSet,
            unit: submission.unit,
            period: submission.period,
            hash: submission.hash
        )
    }
}

extension Ledger.Submission {
    init(_ submission: (key: SubmissionKey, receipt: Receipt)) {
        self.init(
            dataSet: submission.key.dataSet,
            unit: submission.key.unit,
            period: submission.key.period,
            hash: submission.key.hash,
            receipt: submission.receipt.date,
            isExact: submission.receipt.isExact
        )
    }
}
