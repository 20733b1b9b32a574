import CXlsxWriter

/// What a cell of an entry form accepts. A blank is always accepted.
package enum InputCheck: Hashable, Sendable {
    /// A drop-down of the texts in a range of a sheet, hidden or not; never a list of values.
    case choice(from: CellRange, on: Sheet)
    case wholeNumber(ClosedRange<Int>)
    case number(ClosedRange<Double>)
    /// Days since 1 January 1970.
    case date(ClosedRange<Int>)
    /// A text of at most so many characters.
    case textLength(Int)
}

/// What happens to an entry that is not accepted.
package enum InputRefusal: Hashable, Sendable {
    case stop
    /// The user may keep the entry.
    case warning
    case information
}

/// A message beside a cell: title at most 32 UTF-16 units, text at most 255.
package struct InputMessage: Hashable, Sendable {
    package let title: String
    package let text: String

    package init(title: String, text: String) {
        self.title = title
        self.text = text
    }
}

extension WorkbookWriter {
    /// Checks what is typed into a range, with a `prompt` when a cell is chosen and a message when the entry is not accepted.
    ///
    /// Throws `outside`, `foreignSheet`, `textTooLong` for the messages, `setting` for numbers that Excel does not hold.
    package func addCheck(
        _ check: InputCheck,
        to range: CellRange,
        refusal: InputRefusal = .stop,
        prompt: InputMessage? = nil,
        message: InputMessage? = nil,
        sheet: Sheet
    ) throws(SpreadsheetError) {
        let handle = unsafe try handle(range, of: sheet)
        let place = "\(sheet.name)!\(range.a1)"
        var validation = unsafe try validation(for: check, place)
        unsafe validation.ignore_blank = UInt8(LXW_VALIDATION_ON.rawValue)
        unsafe validation.error_type =
            switch refusal {
            case .stop: UInt8(LXW_VALIDATION_ERROR_TYPE_STOP.rawValue)
            case .warning: UInt8(LXW_VALIDATION_ERROR_TYPE_WARNING.rawValue)
            case .information: UInt8(LXW_VALIDATION_ERROR_TYPE_INFORMATION.rawValue)
            }
        var source: String?
        if case .choice(let choices, let other) = check { source = "=\(other.reference(choices))" }
        let texts = [
            source,
            try prompt.map { text throws(SpreadsheetError) in try SafeText.checked(text.title, limit: 32, place: place)
            },
            try prompt.map { text throws(SpreadsheetError) in try SafeText.checked(text.text, limit: 255, place: place)
            },
            try message.map { text throws(SpreadsheetError) in try SafeText.checked(text.title, limit: 32, place: place)
            },
            try message.map { text throws(SpreadsheetError) in try SafeText.checked(text.text, limit: 255, place: place)
            },
        ]
        let result = unsafe try withCStrings(texts) { strings throws(SpreadsheetError) in
            unsafe validation.value_formula = unsafe strings[0]
            unsafe validation.input_title = unsafe strings[1]
            unsafe validation.input_message = unsafe strings[2]
            unsafe validation.error_title = unsafe strings[3]
            unsafe validation.error_message = unsafe strings[4]
            return unsafe worksheet_data_validation_range(
                handle,
                UInt32(range.rows.lowerBound),
                UInt16(range.columns.lowerBound),
                UInt32(range.rows.upperBound),
                UInt16(range.columns.upperBound),
                &validation
            )
        }
        try Self.check(result, "worksheet_data_validation_range")
    }

    private func validation(for check: InputCheck, _ place: String) throws(SpreadsheetError) -> lxw_data_validation {
        var validation = unsafe lxw_data_validation()
        let kind: lxw_validation_types
        var bounds: (Double, Double)?
        switch check {
        case .choice(let choices, let other):
            _ = unsafe try handle(choices, of: other)
            kind = LXW_VALIDATION_TYPE_LIST_FORMULA
        case .wholeNumber(let range):
            kind = LXW_VALIDATION_TYPE_INTEGER
            bounds = (Double(range.lowerBound), Double(range.upperBound))
        case .number(let range):
            kind = LXW_VALIDATION_TYPE_DECIMAL
            bounds = (range.lowerBound, range.upperBound)
        case .date(let range):
            kind = LXW_VALIDATION_TYPE_DATE_NUMBER
            guard let first = ExcelDate.serial(daysSince1970: range.lowerBound),
                let last = ExcelDate.serial(daysSince1970: range.upperBound)
            else { throw .setting(place: place, reason: "days before 1 March 1900 or after 9999") }
            bounds = (Double(first), Double(last))
        case .textLength(let length):
            kind = LXW_VALIDATION_TYPE_LENGTH
            bounds = (0, Double(length))
        }
        unsafe validation.validate = UInt8(kind.rawValue)
        if let bounds {
            guard bounds.0.isFinite, bounds.1.isFinite else {
                throw .setting(place: place, reason: "bounds without end")
            }
            unsafe validation.criteria = UInt8(LXW_VALIDATION_CRITERIA_BETWEEN.rawValue)
            unsafe validation.minimum_number = bounds.0
            unsafe validation.maximum_number = bounds.1
        }
        return unsafe validation
    }
}
