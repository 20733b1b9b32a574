import Plan

/// A row as its sender's feedback shows it: a row that counts, or one that was left out, with what is wrong with its cells.
package struct SentRow: Sendable {
    /// Path below the inbox.
    package let file: String
    /// As the sender sees it.
    package let line: Int
    /// Its position in the table of the data set's rows that count; nil: it was left out.
    package let counted: Int?
    /// By position of the field: what was sent, where that is not what counts.
    package let sent: [Int: String]
    /// The gravest that is open about each cell, by position of the field.
    package let marks: [Int: Severity]
    /// The gravest that is open about the row as a whole.
    package let mark: Severity?

    package init(
        file: String,
        line: Int,
        counted: Int?,
        sent: [Int: String],
        marks: [Int: Severity],
        mark: Severity?
    ) {
        self.file = file
        self.line = line
        self.counted = counted
        self.sent = sent
        self.marks = marks
        self.mark = mark
    }
}
