/// Facts of closed periods, as `facts.csv` of each closed set tells them: numbers by period, unit and column.
package struct ClosedFacts: Sendable, Equatable {
    private var values: [String: [String: [String: Double]]] = [:]

    /// Nothing was closed.
    package init() {}

    /// - Parameters:
    ///   - period: id of the closed period, such as `2025-Q1`.
    ///   - unit: the unit's code.
    ///   - column: the fact's name in the closed set, whose plan may have other facts than this year's.
    package mutating func set(_ value: Double, period: String, unit: String, column: String) {
        values[period, default: [:]][unit, default: [:]][column] = value
    }

    /// A unit's facts by column, as far as they were given; nil where the period was not closed, or had no such unit.
    package func facts(period: String, unit: String) -> [String: Double]? {
        values[period]?[unit]
    }
}
