// M/d/yyyy is never guessed (spec 2, "swapped dates"). What a date could only be is proof about the other dates of the same
// unit and column; so a file in which any date has its month first is read twice: once to gather the proof, once to judge.

import Records

/// The proof that one file holds about the order of day and month, by unit and column of dates.
struct DateOrders {
    enum Verdict {
        /// Day first, as it should be.
        case dayFirst
        /// Some dates could only have their month first, none only their day: the ambiguous ones are errors too.
        case monthFirst
        /// Both kinds of proof: the ambiguous ones are counted as they stand, with C12.
        case mixed
    }

    private static let dayProof: UInt8 = 1
    private static let monthProof: UInt8 = 2

    private let unitCount: Int
    /// One byte for a column and unit; made when the first proof comes.
    private var proofs: [UInt8] = []
    private let columnCount: Int
    /// Whether any date could only have its month first; if none, there is nothing to judge.
    private(set) var hasMonthFirst = false

    init(unitCount: Int, columnCount: Int) {
        self.unitCount = unitCount
        self.columnCount = columnCount
    }

    @inline(__always)
    mutating func note(_ order: DayMonthOrder, unit: Int32, column: Int) {
        switch order {
        case .settled, .ambiguous: break
        case .onlyDayMonth: add(Self.dayProof, unit, column)
        case .onlyMonthDay:
            add(Self.monthProof, unit, column)
            hasMonthFirst = true
        }
    }

    private mutating func add(_ proof: UInt8, _ unit: Int32, _ column: Int) {
        guard unit >= 0, unit < unitCount else { return }
        if proofs.isEmpty { proofs = [UInt8](repeating: 0, count: unitCount * columnCount) }
        proofs[column * unitCount + Int(unit)] |= proof
    }

    func verdict(unit: Int32, column: Int) -> Verdict {
        guard hasMonthFirst, unit >= 0, unit < unitCount, !proofs.isEmpty else { return .dayFirst }
        switch proofs[column * unitCount + Int(unit)] {
        case Self.monthProof: return .monthFirst
        case Self.monthProof | Self.dayProof: return .mixed
        default: return .dayFirst
        }
    }
}
