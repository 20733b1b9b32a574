import GRDB
import Plan

/// The receipts that a ledger tells somebody who only looks: it is neither locked nor changed, and a run may be writing it meanwhile.
package struct ReceiptsInspection: Sendable, Equatable {
    /// In the order of their keys.
    package let submissions: [Ledger.Submission]
    /// Whether what is seen for the first time on the day came on that day, or nearly so (`Ledger.isExact`).
    package let isExact: Bool

    /// - Parameter asOf: the day of `isExact`.
    /// - Throws: `.missing`, `.cannotRead`, `.newer`, `.damaged`.
    package init(folder: String, asOf: CalendarDate) throws(LedgerError) {
        let receipts = try Ledger.looking(inFolder: folder) { database in
            (
                try Ledger.submissions(in: database, file: "\(folder)/\(Ledger.fileName)"),
                try Ledger.isExact(on: asOf, in: database)
            )
        }
        (submissions, isExact) = receipts ?? ([], false)
    }
}
