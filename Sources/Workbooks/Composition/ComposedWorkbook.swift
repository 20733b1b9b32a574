import Spreadsheet

/// A workbook that has been written, read back and counted, with the cells that show figures of figures.csv.
package struct ComposedWorkbook: Hashable, Sendable {
    package let written: WrittenWorkbook
    /// Id of the period whose figures it shows.
    package let period: String
    package let figures: [FigurePlace]

    package var path: String { written.path }
}
