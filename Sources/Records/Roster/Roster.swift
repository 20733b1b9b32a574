import Plan

/// All units that must report: the denominator of "100% cơ sở giáo dục" (III).
package struct Roster: Sendable {
    package struct Commune: Sendable, Hashable {
        package let code: String
        package let name: String

        package init(code: String, name: String) {
            self.code = code
            self.name = name
        }
    }

    /// One row a unit, with every field of the roster's data set; rows are in the order of the units' codes (UTF-8 bytes).
    package let table: Table
    /// By position of the unit.
    package let codes: [String]
    package let names: [String]
    /// Positions in the plan's list of kinds.
    package let kinds: [Int]
    /// Bits by position in the plan's list of levels: those of the kind, else those given.
    package let levels: [UInt64]
    /// Positions in `communes`.
    package let communeOfUnit: [Int]
    /// In the order of their codes (UTF-8 bytes).
    package let communes: [Commune]
    /// First day on which the unit is active, and first day on which it is not any more; `Int32.min` and `Int32.max` set no bound.
    package let opened: [Int32]
    package let closed: [Int32]
    private let positions: TextPool

    /// - Parameter codes: distinct, in the order of `table`'s rows.
    package init(
        table: Table,
        codes: [String],
        names: [String],
        kinds: [Int],
        levels: [UInt64],
        communeOfUnit: [Int],
        communes: [Commune],
        opened: [Int32],
        closed: [Int32]
    ) {
        self.table = table
        self.codes = codes
        self.names = names
        self.kinds = kinds
        self.levels = levels
        self.communeOfUnit = communeOfUnit
        self.communes = communes
        self.opened = opened
        self.closed = closed
        var positions = TextPool()
        for code in codes { _ = positions.intern(code) }
        self.positions = positions
    }

    package var count: Int { codes.count }

    /// The position of the unit with that code.
    package func unit(code: String) -> Int? {
        positions.index(of: code)
    }

    /// The position of the unit whose code has these bytes.
    package func unit(code: Span<UInt8>) -> Int? {
        positions.index(of: code)
    }

    package func isActive(_ unit: Int, on day: CalendarDate) -> Bool {
        opened[unit] <= day.days && day.days < closed[unit]
    }

    /// Expected to report: active on the last day of the window.
    package func isExpected(_ unit: Int, in period: Period) -> Bool {
        isActive(unit, on: period.end)
    }

    /// Present: active on any day of the window.
    package func isPresent(_ unit: Int, in period: Period) -> Bool {
        opened[unit] <= period.end.days && period.start.days < closed[unit] && opened[unit] < closed[unit]
    }
}
