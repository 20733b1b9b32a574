// `Từ 15/12/2025 đến 14/3/2026`, `tính đến 14/3/2026`: which periods of the plan such days stand for. Forms write the quarter of the
// calendar where the plan has one of its own, so a month is not held against them.

/// The days that a text names, and the words before them.
struct NamedDays {
    /// A word that says of a day that figures begin or end with it.
    enum Bound {
        case from, to, other

        init?(_ word: ArraySlice<UInt8>) {
            guard (2...4).contains(word.count) else { return nil }
            switch String(decoding: word, as: UTF8.self) {
            case "tu": self = .from
            case "den", "het": self = .to
            case "tinh", "ke": self = .other
            default: return nil
            }
        }
    }

    private(set) var count = 0
    private var first: Int32?
    private var last: Int32?
    /// Some day is none of the calendar.
    private var isWrong = false
    private var bound: Bound?
    private var hasBound = false

    /// Two days, or one with a word that says which end it is.
    var isSpan: Bool { count == 2 || count == 1 && hasBound }

    mutating func add(_ bound: Bound) {
        hasBound = true
        if bound != .other { self.bound = bound }
    }

    /// - Parameter days: a day, or a month; nil for one that is none of the calendar.
    mutating func add(_ days: ClosedRange<Int32>?) {
        count += 1
        defer { bound = nil }
        guard let days else {
            isWrong = true
            return
        }
        if bound == .from || bound == nil && count == 1 { first = days.lowerBound }
        if bound == .to || bound == nil && count == 2 { last = days.upperBound }
    }

    private static let slack: Int32 = 31
    /// Last year's figures name last year's days.
    private static let year: Int32 = 365

    /// The windows, by their positions, that these days stand for.
    func periods(_ windows: [ClosedRange<Int32>]) -> Set<Int> {
        guard !isWrong else { return [] }
        return Set(
            windows.indices.filter { index in
                [0, Self.year].contains { shift in
                    [(first, windows[index].lowerBound), (last, windows[index].upperBound)].allSatisfy { day, end in
                        day.map { abs($0 + shift - end) <= Self.slack } ?? true
                    }
                }
            }
        )
    }
}
