import Figures
import Plan

/// A figure of a group of units that a cell shows.
struct ShownFigure: Hashable {
    /// Of the workbook's units: `.city` is all of them.
    let group: UnitGroup
    /// Position in the plan's indicators.
    let indicator: Int
    let quantity: FigurePlace.Quantity
}

/// A cell of a written workbook, and which figure of figures.csv it shows.
package struct FigurePlace: Hashable, Sendable {
    package enum Quantity: Sendable {
        case denominator, numerator, rate, reportedRate, result
    }

    package let sheet: String
    /// From 0.
    package let row: Int
    package let column: Int
    /// As figures.csv groups units.
    package let group: UnitGroup
    /// Position in the plan's indicators.
    package let indicator: Int
    package let quantity: Quantity
}

extension WorkbookContext {
    /// The group of figures.csv that a group of the workbook's units is; nil where that file has no such group.
    func groupOfCity(_ group: UnitGroup) -> UnitGroup? {
        switch (scope, group) {
        case (nil, _): nil
        case (.city, _): group
        case (_, .city): scope
        // All units of a kind belong to one department.
        case (.department, .kind): group
        default: nil
        }
    }
}

extension IndicatorProperty {
    var quantity: FigurePlace.Quantity? {
        switch self {
        case .denominator: .denominator
        case .numerator: .numerator
        case .rate: .rate
        case .reportedRate: .reportedRate
        case .result: .result
        default: nil
        }
    }
}
