/// A native chart of columns of a table of the same workbook.
package struct ChartLayout: Sendable {
    package enum Kind: String, Sendable, CaseIterable {
        case columns, bars
        case stackedBars = "stacked_bars"
    }

    /// The rows that are shown, where there are more than a chart can show.
    package enum Selection: Sendable, Equatable {
        case all
        /// So many with the lowest values of the first series, in the table's order where they are equal.
        case lowest(Int)
    }

    package struct Series: Sendable {
        package let name: String
        /// What of the table's row it shows.
        package let content: ColumnContent

        package init(name: String, content: ColumnContent) {
            self.name = name
            self.content = content
        }
    }

    package let kind: Kind
    package let title: String
    /// What the values are, with their unit.
    package let valueTitle: String
    /// The rows, as a table's: the chart stands over cells of its own sheet that hold its figures.
    package let rows: RowsLayout
    package let selection: Selection
    package let series: [Series]
    /// Whether values are shares from 0 to 1, shown as percent.
    package let isShare: Bool

    package init(
        kind: Kind,
        title: String,
        valueTitle: String,
        rows: RowsLayout,
        selection: Selection,
        series: [Series],
        isShare: Bool
    ) {
        self.kind = kind
        self.title = title
        self.valueTitle = valueTitle
        self.rows = rows
        self.selection = selection
        self.series = series
        self.isShare = isShare
    }
}
