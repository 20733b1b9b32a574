import Intake
import Ledger
import SystemPackage

/// What earlier commands left in an out folder, brought into one state. To be made under the lock, before anything reads the published
/// set or empties the staging folder.
///
/// Whatever was cut is completed here: a publication between two renames, a closing whose frozen folder stands in `da-chot/` and
/// whose period is not yet published so. The ledger is told what it does not know of: everything, where it is new.
struct OutState {
    let out: OutFolder
    let ledger: Ledger
    let archive: ClosedArchive
    private(set) var published: PublishedSet?
    /// What the office should know of it, in Vietnamese.
    private(set) var warnings: [String] = []

    init(_ out: OutFolder, stateFolder: FilePath) throws(BatchError) {
        self.out = out
        do throws(PublishingError) {
            try recover(out)
            published = try PublishedSet(out)
        } catch {
            throw BatchError(error)
        }
        archive = try ClosedArchive(out)
        do throws(LedgerError) {
            ledger = try Ledger(folder: stateFolder.string)
            try ledger.reconcile(published: published?.manifestSHA256)
        } catch {
            throw BatchError(error)
        }
        for issue in archive.allIssues {
            do throws(SystemError) {
                try FrozenFolder.makeReadOnly(archive.folder.appending(issue.folder))
            } catch {
                warnings.append("Không đặt được da-chot/\(issue.folder) thành chỉ đọc (\(error)).")
            }
        }
        if ledger.isNew { try adoptReceipts() }
        try recordClosings()
        try finishClosings()
    }

    /// Whether a command that does nothing else has something to complete.
    static func isUnsettled(_ out: OutFolder, archive: ClosedArchive) throws(BatchError) -> Bool {
        if SystemCalls.kind(of: out.intent) != nil { return true }
        do throws(PublishingError) {
            return try PublishedSet(out).map { !unfinished(archive, $0).isEmpty } ?? false
        } catch {
            throw BatchError(error)
        }
    }

    /// The closings in force whose periods are published as something else. A period that is not published at all is the next run's.
    private static func unfinished(_ archive: ClosedArchive, _ published: PublishedSet) -> [ClosedIssue] {
        archive.issuesInForce.filter { issue in
            published.manifest.periods.contains {
                $0.id == issue.period && ($0.state != .closed || $0.issue != issue.number)
            }
        }
    }

    private mutating func adoptReceipts() throws(BatchError) {
        var known: [(key: SubmissionKey, receipt: Receipt)] = []
        if let published {
            if let receipts = published.receipts() {
                known += receipts
            } else {
                warnings.append(
                    "Sổ theo dõi mới, và receipts.csv đã công bố bị mất hoặc bị sửa: ngày nhận tính từ hôm nay."
                )
            }
        }
        for issue in archive.allIssues {
            // A folder that holds facts alone has none.
            let file = archive.folder.appending(issue.folder).appending("receipts.csv")
            guard SystemCalls.kind(of: file) != nil else { continue }
            do throws(BatchError) {
                known += readReceipts(try archive.read("receipts.csv", of: issue)) ?? []
            } catch {
                warnings.append(error.message)
            }
        }
        do throws(LedgerError) {
            try ledger.adopt(known.map(Ledger.Submission.init))
        } catch {
            throw BatchError(error)
        }
    }

    /// Closings and reopenings as `da-chot/` tells them, where the ledger does not know them.
    private func recordClosings() throws(BatchError) {
        do throws(LedgerError) {
            let known = Set(try ledger.closings().map { "\($0.period) \($0.issue) \($0.event.rawValue)" })
            var missing: [Ledger.Closing] = []
            for issue in archive.allIssues {
                if !known.contains("\(issue.period) \(issue.number) closed") { missing.append(archive.closing(issue)) }
                if archive.isReopened(issue), !known.contains("\(issue.period) \(issue.number) reopened") {
                    missing.append(archive.reopening(issue))
                }
            }
            if !missing.isEmpty { try ledger.record(missing) }
        } catch {
            throw BatchError(error)
        }
    }

    private mutating func finishClosings() throws(BatchError) {
        guard let set = published else { return }
        for issue in OutState.unfinished(archive, set) {
            guard let current = published, let closed = try ClosedSet(issue, of: archive) else { continue }
            do throws(BatchError) {
                let staging: Staging
                do throws(PublishingError) {
                    staging = try Staging(fresh: out)
                } catch {
                    throw BatchError(error)
                }
                try staging.copy(closed)
                try ClosedPublication(closed.record, in: current, staging: staging).publish(self)
            } catch {
                // A published file that somebody changed is the next run's work: it computes the set anew.
                guard case .input = error else { throw error }
                warnings.append(error.message)
            }
            do throws(PublishingError) {
                published = try PublishedSet(out)
            } catch {
                throw BatchError(error)
            }
        }
    }
}
