import Figures
import Plan
import Records
import Spreadsheet

/// A paragraph of the report in words, ready to be pasted into the letter: its text in one cell, below its heading.
struct Paragraph: Block {
    /// Empty: none.
    let heading: String
    let text: String

    func write(on sheet: inout SheetCanvas) throws(SpreadsheetError) {
        if !heading.isEmpty { try TextLine(text: heading, size: 13, bold: true).write(on: &sheet) }
        try TextLine(text: text, size: 13, horizontal: .justify).write(on: &sheet)
        try sheet.space()
    }
}

extension Paragraph {
    /// Those that have a sentence.
    static func all(_ layouts: [ParagraphLayout], _ composer: TableComposer) -> [Paragraph] {
        let values = ProseValues(composer)
        return layouts.compactMap { layout in
            let sentences = layout.sentences.filter { sentence in
                sentence.condition.map { values.value($0) == 1 } ?? true
            }
            let text = sentences.map { Self.text($0, values, composer) }.joined(separator: " ")
            return text.isEmpty ? nil : Paragraph(heading: layout.heading, text: text)
        }
    }

    /// Named one by one; of more the number.
    private static let named = 3

    private static func text(_ sentence: SentenceLayout, _ values: ProseValues, _ composer: TableComposer) -> String {
        var text = sentence.words.first ?? ""
        for (place, words) in zip(sentence.places, sentence.words.dropFirst()) {
            switch place {
            case .number(let expression):
                let value = values.value(expression)
                text += value.isNaN ? Words.none : VietnameseText.number(value)
            case .percent(let expression):
                let value = values.value(expression)
                text += value.isNaN ? Words.none : VietnameseText.percent(value)
            case .misses(let indicator): text += misses(indicator, composer)
            case .text(let place): text += composer.context.words(place)
            }
            text += words
        }
        return text
    }

    /// `Trường A, Trường B, Trường C và 9 đơn vị khác`
    private static func misses(_ indicator: Int, _ composer: TableComposer) -> String {
        let rows = composer.misses(indicator)
        let names = rows.prefix(named).map { composer.roster.names[composer.figures.units[$0]] }
        let rest = rows.count - names.count
        if rest > 0 { return "\(names.joined(separator: ", ")) và \(VietnameseText.number(Double(rest))) đơn vị khác" }
        return names.joined(separator: ", ")
    }
}
