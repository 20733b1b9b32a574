import Figures
import Plan

/// Finds the tallies and the completeness of a group, which the figures hold as lists.
struct FigureIndex {
    private struct Key: Hashable {
        let group: UnitGroup
        let indicator: Int
    }

    private var tallies: [Key: Tally] = [:]
    private var completeness: [UnitGroup: Completeness] = [:]
    /// Positions in the roster of the communes that have a present unit, in the roster's order.
    let communes: [Int]

    init(_ figures: PeriodFigures) {
        tallies.reserveCapacity(figures.tallies.count)
        for tally in figures.tallies { tallies[Key(group: tally.group, indicator: tally.indicator)] = tally }
        var communes: [Int] = []
        for one in figures.completeness {
            completeness[one.group] = one
            if case .commune(let commune) = one.group { communes.append(commune) }
        }
        self.communes = communes
    }

    /// All zero, with nothing to judge, where the figures say nothing of the group.
    func tally(_ group: UnitGroup, _ indicator: Int) -> Tally {
        tallies[Key(group: group, indicator: indicator)]
            ?? Tally(
                group: group,
                indicator: indicator,
                denominator: 0,
                numerator: 0,
                reportedDenominator: 0,
                reportedNumerator: 0,
                result: .none
            )
    }

    func completeness(_ group: UnitGroup) -> Completeness {
        completeness[group] ?? Completeness(group: group, expected: 0, reported: 0, onTime: 0)
    }
}
