import Plan
import Records

/// What was read of one file, before it is compared with any other.
package struct FileReading: Sendable {
    package var file: InboxFile
    package var role: FileRole
    /// Position in `Plan.dataSets`; nil where no data set matches.
    package var dataSet: Int?
    /// As the manifest names them; empty where the file was not read as text.
    package var encoding: String
    package var delimiter: String
    /// Whether mojibake or .VnTime text was restored (F11).
    package var isRestored: Bool
    /// By position of the field: where the file has it; empty where there is no data set.
    package var sentColumns: [SentColumn?]
    /// How its text was read, and why.
    package var decision = TextDecision()
    /// The rows that were taken, in the file's order; empty where there is no data set.
    package var table: Table?
    /// In the file's order. Those about a cell of a taken row know the row.
    package var findings: [Finding]
    /// Rows of data: all but blank lines, header and title lines, and `notData`.
    package var rowsRead: Int
    package var rowsLeftOut: Int
    /// Those of them whose cells could be told apart.
    package var leftOutRows = LeftOutRows()
    /// Lines that are no data (L2): totals, repeated headers, signatures.
    package var notData: Int
    /// By cell of the unit's column (position in the roster): its rows that were left out.
    package var unitsLeftOut: [Int32: Int]
    /// Whether a row without a readable unit code was left out.
    package var hasUnknownUnitLeftOut: Bool
    /// Reading stopped before the file's end (F4).
    package var isBrokenOff: Bool
    /// Holds no table at all (F9, F12): neither accepted nor rejected.
    package var holdsNoData: Bool
    /// By the office's decision its rows do not count.
    package var isSetAside: Bool
    /// The answers of a feedback workbook, of which nothing else is read.
    package var feedback: Feedback?

    package init(file: InboxFile) {
        self.file = file
        role = .inbox
        encoding = ""
        delimiter = ""
        isRestored = false
        sentColumns = []
        findings = []
        rowsRead = 0
        rowsLeftOut = 0
        notData = 0
        unitsLeftOut = [:]
        hasUnknownUnitLeftOut = false
        isBrokenOff = false
        holdsNoData = false
        isSetAside = false
    }
}
