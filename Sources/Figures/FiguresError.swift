/// What stops the computation of figures.
package enum FiguresError: Error, Equatable, CustomStringConvertible {
    /// The city's figure is not the sum of a grouping's figures: a fault of the plan (a kind that no department, or more
    /// than one, follows) or of the program. Nothing may be published then.
    case imbalance(period: String, indicator: String, figure: String, grouping: String, city: Int, sum: Int)

    package var description: String {
        switch self {
        case .imbalance(let period, let indicator, let figure, let grouping, let city, let sum):
            """
            \(period), \(indicator): the \(figure) of the city is \(city), but that of its \(grouping) adds up to \(sum). \
            Check that every kind of unit belongs to exactly one department of the plan.
            """
        }
    }
}
