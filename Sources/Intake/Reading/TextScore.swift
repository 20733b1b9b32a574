// How well a reading of a text fits, beyond its header: over all rows, for the first may say nothing (spec 2, "From bytes to
// text", step 2).

import Plan
import Tabular

/// What is counted in the rows of a table.
struct TextScore: Equatable {
    /// Cells of yes or no and of code lists that are words of these.
    var choices = 0
    /// Words with letters beyond ASCII, and those of them that can be Vietnamese.
    var words = 0
    var syllables = 0

    /// Of a text alone.
    init(of text: Span<UInt8>) {
        count(text)
    }

    init(_ search: TableSearch, _ vocabulary: Vocabulary) {
        guard let header = search.header, var rows = search.rows else { return }
        let fields = vocabulary.plan.dataSets[header.dataSet].fields
        var record = Record()
        var cleaned = CleanedCell()
        for title in header.titles { count(Array(title.utf8).span) }
        // What cannot be read is told when the rows are.
        while (try? rows.next(into: &record)) == true {
            let bytes = record.bytes.span
            for cell in 0..<record.count { count(bytes.extracting(record.range(cell))) }
            for case (let column, .field(let field)) in header.columns.enumerated() where column < record.count {
                clean(bytes.extracting(record.range(column)), into: &cleaned)
                if !cleaned.bytes.isEmpty,
                    ChoiceValue(cleaned.bytes.span, fields[field].type, vocabulary).isKnown
                {
                    choices += 1
                }
            }
        }
    }

    private mutating func count(_ text: Span<UInt8>) {
        var start = 0
        var isBeyondASCII = false
        // Where a letter was lost, and whether more of the word follows: a mark at its end may end a question.
        var lost: Int?
        // `QĐ` and `TLĐT` are no words.
        var hasVowel = false
        func end(at index: Int, _ score: inout TextScore) {
            guard isBeyondASCII, let isSyllable = isSyllable(before: index) else { return }
            score.words += 1
            if isSyllable { score.syllables += 1 }
        }
        func isSyllable(before end: Int) -> Bool? {
            let word = text.extracting(start..<end)
            guard let lost else { return hasVowel ? isVietnameseSyllable(word) : nil }
            return lost + 1 < end ? canBeSyllableWithLostLetter(word) : nil
        }
        var index = 0
        while index < text.count {
            let byte = text[index]
            let isMark = byte == 0xE2 && index + 2 < text.count && text[index + 1] == 0x80
            let isBlank = byte == 0xC2 && index + 1 < text.count && text[index + 1] == 0xA0
            switch byte {
            // A soft hyphen is ư in TCVN3; alone it proves nothing.
            case 0xC2 where index + 1 < text.count && text[index + 1] == 0xAD: index += 2
            case 0x41...0x5A, 0x61...0x7A:
                if [0x61, 0x65, 0x69, 0x6F, 0x75, 0x79].contains(byte | 0x20) { hasVowel = true }
                index += 1
            case LostLetters.mark:
                lost = index
                index += 1
            case 0x80... where !isMark && !isBlank:
                isBeyondASCII = true
                let isStroke = byte == 0xC4 && index + 1 < text.count && text[index + 1] & 0xFE == 0x90
                if !isStroke { hasVowel = true }
                index += isStroke ? 2 : 1
            default:
                end(at: index, &self)
                index += isMark ? 3 : isBlank ? 2 : 1
                start = index
                isBeyondASCII = false
                lost = nil
                hasVowel = false
            }
        }
        end(at: text.count, &self)
    }

    /// Whether all words of a text with letters beyond ASCII can be Vietnamese, and there is one at the least.
    static func isVietnamese(_ text: Span<UInt8>) -> Bool {
        let score = TextScore(of: text)
        return score.words > 0 && score.words == score.syllables
    }

    /// Whether the share of syllables is greater than another's. One word more that can be none counts against a reading
    /// that has no other words.
    func isMoreVietnamese(than other: TextScore) -> Bool {
        (syllables + 1) * (other.words + 1) > (other.syllables + 1) * (words + 1)
    }

    /// Most words can be none: whatever the bytes are, they are not read rightly.
    var isHardlyVietnamese: Bool { syllables * 2 < words }
}

/// A cell of yes or no or of a code list, as two readings of it are compared.
enum ChoiceValue: Equatable {
    case boolean(BooleanCell)
    case choice(ChoiceCell)
    case choices(ChoicesCell)
    /// Of another type.
    case none

    init(_ text: Span<UInt8>, _ type: FieldType, _ vocabulary: Vocabulary) {
        switch type {
        case .boolean: self = .boolean(readBoolean(text))
        case .choice(let list): self = .choice(readChoice(text, vocabulary.choices[list]))
        case .choices(let list): self = .choices(readChoices(text, vocabulary.choices[list]))
        default: self = .none
        }
    }

    /// A word of the list, or yes or no.
    var isKnown: Bool {
        switch self {
        case .boolean(let cell): cell != .unreadable
        case .choice(.code), .choice(.codeWithLostLetters): true
        case .choice, .none: false
        case .choices(let cell): cell.unknown.isEmpty && !cell.isLost && !cell.codes.isEmpty
        }
    }
}
