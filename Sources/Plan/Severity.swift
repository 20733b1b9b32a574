/// How grave a finding is. It belongs to the finding's code; the plan's rules bring their own.
package enum Severity: String, Sendable, CaseIterable, Comparable {
    /// Lỗi: must be mended.
    case error
    /// Cần giải trình: looks wrong; correct it or explain it.
    case query
    /// Thông tin.
    case information

    package static func < (left: Severity, right: Severity) -> Bool {
        left.rank < right.rank
    }

    private var rank: Int {
        switch self {
        case .error: 0
        case .query: 1
        case .information: 2
        }
    }
}
