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

    /// A row that was read.
    mutating func add(_ fate: RowFate) {
        switch fate {
        case .counted: counted += 1
        case .merged: merged += 1
        case .superseded, .withdrawn: superseded += 1
        case .setAside: leftOut += 1
        }
    }

    package static func += (left: inout RowBalance, right: RowBalance) {
        left.read += right.read
        left.counted += right.counted
        left.merged += right.merged
        left.superseded += right.superseded
        left.leftOut += right.leftOut
    }
}

/// The outcome of a file, or of one unit's rows in it.
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

/// What a file is for.
package enum FileRole: Sendable {
    case inbox
    /// The office's own, which do not lie in the inbox; their rows are in no balance.
    case roster, decisions
}

/// A file that was read and what became of it.
package struct FileRecord: Sendable {
    package let file: InboxFile
    package let role: FileRole
    /// By the office's decision its rows do not count; its outcome is `noData`.
    package let isSetAside: Bool
    /// Position in `Plan.dataSets`.
    package let dataSet: Int?
    package let encoding: String
    package let delimiter: String
    package let isRestored: Bool
    package internal(set) var outcome: FileOutcome
    package let rows: RowBalance
    package let notData: Int
    /// The rows that were left out, as they were sent.
    package var leftOutRows = LeftOutRows()
    /// The newest receipt among its submissions: the day on which the last of its rows was first seen; nil without rows.
    package let newestReceipt: CalendarDate?
    /// The answers of a feedback workbook.
    package internal(set) var feedback: Feedback?
    /// Code of the only unit whose rows, or whose answers, the file holds; empty where there are several, or none.
    package internal(set) var onlyUnit = ""
    /// How its text was read, and why.
    package var decision = TextDecision()
}

/// All of an inbox: checked, merged, balanced.
package struct IntakeResult: Sendable {
    /// In the order of paths, then the office's roster and decisions where there are such; `SourceRow.file` and `Finding.file`
    /// are positions here.
    package internal(set) var files: [FileRecord]
    /// By unit's code: the files that hold rows or answers of it, in their order, with the outcome of its rows in each.
    package internal(set) var unitRecords: [String: [UnitRecord]] = [:]
    /// Paths of what was skipped (`~$*`, `.DS_Store`, ...).
    package let skipped: [String]
    package let records: AcceptedRecords
    /// In the order of spec 5: file, line, column, code, value, id.
    package internal(set) var findings: [Finding]
    /// Every submission of the inbox with its receipt, in the order of its key.
    package let submissions: [(key: SubmissionKey, receipt: Receipt)]
    package let balance: RowBalance
    /// What became of each decision of the office, in the order of lines.
    package internal(set) var decisions: [DecisionRecord] = []
}
