import Plan
import Records

/// How the units of a period differ from those of the same period last year (spec 1: comparisons say how the population changed).
package struct PopulationChange: Sendable, Equatable {
    /// Rows of the period's figures: present now, and not in last year's closed set.
    package let opened: [Int]
    /// Positions in last year's units: in the closed set, and not present now.
    package let closed: [Int]
    /// Positions in last year's units: expected then, and without a report, so that last year's figures lack them.
    package let silent: [Int]

    package init(from lastYear: LastYearFigures, to figures: PeriodFigures, roster: Roster) {
        let before = Set(lastYear.units.map(\.code))
        let now = Set(figures.units.map { roster.codes[$0] })
        opened = figures.units.indices.filter { !before.contains(roster.codes[figures.units[$0]]) }
        closed = lastYear.units.indices.filter { !now.contains(lastYear.units[$0].code) }
        silent = lastYear.units.indices.filter { lastYear.units[$0].expected && !lastYear.units[$0].reported }
    }
}
