import Plan
import Records

/// What became of the rows of a file, or of all files together: read = counted + merged + superseded + left out.
package struct RowBalance: Sendable, Equatable {
    package var read = 0
    package var counted = 0
    package var merged = 0
    /// Superseded by a newer row, or withdrawn.
    package var superseded = 0
    package var leftOut = 0

    package init() {}

    package var holds: Bool { read == counted + merged + superseded + leftOut }

    package static func += (left: inout RowBalance, right: RowBalance) {
        left.read += right.read
        left.counted += right.counted
        left.merged += right.merged
        left.superseded += right.superseded
        left.leftOut += right.leftOut
    }
}

/// The outcome of a file.
package enum FileOutcome: String, Sendable, CaseIterable {
    /// Chấp nhận: no error, no open query.
    case accepted
    /// Chấp nhận, cần giải trình: no error.
    case queries
    /// Chấp nhận một phần: an error, yet at least one row counted, merged or was superseded.
    case partial
    /// Từ chối: no row taken.
    case rejected
    /// Không có số liệu: holds no table.
    case noData = "no_data"
}

/// A file that was read and what became of it.
package struct FileRecord: Sendable {
    package let file: InboxFile
    /// The office's roster, which does not lie in the inbox; its rows are in no balance.
    package let isRoster: Bool
    /// Position in `Plan.dataSets`.
    package let dataSet: Int?
    package let encoding: String
    package let delimiter: String
    package let isRestored: Bool
    package let outcome: FileOutcome
    package let rows: RowBalance
    package let notData: Int
    /// The newest receipt among its submissions: the day on which the last of its rows was first seen; nil without rows.
    package let newestReceipt: CalendarDate?
    /// How its text was read, and why.
    package var decision = TextDecision()
}

/// All of an inbox: checked, merged, balanced.
package struct IntakeResult: Sendable {
    /// In the order of paths, the roster last where there is one; `SourceRow.file` and `Finding.file` are positions here.
    package let files: [FileRecord]
    /// Paths of what was skipped (`~$*`, `.DS_Store`, ...).
    package let skipped: [String]
    package let records: AcceptedRecords
    /// In the order of spec 5: file, line, column, code, value, id.
    package let findings: [Finding]
    /// Every submission of the inbox with its receipt, in the order of its key.
    package let submissions: [(key: SubmissionKey, receipt: Receipt)]
    package let balance: RowBalance
}
