import Intake
import Ledger
import Plan
import SystemPackage

extension Receipts {
    /// What is known of earlier days to a command that only looks: from the ledger where there is one, else from the published set.
    /// What is not known is received on the as-of date.
    ///
    /// - Parameters:
    ///   - state: the ledger's folder; nil: `OUT/.tonghop`.
    ///   - out: nil: nothing was ever published.
    /// - Throws: `.output` where the ledger is there and cannot be read.
    init(state: FilePath?, out: OutFolder?, asOf: CalendarDate) throws(BatchError) {
        var inspection: ReceiptsInspection?
        if let folder = state ?? out?.internals {
            do throws(LedgerError) {
                inspection = try ReceiptsInspection(folder: folder.string, asOf: asOf)
            } catch .missing {
                inspection = nil
            } catch {
                throw BatchError(error)
            }
        }
        var known: [SubmissionKey: Receipt] = [:]
        if let inspection {
            for submission in inspection.submissions {
                known[SubmissionKey(submission)] = Receipt(date: submission.receipt, isExact: submission.isExact)
            }
        } else if let out, let published = try? PublishedSet(out) {
            for (key, receipt) in published.receipts() ?? [] { known[key] = receipt }
        }
        self.init(known: known, unknown: Receipt(date: asOf, isExact: inspection?.isExact ?? false))
    }
}
