import Plan
import Spreadsheet

/// How a cell of a table stands out. A word beside it says the same: printed in black and white it still reads.
enum CellMark {
    case error, query, information
    /// It is part of a row that does not count.
    case leftOut

    init(_ severity: Severity) {
        switch severity {
        case .error: self = .error
        case .query: self = .query
        case .information: self = .information
        }
    }

    func marking(_ format: Format) -> Format {
        format.with {
            switch self {
            case .error: $0.fill = HouseColour.notMet
            case .query: $0.fill = HouseColour.query
            case .information: return
            case .leftOut: $0.fill = HouseColour.heading
            }
        }
    }
}
