import Plan
import Spreadsheet

/// One column of an entry form: what its cells take, and what is said about it.
struct FormColumn {
    let field: Field
    let input: FormInputLayout
    /// What the drop-down offers, in the list's order: names, which clerks understand and the intake reads; empty: none.
    let offered: [String]
    /// A row without it is left out (C16), or gets a query (C1).
    let isRequired: Bool
    let help: String
    let accepts: String
    let refusal: String
    let example: String
    /// Days that the cell takes.
    private let days: ClosedRange<CalendarDate>
    private let year: Int

    /// Nil where the layout has no words for such a cell, which its loader excludes.
    init?(_ position: Int, of dataSet: DataSet, plan: Plan, layout: FormLayout) {
        let field = dataSet.fields[position]
        guard let input = layout.input(FormInput(field, lists: plan.codeLists)) else { return nil }
        self.field = field
        self.input = input
        year = plan.year
        offered =
            switch field.type {
            case .boolean: [input.yes, input.no]
            case .choice(let list), .choices(let list): plan.codeLists[list].codes.map(\.name)
            default: []
            }
        isRequired = field.isRequired || dataSet.isIndispensable(position)
        let last = field.roles.contains(.sentOn) ? plan.periods.map(\.due).max() : nil
        let days = plan.firstDay...max(plan.firstDay, last ?? plan.lastDay)
        self.days = days
        let bounds = FormColumn.bounds(of: field, input)
        let offered = offered
        func words(_ text: FormText) -> String {
            text.filled { place in
                switch place {
                case .title: field.title
                case .dataSet: dataSet.title
                case .min: VietnameseText.number(Double(bounds.lowerBound))
                case .max: VietnameseText.number(Double(bounds.upperBound))
                case .first: days.lowerBound.vietnamese
                case .last: days.upperBound.vietnamese
                case .year: "\(plan.year)"
                case .length: VietnameseText.number(Double(input.length))
                case .list: FormColumn.lines(offered)
                }
            }
        }
        let note = layout.note(on: field, of: dataSet)
        let parts = [
            note?.help ?? "", words(input.help), isRequired ? layout.required : layout.optional,
        ]
        help = parts.filter { !$0.isEmpty }.joined(separator: " ")
        // A list alone begins with no line break.
        let accepted = words(input.accepts)
        accepts = String(accepted.drop { $0.isNewline })
        refusal = words(input.refusal)
        example =
            [note?.example ?? "", input.example].first { !$0.isEmpty }
            ?? FormColumn.example(input.kind, offered: offered, plan: plan)
    }

    /// One a line where a row of the guide is high enough for them.
    private static func lines(_ offered: [String]) -> String {
        offered.count <= 20 ? "\n" + offered.joined(separator: "\n") : offered.joined(separator: "; ")
    }

    private static func bounds(of field: Field, _ input: FormInputLayout) -> ClosedRange<Int> {
        let least = field.minimum ?? input.minimum
        return least...max(least, field.maximum ?? input.maximum)
    }

    private static func example(_ kind: FormInput, offered: [String], plan: Plan) -> String {
        switch kind {
        case .year: "\(plan.year)"
        case .date, .dateOfYear: plan.periods.first?.end.vietnamese ?? ""
        case .choices: offered.prefix(2).joined(separator: "; ")
        default: offered.first ?? ""
        }
    }

    /// What Excel lets in.
    ///
    /// - Parameter list: where the texts stand that are offered; nil where there are none.
    func check(list: (range: CellRange, sheet: Sheet)?) -> InputCheck {
        if let list { return .choice(from: list.range, on: list.sheet) }
        let bounds = FormColumn.bounds(of: field, input)
        return switch input.kind {
        case .integer: .wholeNumber(bounds)
        case .decimal: .number(Double(bounds.lowerBound)...Double(bounds.upperBound))
        case .year: .wholeNumber(year...year)
        case .dateOfYear: .date(Int(days.lowerBound.days)...Int(days.upperBound.days))
        // Any day that Excel knows: schools have been opened, and plans made, before the plan's year.
        case .date: .date(-25_508...2_932_896)
        case .code, .text, .boolean, .choice, .openChoice, .choices: .textLength(input.length)
        }
    }

    /// What the intake would count all the same, if with a query, the form only warns of.
    var refusalKind: InputRefusal {
        switch input.kind {
        case .openChoice, .choices, .year, .dateOfYear, .code: .warning
        case .text, .integer, .decimal, .date, .boolean, .choice: .stop
        }
    }

    /// Texts are text cells: codes keep their leading zeros, `19/8` is no day, `- Thiếu` no formula. Numbers have no grouping marks, which
    /// a CSV file would carry.
    var format: Format {
        let horizontal: Format.Horizontal =
            switch input.kind {
            case .text, .choice, .openChoice, .choices: .left
            case .code, .year, .date, .dateOfYear, .boolean: .centre
            case .integer, .decimal: .right
            }
        return HouseFormat.text(12, horizontal: horizontal).with {
            switch input.kind {
            case .code, .text, .boolean, .choice, .openChoice, .choices: $0.numberFormat = "@"
            case .integer, .year: $0.numberFormat = "0"
            case .date, .dateOfYear: $0.numberFormat = HouseFormat.day
            case .decimal: $0.numberFormat = nil
            }
        }
    }

    /// In characters: the layout's, or what the title's longest word needs.
    var width: Double {
        max(input.width, ColumnWidth.characters(forText: TextMeasure(size: 12, bold: true).widestWord(field.title)))
    }

    /// Beside the chosen cell. Excel takes 32 and 255 characters; whole texts stand in the guide.
    var prompt: InputMessage {
        InputMessage(title: FormColumn.cut(field.title, to: 32), text: FormColumn.cut(help, to: 255))
    }

    var message: InputMessage {
        InputMessage(title: FormColumn.cut(field.title, to: 32), text: FormColumn.cut(refusal, to: 255))
    }

    /// The note on the column's heading: everything.
    var note: String {
        "\(field.title)\n\(help)\n\(accepts)"
    }

    /// The text's first words, with `…` where some are left out; `limit` counts UTF-16 units.
    static func cut(_ text: String, to limit: Int) -> String {
        guard text.utf16.count > limit else { return text }
        var kept = ""
        for character in text {
            if kept.utf16.count + character.utf16.count + 1 > limit { break }
            kept.append(character)
        }
        if let blank = kept.lastIndex(of: " ") { kept = String(kept[..<blank]) }
        return kept + "…"
    }
}
