import Plan
import Spreadsheet

/// How a cell of a table differs from its column. Where it stands out a word beside it says the same: printed in black and white it
/// still reads.
enum CellMark {
    case error, query, information
    /// It is part of a row that does not count.
    case leftOut
    /// It is a share, or a difference of shares, in a column of numbers.
    case share, shareDifference

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
            case .share: $0.numberFormat = HouseFormat.rate
            case .shareDifference: $0.numberFormat = HouseFormat.rateDifference
            }
        }
    }
}
