/// How blank entry forms look, as `templates/workbooks/bieu-nhap.xml` says it: words and widths. Columns, lists and bounds are the plan's.
package struct FormLayout: Sendable {
    /// For the document's properties.
    package let title: String
    /// Rows with drop-downs and checks.
    package let rows: Int
    /// Names of the sheets: what is filled in, what explains it, and, hidden, what the drop-downs offer.
    package let dataSheet: String
    package let guideSheet: String
    package let listsSheet: String
    /// Ends the help of a column that must be filled in, and of one that need not.
    package let required: String
    package let optional: String
    package let heading: FormText
    package let lines: [FormText]
    package let guide: [FormColumnLayout]
    /// One for each kind.
    package let inputs: [FormInputLayout]
    package let notes: [FormNote]

    /// What is said of cells of that kind.
    package func input(_ kind: FormInput) -> FormInputLayout? {
        inputs.first { $0.kind == kind }
    }

    /// The layout's own words for a field, those for its data set alone first.
    package func note(on field: Field, of dataSet: DataSet) -> FormNote? {
        notes.first { $0.field == field.name && $0.dataSet == dataSet.name }
            ?? notes.first { $0.field == field.name && $0.dataSet == nil }
    }
}

/// What a cell of a form takes.
package enum FormInput: String, Sendable, CaseIterable {
    case code, text, integer, decimal, year, date
    /// A date that normally lies within the plan's year: of an event, of a report.
    case dateOfYear
    case boolean, choice
    /// A list that has a code for everything else.
    case openChoice
    case choices

    package init(_ field: Field, lists: [CodeList]) {
        self =
            switch field.type {
            case .code: .code
            case .text: .text
            case .integer: field.roles.contains(.year) ? .year : .integer
            case .decimal: .decimal
            case .date: field.roles.contains { $0 == .eventDate || $0 == .sentOn } ? .dateOfYear : .date
            case .boolean: .boolean
            case .choice(let list): lists[list].isOpen ? .openChoice : .choice
            case .choices: .choices
            }
    }
}

/// The words for one kind of cell.
package struct FormInputLayout: Sendable {
    package let kind: FormInput
    /// Of the column, in characters.
    package let width: Double
    /// Shown beside the chosen cell; what is accepted; what is said of an entry that is not.
    package let help: FormText
    package let accepts: FormText
    package let refusal: FormText
    /// Empty: made from the plan.
    package let example: String
    /// Characters of a code or a text.
    package let length: Int
    /// Of a number whose field sets no bound.
    package let minimum: Int
    package let maximum: Int
    /// The two words of a boolean.
    package let yes: String
    package let no: String
}

/// The words for one column of one data set, or of all that have it.
package struct FormNote: Sendable {
    package let dataSet: String?
    package let field: String
    package let help: String
    package let example: String
}

/// A column of the guide.
package struct FormColumnLayout: Sendable {
    package enum Property: String, Sendable, CaseIterable {
        case ordinal, title, help, required, accepts, example
    }

    package let heading: String
    package let show: Property
    package let width: ClosedRange<Double>
    /// What `required` shows.
    package let yes: String
    package let no: String
}

/// A text with places that each column fills: `từ {first} đến {last}`.
package struct FormText: Sendable, Equatable {
    package enum Place: String, Sendable, CaseIterable {
        case title, dataSet, min, max, first, last, year, length, list
    }

    /// The words before, between and after the places: one more than `places`.
    package let words: [String]
    package let places: [Place]

    /// The text, its places filled.
    package func filled(_ value: (Place) -> String) -> String {
        var text = words.first ?? ""
        for (place, rest) in zip(places, words.dropFirst()) { text += value(place) + rest }
        return text
    }
}
