import Plan

/// A file as its sender's feedback lists it: what became of the sender's rows in it, and when it came.
package struct SentFile: Sendable {
    /// Path below the inbox.
    package let path: String
    /// Title of the data set; empty where it is not known.
    package let dataSet: String
    /// The outcome in words, such as `Chấp nhận`; in a bundle that of the sender's rows.
    package let outcome: String
    /// The day on which the last of the rows was first seen; nil where none was taken.
    package let came: CalendarDate?
    package let rows: SourceFile.Rows
    /// Rows of the file whose unit is not known; they are in no count above where the file holds rows of others too.
    package let unknown: Int

    package init(
        path: String,
        dataSet: String,
        outcome: String,
        came: CalendarDate?,
        rows: SourceFile.Rows,
        unknown: Int
    ) {
        self.path = path
        self.dataSet = dataSet
        self.outcome = outcome
        self.came = came
        self.rows = rows
        self.unknown = unknown
    }
}
