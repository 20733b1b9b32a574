/// Facts of closed periods, as `facts.csv` of each closed set tells them: numbers by period, unit and column.
package struct ClosedFacts: Sendable, Equatable {
    /// The column that tells, as 1 or 0, whether the unit had reported.
    package static let reported = "reported"

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

    /// Whether anything is known of the period.
    package func holds(period: String) -> Bool {
        values[period] != nil
    }

    /// A unit's facts by column, as far as they were given; nil where the period was not closed, or had no such unit.
    package func facts(period: String, unit: String) -> [String: Double]? {
        values[period]?[unit]
    }
}
