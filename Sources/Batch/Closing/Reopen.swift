import Ledger
import Records
import SystemPackage

/// Opens a closed period again. The frozen folder stays as it is; a file beside it says who opened the period, when and why, and that
/// file alone opens it. The published set is the next run's.
///
/// - Throws: `.usage` where the period is not closed.
package func reopen(_ options: ReopenOptions) throws(BatchError) -> ReopeningReport {
    // It is written into files that others read.
    let reason = PersonalNumbers.masked(
        options.reason.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    )
    guard !reason.isEmpty else { throw .usage("Hãy ghi lý do mở lại: --reason \"...\"") }
    let out = OutFolder(options.out)
    // Before the lock is taken, which makes the out folder: a wrong name must not make one.
    try requireClosed(options.period, try ClosedArchive(out))
    try requireApart(inbox: nil, out: options.out, state: options.state)
    let lock: RunLock
    do throws(PublishingError) {
        lock = try RunLock(out)
    } catch {
        throw BatchError(error)
    }
    let state = try OutState(out, stateFolder: options.stateFolder)
    let issue = try requireClosed(options.period, state.archive)
    let note = Reopening(at: options.reopenedAt, by: options.reopenedBy, reason: reason)
    let file = out.closed.appending(issue.reopening)
    do throws(SystemError) {
        // Written whole and put in its place by one rename, which is the commit point.
        let unfinished = out.internals.appending("mo-lai.tmp")
        try SystemCalls.removeAll(unfinished)
        try SystemCalls.write(note.json(of: issue), new: unfinished)
        try SystemCalls.chmod(unfinished, 0o440)
        try SystemCalls.syncfs(out.internals)
        try SystemCalls.rename(unfinished, to: file)
        try? SystemCalls.fsync(folder: out.closed)
    } catch {
        throw .output("Không mở lại được kỳ \(options.period): \(error).")
    }
    var report = ReopeningReport(
        issue: issue,
        reopening: file,
        reopenedAt: note.at,
        reopenedBy: note.by,
        reason: note.reason
    )
    report.warnings = state.warnings
    do throws(LedgerError) {
        try state.ledger.record([
            Ledger.Closing(
                period: issue.period,
                issue: issue.number,
                event: .reopened,
                at: note.at,
                by: note.by,
                reason: note.reason
            )
        ])
        try state.ledger.backup()
    } catch {
        report.warnings.append(error.description)
    }
    _ = consume lock
    return report
}

@discardableResult
private func requireClosed(_ period: String, _ archive: ClosedArchive) throws(BatchError) -> ClosedIssue {
    if let issue = archive.inForce(period) { return issue }
    let closed = archive.issuesInForce.map(\.period)
    throw .usage(
        "Kỳ \(period) không ở trạng thái đã chốt; "
            + (closed.isEmpty ? "chưa kỳ nào đã chốt." : "các kỳ đã chốt: \(closed.joined(separator: ", ")).")
    )
}
