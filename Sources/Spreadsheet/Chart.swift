/// A native chart over cells of the workbook: it shows what the cells hold, and changes with them.
package struct Chart: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
        /// Upright bars side by side.
        case columns
        /// Lying bars, the first category at the top: for long names.
        case bars
        /// Lying bars whose series stand one behind the other.
        case stackedBars
    }

    /// Cells in one row or one column of a sheet.
    package struct Source: Hashable, Sendable {
        package let sheet: Sheet
        package let range: CellRange

        package init(sheet: Sheet, range: CellRange) {
            self.sheet = sheet
            self.range = range
        }
    }

    /// What fills a bar: told apart by pattern too, so that it reads in grey and to the colour-blind.
    package enum Fill: Hashable, Sendable {
        case solid(Colour)
        /// Wide stripes on white.
        case striped(Colour)
        case dotted(Colour)
    }

    package struct Series: Hashable, Sendable {
        package let name: String
        package let categories: Source
        package let values: Source
        package let fill: Fill

        package init(name: String, categories: Source, values: Source, fill: Fill) {
            self.name = name
            self.categories = categories
            self.values = values
            self.fill = fill
        }
    }

    package let kind: Kind
    package let title: String
    package let series: [Series]
    /// What the values are, with their unit.
    package var valueTitle = ""
    package var categoryTitle = ""
    /// Of the values at the bars.
    package var numberFormat = "#,##0"
    /// Of the values on the axis.
    package var axisFormat = "#,##0"
    /// Fixed ends of the axis of values, such as 0 and 1 for rates; nil: as the values are.
    package var valueRange: ClosedRange<Double>?
    package var font = "Times New Roman"
    /// Of labels and axes, in points; the title is 2 larger.
    package var fontSize = 10.0

    package init(kind: Kind, title: String, series: [Series]) {
        self.kind = kind
        self.title = title
        self.series = series
    }

    package func with(_ change: (inout Chart) -> Void) -> Chart {
        var copy = self
        change(&copy)
        return copy
    }
}
