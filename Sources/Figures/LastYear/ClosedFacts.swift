import Plan

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

/// Reads a figure, category by category, from what was closed of one unit.
struct ClosedFigure {
    private let rows: String
    private let ofCategory: [(sum: String, rows: String, known: String)]

    init(_ figure: LastYearFigure, plan: Plan) {
        let whole = plan.closedColumns(of: figure, code: nil)
        rows = whole.rows
        ofCategory =
            figure.category == nil
            ? [whole] : plan.categories(of: figure).map { plan.closedColumns(of: figure, code: $0) }
    }

    var categoryCount: Int { ofCategory.count }

    /// The category whose closed sum a column is; nil: it is none of the figure's.
    func category(ofColumn name: String) -> Int? { ofCategory.firstIndex { $0.sum == name } }

    /// 0 where rows of the unit counted then and none was of the category. Nil, unknown, where none of its rows counted, where one of
    /// the category's rows lacked the figure, and where last year's plan did not have the category.
    ///
    /// - Parameter facts: of the unit, by column; a count is always given where the closed set has its column.
    func value(of category: Int, in facts: [String: Double]) -> Double? {
        let names = ofCategory[category]
        guard let all = facts[rows], all > 0, let own = facts[names.rows] else { return nil }
        if own == 0 { return 0 }
        return facts[names.known] == own ? facts[names.sum] : nil
    }
}
