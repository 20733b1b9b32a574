// M/d/yyyy is never guessed (spec 2, "swapped dates"). What a date could only be is proof about the other dates of the same
// unit and column; so a file in which any date has its month first is read twice: once to gather the proof, once to judge.

import Plan
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
    /// True dates of a sheet: with a day that could be a month, and with one that could not.
    private static let earlyDay: UInt8 = 4
    private static let lateDay: UInt8 = 8

    private let unitCount: Int
    /// One byte for a column and unit; made when the first proof comes.
    private var proofs: [UInt8] = []
    private let columnCount: Int
    /// Whether any date could only have its month first.
    private var hasMonthFirst = false
    private var hasTrueDates = false

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

    /// A date that a sheet holds as one.
    mutating func noteTrueDate(_ date: CalendarDate, unit: Int32, column: Int) {
        hasTrueDates = true
        add(date.components.day > 12 ? Self.lateDay : Self.earlyDay, unit, column)
    }

    /// Whether what was found changes how dates are read; if not, there is nothing to judge.
    var changesReading: Bool {
        hasMonthFirst || hasTrueDates && proofs.contains { isSuspicious($0) }
    }

    /// Whether a true date of that unit and column may have had day and month swapped by the program in which it was entered.
    ///
    /// A program that takes the month first makes a date of `3/4/2026`, another one than was meant, and leaves `25/3/2026` a
    /// text. So texts with a day that is no month beside true dates that all could be swapped are its trace.
    func isSuspicious(unit: Int32, column: Int) -> Bool {
        guard hasTrueDates, unit >= 0, unit < unitCount, !proofs.isEmpty else { return false }
        return isSuspicious(proofs[column * unitCount + Int(unit)])
    }

    private func isSuspicious(_ proof: UInt8) -> Bool {
        proof & Self.dayProof != 0 && proof & Self.earlyDay != 0 && proof & Self.lateDay == 0
    }

    private mutating func add(_ proof: UInt8, _ unit: Int32, _ column: Int) {
        guard unit >= 0, unit < unitCount else { return }
        if proofs.isEmpty { proofs = [UInt8](repeating: 0, count: unitCount * columnCount) }
        proofs[column * unitCount + Int(unit)] |= proof
    }

    func verdict(unit: Int32, column: Int) -> Verdict {
        guard hasMonthFirst, unit >= 0, unit < unitCount, !proofs.isEmpty else { return .dayFirst }
        switch proofs[column * unitCount + Int(unit)] & (Self.dayProof | Self.monthProof) {
        case Self.monthProof: return .monthFirst
        case Self.monthProof | Self.dayProof: return .mixed
        default: return .dayFirst
        }
    }
}
