import Plan

/// One result of a check, as data; its message is made where it is shown (`message`).
///
/// A hostile file makes millions of them, so one takes 144 bytes and, mostly, nothing beside: texts of up to 15 bytes stand in
/// the value itself, longer ones and lists are shared by whoever makes the findings of one column or one row, and what few have
/// stands apart.
package struct Finding: Sendable {
    package enum State: String, Sendable {
        case open, answered
        /// About a row that was superseded or withdrawn: listed, and in no outcome or count.
        case closed
    }

    package let code: FindingCode
    package let severity: Severity
    package var state: State
    private var dataSetPosition: Int16
    /// Position in the run's list of files.
    package var file: Int32
    /// Physical line of the file as its sender sees it, from 1; 0: the file as a whole.
    package var line: Int32
    private var columnPosition: Int32
    private var rowPosition: Int32
    /// The column's header as sent.
    package var header: String
    /// Codes as far as they are known, else empty.
    package var unit: String
    package var period: String
    /// As sent, personal numbers masked, cut at 80 characters.
    package var value: String
    /// What the message names beside the value, in the order that the code's message expects.
    package var arguments: [String]
    /// Canonical key of the record, empty where it has none: a part of the id.
    package var record: String
    /// Codes of the plan's rules that could not be asked because of it: `chưa kiểm tra`.
    package var unchecked: [String]
    /// Stable over runs while the values that the finding looked at stay the same; set when all findings are gathered.
    package var id: String
    /// One, or none: an empty list takes no room.
    private var further: [Further]

    /// What only some findings have: those of the plan's rules and of merging, and those that were answered.
    private struct Further {
        var rule = ""
        var evidence = ""
        var answer = ""
    }

    package init(
        _ code: FindingCode,
        rule: Rule? = nil,
        dataSet: Int? = nil,
        file: Int32,
        line: Int32 = 0,
        column: Int32? = nil,
        header: String = "",
        row: Int32? = nil,
        unit: String = "",
        period: String = "",
        value: String = "",
        arguments: [String] = []
    ) {
        self.code = code
        severity = rule?.severity ?? code.severity
        dataSetPosition = Int16(clamping: dataSet ?? -1)
        self.file = file
        self.line = line
        columnPosition = column ?? -1
        self.header = header
        rowPosition = row ?? -1
        self.unit = unit
        self.period = period
        let shown = PersonalNumbers.masked(value)
        self.value = shown.utf8.count > 80 ? String(shown.prefix(80)) : shown
        self.arguments = arguments
        record = ""
        state = .open
        unchecked = []
        id = ""
        further = rule.map { [Further(rule: $0.code)] } ?? []
    }

    /// Its code as people see it: `C3`, or the code of the plan's rule.
    package var codeName: String {
        further.first.flatMap { $0.rule.isEmpty ? nil : $0.rule } ?? code.rawValue
    }

    /// The values that the finding looked at, where they are more than `value`: a part of the id, and never shown, since it may
    /// hold what is masked elsewhere.
    package var evidence: String {
        get { further.first?.evidence ?? "" }
        set { if newValue != evidence { setFurther { $0.evidence = newValue } } }
    }

    /// The unit's own words about it (`Giải trình`); empty where there are none.
    package var answer: String {
        get { further.first?.answer ?? "" }
        set { if newValue != answer { setFurther { $0.answer = newValue } } }
    }

    private mutating func setFurther(_ change: (inout Further) -> Void) {
        if further.isEmpty { further.append(Further()) }
        change(&further[0])
    }

    /// Position in `Plan.dataSets`, where the file's data set is known.
    package var dataSet: Int? {
        get { dataSetPosition < 0 ? nil : Int(dataSetPosition) }
        set { dataSetPosition = Int16(clamping: newValue ?? -1) }
    }

    /// Position of the column in the file, from 0.
    package var column: Int32? {
        get { columnPosition < 0 ? nil : columnPosition }
        set { columnPosition = newValue ?? -1 }
    }

    /// Position of the row in the table of its file, where it was taken: its finding is closed with it.
    package var row: Int32? {
        get { rowPosition < 0 ? nil : rowPosition }
        set { rowPosition = newValue ?? -1 }
    }
}
