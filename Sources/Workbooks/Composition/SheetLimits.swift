/// What one sheet takes; what is more goes onto further sheets, or stands there without links.
package struct SheetLimits: Sendable {
    /// Rows of all tables of a sheet.
    package let rows: Int
    package let links: Int

    package init(rows: Int, links: Int) {
        self.rows = rows
        self.links = links
    }

    /// Excel's 1,048,576 rows, less what stands around tables, and its 65,530 links.
    package static let excel = SheetLimits(rows: 1_000_000, links: 65_530)
}
