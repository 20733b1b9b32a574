import Plan

/// What counts of everything that came: the rows that neither merged into another, nor were superseded or withdrawn, nor left out.
package struct AcceptedRecords: Sendable {
    /// By position of the data set; the roster's is empty. Rows in the order of file and line.
    package let tables: [Table]
    /// By position of the period and of the unit: the least date of sending or receipt among all rows of the unit's report
    /// that counted, merged or were superseded (days since 1970); `Int32.max` where there is none.
    package let earliestReport: [[Int32]]
    /// By position of the file and of the field of its data set: where findings about its rows point to.
    package let sentColumns: [[SentColumn?]]

    package init(tables: [Table], earliestReport: [[Int32]], sentColumns: [[SentColumn?]] = []) {
        self.tables = tables
        self.earliestReport = earliestReport
        self.sentColumns = sentColumns
    }
}
