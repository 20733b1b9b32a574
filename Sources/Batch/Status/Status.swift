import Ledger
import Plan
import SystemPackage

/// What `status` is asked.
package struct StatusOptions: Sendable {
    package var out: FilePath
    /// Where the ledger lies; nil: `OUT/.tonghop`.
    package var state: FilePath?
    /// Nil: the period that the office looks at on that day.
    package var period: String?
    package var today: CalendarDate

    package init(out: FilePath, state: FilePath? = nil, period: String? = nil, today: CalendarDate) {
        self.out = out
        self.state = state
        self.period = period
        self.today = today
    }
}

/// Who has reported, and what was run and closed, as it stands in the out folder.
package struct StatusReport: Sendable {
    /// A period that was closed, and whether it is closed now.
    package struct Closing: Sendable, Equatable {
        package let issue: ClosedIssue
        package let isReopened: Bool
    }

    package let period: PeriodStatus
    /// All periods of the set, in its order.
    package let periods: [Manifest.Period]
    /// The last closing of each period, in the order of their ids.
    package let closings: [Closing]
    /// What the ledger tells, or why it cannot be read: the set is the truth about who has reported, with or without it.
    package let ledger: Result<LedgerInspection, LedgerError>
    /// Of the published set's manifest.
    package let manifestSHA256: String
}

/// Looks at an out folder: without the lock, without writing, whether or not a run is at work.
///
/// - Throws: `.usage` where there is no such folder or period, `.input` where nothing is published yet, `.output` where a file of
///   the set was changed.
package func status(_ options: StatusOptions) throws(BatchError) -> StatusReport {
    let out = OutFolder(options.out)
    guard SystemCalls.kind(of: SystemCalls.resolved(out.path)) == .folder else {
        throw .usage("Không có thư mục kết quả \(out.path).")
    }
    let archive = try ClosedArchive(out)
    let ledger = Result { () throws(LedgerError) in
        try LedgerInspection(folder: (options.state ?? out.internals).string)
    }
    let read = try PublishedSet.reading(out) { set throws(ChangedFile) in
        let record = set.manifest.periods.shown(options.period, on: options.today)
        return (set, try record.map { record throws(ChangedFile) in try PeriodStatus(record, of: set) })
    }
    guard let (set, period) = read else {
        throw .input("Chưa có bộ số liệu nào được công bố trong \(out.set).", details: [])
    }
    guard let period else {
        let known = set.manifest.periods.map(\.id).joined(separator: ", ")
        throw .usage("\(out.set) không có kỳ \(options.period ?? "nào"); bộ số liệu có: \(known).")
    }
    return StatusReport(
        period: period,
        periods: set.manifest.periods,
        closings: archive.periods.compactMap { id in
            archive.latest(of: id).map {
                StatusReport.Closing(issue: $0, isReopened: archive.inForce(id) == nil)
            }
        },
        ledger: ledger,
        manifestSHA256: set.manifestSHA256
    )
}

extension [Manifest.Period] {
    /// The period with that id. Without one: the next that is due, from 30 days before its window ends (as `run --period auto`
    /// takes it), else the newest that is due already, else the last.
    func shown(_ id: String?, on day: CalendarDate) -> Manifest.Period? {
        if let id { return first { $0.id == id } }
        func days(_ text: String?) -> CalendarDate? { text.flatMap { CalendarDate(iso: $0) } }
        let next = filter { period in
            guard let end = days(period.end), let due = days(period.due) else { return false }
            return day < due && end <= day.advanced(by: 30)
        }
        let past = filter { days($0.due).map { $0 <= day } ?? false }
        return next.min { ($0.due ?? "") < ($1.due ?? "") } ?? past.max { ($0.due ?? "") < ($1.due ?? "") } ?? last
    }
}
