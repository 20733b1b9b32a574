import Figures
import Plan
import Records
import Spreadsheet

/// The report in words, ready to be pasted into the letter: each paragraph in one cell.
struct ProseBlock: Block {
    /// Heading and text of each paragraph that has a sentence.
    let paragraphs: [(heading: String, text: String)]

    init(_ paragraphs: [ParagraphLayout], _ composer: TableComposer) {
        let values = ProseValues(composer)
        self.paragraphs = paragraphs.compactMap { paragraph in
            let sentences = paragraph.sentences.filter { sentence in
                sentence.condition.map { values.value($0) == 1 } ?? true
            }
            let text = sentences.map { Self.text($0, values, composer) }.joined(separator: " ")
            return text.isEmpty ? nil : (paragraph.heading, text)
        }
    }

    func write(on sheet: inout SheetCanvas) throws(SpreadsheetError) {
        for paragraph in paragraphs {
            if !paragraph.heading.isEmpty {
                try TextLine(text: paragraph.heading, size: 13, bold: true).write(on: &sheet)
            }
            try TextLine(text: paragraph.text, size: 13, horizontal: .justify).write(on: &sheet)
            try sheet.space()
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
