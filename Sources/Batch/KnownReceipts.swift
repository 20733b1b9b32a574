import Intake
import Ledger
import Plan
import SystemPackage

extension Receipts {
    /// What the ledger tells of earlier days; what it does not know is received on the as-of date.
    init(_ ledger: LedgerReader, asOf: CalendarDate) throws(LedgerError) {
        var known: [SubmissionKey: Receipt] = [:]
        for submission in try ledger.receipts() {
            known[SubmissionKey(submission)] = Receipt(date: submission.receipt, isExact: submission.isExact)
        }
        self.init(known: known, unknown: Receipt(date: asOf, isExact: try ledger.isExact(on: asOf)))
    }

    /// The same for a command that only looks: from the ledger where there is one, else from the published set.
    ///
    /// - Parameters:
    ///   - state: the ledger's folder; nil: `OUT/.tonghop`.
    ///   - out: nil: nothing was ever published.
    /// - Throws: `.output` where the ledger is there and cannot be read.
    init(state: FilePath?, out: OutFolder?, asOf: CalendarDate) throws(BatchError) {
        do throws(LedgerError) {
            if let folder = state ?? out?.internals, let ledger = try LedgerReader(folder: folder.string) {
                try self.init(ledger, asOf: asOf)
                return
            }
        } catch {
            throw BatchError(error)
        }
        var known: [SubmissionKey: Receipt] = [:]
        do throws(PublishingError) {
            let published = try out.flatMap { out throws(PublishingError) in try PublishedSet(out) }
            for (key, receipt) in published?.receipts() ?? [] { known[key] = receipt }
        } catch {
            throw BatchError(error)
        }
        self.init(known: known, unknown: Receipt(date: asOf, isExact: false))
    }
}
