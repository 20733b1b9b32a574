import Plan
import Records

/// Which categories of last year's closed figures have no row this year, though the unit sent others: 1 or 0 by category and unit.
struct DroppedCategories {
    let figure: LastYearFigure
    let prepared: PreparedRecords
    let period: Int

    /// - Parameters:
    ///   - units: positions in the roster, and `ranges` their rows of the period in the table.
    /// - Returns: by category, then by unit.
    func flags(of units: [Int], ranges: [Range<Int>], in table: PreparedTable) -> [[Double]] {
        let reader = ClosedFigure(figure, plan: prepared.plan)
        var flags = [[Double]](repeating: [Double](repeating: 0, count: units.count), count: reader.categoryCount)
        guard let field = figure.category, let categories = table.splits[field] else { return flags }
        let before = prepared.plan.periods[period].comparesWith
        for (position, unit) in units.enumerated() where !ranges[position].isEmpty {
            guard let facts = prepared.closed.facts(period: before, unit: prepared.roster.codes[unit]) else { continue }
            for category in flags.indices {
                guard let figure = reader.value(of: category, in: facts), figure > 0,
                    !ranges[position].contains(where: { categories.holds(category, row: $0) })
                else { continue }
                flags[category][position] = 1
            }
        }
        return flags
    }
}
