import Plan

/// A file that the figures come from, and what became of its rows.
package struct SourceFile: Sendable {
    /// Rows: read = counted + merged + superseded + left out; lines that are no data stand beside them.
    package struct Rows: Sendable, Equatable {
        package let read: Int
        package let counted: Int
        package let merged: Int
        package let superseded: Int
        package let leftOut: Int
        package let notData: Int

        package init(read: Int, counted: Int, merged: Int, superseded: Int, leftOut: Int, notData: Int) {
            self.read = read
            self.counted = counted
            self.merged = merged
            self.superseded = superseded
            self.leftOut = leftOut
            self.notData = notData
        }
    }

    /// Path below the inbox.
    package let path: String
    /// In hexadecimal.
    package let sha256: String
    package let bytes: Int
    /// Title of the data set; empty where it is not known.
    package let dataSet: String
    package let encoding: String
    /// The outcome in words, such as `Chấp nhận`.
    package let outcome: String
    package let rows: Rows
    /// The day of the first run that saw the file.
    package let firstSeen: CalendarDate?

    package init(
        path: String,
        sha256: String,
        bytes: Int,
        dataSet: String,
        encoding: String,
        outcome: String,
        rows: Rows,
        firstSeen: CalendarDate?
    ) {
        self.path = path
        self.sha256 = sha256
        self.bytes = bytes
        self.dataSet = dataSet
        self.encoding = encoding
        self.outcome = outcome
        self.rows = rows
        self.firstSeen = firstSeen
    }
}
