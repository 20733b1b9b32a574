/// The kinds of units, by their codes.
enum Kind: String, CaseIterable, Sendable {
    case MN, TH, THCS, THPT, PTNC, GDTX, GDNN, TC, CD, DH
}

/// The levels that a unit of several levels (PTNC) teaches.
enum Level: String, CaseIterable, Sendable {
    case MN, TH, THCS, THPT
}

/// A commune-level area, made up like everything else here.
struct Commune: Hashable, Sendable {
    let code: String
    let name: String
}

/// One row of the roster: a school, centre, college or university.
struct Unit: Equatable, Sendable {
    let code: String
    let name: String
    let kind: Kind
    /// Only PTNC units list levels; an empty set at a PTNC unit is a gap in the roster.
    var levels: [Level]
    let commune: Commune
    let isPublic: Bool
    let pupils: Int
    let staff: Int
    /// The first active day; nil: long ago.
    var opened: Day?
    /// The first day that is no longer active.
    var closed: Day?
    /// Reached "An toàn về ANTT" last year.
    var safeLastYear: Bool?
    /// Last year's rating of the movement.
    var ratingLastYear: Rating?

    func isActive(on day: Day) -> Bool {
        if let opened, day < opened { return false }
        if let closed, day >= closed { return false }
        return true
    }

    /// The active days among `days`, or nil.
    func active(in days: ClosedRange<Day>) -> ClosedRange<Day>? {
        let first = max(days.lowerBound, opened ?? days.lowerBound)
        let last = min(days.upperBound, closed.map { $0.advanced(by: -1) } ?? days.upperBound)
        return first <= last ? first...last : nil
    }

    /// Indicators 6 and 7 concern it: some level above primary, or a PTNC unit of unknown levels.
    var isAbovePrimary: Bool {
        switch kind {
        case .MN, .TH: false
        case .PTNC: levels.isEmpty || levels.contains(.THCS) || levels.contains(.THPT)
        default: true
        }
    }
}
