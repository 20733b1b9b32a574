import Plan
import Records

/// A finding as the office's workbook lists it: its message made, its file named.
package struct FindingRow: Sendable {
    /// A code of the program, such as `C3`, or of a rule of the plan, such as `V1`.
    package let code: String
    package let severity: Severity
    package let state: Finding.State
    /// Title of the data set; empty where it is not known.
    package let dataSet: String
    /// Path below the inbox.
    package let file: String
    /// Line as the sender sees it; nil: the file as a whole.
    package let line: Int?
    /// Position of the column, from 0, and its header as sent.
    package let column: Int?
    package let header: String
    /// Codes as far as they are known, else empty.
    package let unit: String
    package let period: String
    /// As sent.
    package let value: String
    package let message: String
    /// The message in two: what is wrong, and what to do, which is empty where there is nothing to do.
    package let fault: String
    package let mend: String
    package let id: String
    /// The unit's own words about it; empty where there are none.
    package let answer: String
    /// The record's key, as a decision names it; empty where it has none.
    package let key: String

    package init(
        code: String,
        severity: Severity,
        state: Finding.State,
        dataSet: String,
        file: String,
        line: Int?,
        column: Int?,
        header: String,
        unit: String,
        period: String,
        value: String,
        message: String,
        fault: String = "",
        mend: String = "",
        id: String,
        answer: String = "",
        key: String = ""
    ) {
        self.code = code
        self.severity = severity
        self.state = state
        self.dataSet = dataSet
        self.file = file
        self.line = line
        self.column = column
        self.header = header
        self.unit = unit
        self.period = period
        self.value = value
        self.message = message
        self.fault = fault
        self.mend = mend
        self.id = id
        self.answer = answer
        self.key = key
    }
}
