/// The data sets that units send, by the names of their files.
enum DataSet: String, CaseIterable, Sendable {
    case report = "bao-cao"
    case session = "tuyen-truyen"
    case incident = "vu-viec"
    case violation = "vi-pham"
}

/// The rows of one unit in one file.
enum Rows: Equatable, Sendable {
    case reports([Report])
    case sessions([Session])
    case incidents([Incident])
    case violations([Violation])

    var dataSet: DataSet {
        switch self {
        case .reports: .report
        case .sessions: .session
        case .incidents: .incident
        case .violations: .violation
        }
    }
}

/// What a unit sends on one day: a folder with up to one file a data set.
struct Mailing: Sendable {
    /// Why it was sent; the raw value is part of the folder's name.
    enum Reason: String, Sendable {
        case original = "gui"
        case correction = "sua"
        case supplement = "bo-sung"
        case again = "gui-lai"
    }

    let period: Period
    let reason: Reason
    let sentOn: Day
    /// The night of which the file is found for the first time.
    let night: Day
    let isLate: Bool
    let parts: [Rows]
    /// Which of the unit's spreadsheet habits wrote it; 0 is its usual one.
    var habit = 0
}

/// What must count in the end, whatever was sent on the way there: a unit's rows after all merging.
struct UnitTruth: Equatable, Sendable {
    let unit: String
    /// At most one a period.
    var reports: [Report] = []
    var sessions: [Session] = []
    var incidents: [Incident] = []
    var violations: [Violation] = []
    /// The earliest date of sending of a period's reports: before the due date, the unit was on time.
    var firstSent: [Period: Day] = [:]

    func report(for period: Period) -> Report? {
        reports.first { $0.period == period }
    }

    func isOnTime(in period: Period) -> Bool {
        firstSent[period].map { $0 < period.due } ?? false
    }
}

/// A unit's whole year: what it sent, in the order of sending, and the truth that comes out.
struct UnitYear: Sendable {
    let index: Int
    let unit: Unit
    let truth: UnitTruth
    let mailings: [Mailing]
    /// The data sets in which, without a ledger, only the path decides which of two rows is newer.
    let decidedByPath: Set<DataSet>
}
