import Figures
import Spreadsheet

/// Figures as cells show them.
enum FigureValues {
    static func count(_ count: Int) -> CellValue {
        .number(Double(count))
    }

    /// A dash where there is nothing to divide by.
    static func rate(_ numerator: Int, of denominator: Int) -> CellValue {
        denominator == 0 ? .text(Words.none) : .number(Double(numerator) / Double(denominator))
    }
}
