import Plan

/// A decision of the office as its workbook lists it.
package struct DecisionRow: Sendable {
    /// Line of the decisions' file.
    package let line: Int
    /// `Bỏ tệp` or `Sửa ô`.
    package let kind: String
    /// Path or hash of the file that is set aside.
    package let file: String
    package let unit: String
    package let dataSet: String
    package let key: String
    package let column: String
    package let oldValue: String
    package let newValue: String
    package let decidedBy: String
    package let decidedOn: CalendarDate
    package let reason: String
    /// Why it is not applied; nil where it is.
    package let obstacle: String?

    package init(
        line: Int,
        kind: String,
        file: String = "",
        unit: String = "",
        dataSet: String = "",
        key: String = "",
        column: String = "",
        oldValue: String = "",
        newValue: String = "",
        decidedBy: String,
        decidedOn: CalendarDate,
        reason: String,
        obstacle: String?
    ) {
        self.line = line
        self.kind = kind
        self.file = file
        self.unit = unit
        self.dataSet = dataSet
        self.key = key
        self.column = column
        self.oldValue = oldValue
        self.newValue = newValue
        self.decidedBy = decidedBy
        self.decidedOn = decidedOn
        self.reason = reason
        self.obstacle = obstacle
    }
}
