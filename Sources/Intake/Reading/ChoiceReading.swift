import Plan
import Records
import Tabular

extension ColumnReader {
    /// A value that is on no list, of a choice: KHAC with C14, or C5 where the list is closed.
    static func choice(
        _ text: Span<UInt8>,
        _ field: Field,
        _ words: ChoiceWords,
        _ texts: inout TextPool,
        _ tools: inout CellTools
    ) -> CellReading {
        switch readChoice(text, words) {
        case .code(let code): return CellReading(code)
        case .codeWithLostLetters(let code):
            tools.hasLostLetters = true
            return CellReading(code)
        case .lost: return .fault(.C5, field.title, "")
        case .unknown(let other):
            // Quarter II looks like quarter I: a period that is none must not be taken for the nearest.
            let nearest = field.roles.contains(.period) ? "" : nearestName(other, words, &tools)
            guard words.isOpen else { return .fault(.C5, field.title, nearest) }
            let value = Int32(words.names.count) + Int32(texts.intern(other.span))
            return CellReading(value, CellFault(.C14, field.title, nearest))
        }
    }

    /// A set: its codes in the list's order, then what is on no list.
    static func choices(
        _ text: Span<UInt8>,
        _ field: Field,
        _ list: Int,
        _ texts: inout TextPool,
        _ tools: inout CellTools
    ) -> CellReading {
        let words = tools.vocabulary.choices[list]
        let cell = readChoices(text, words)
        if cell.isLost { return .fault(.C5, field.title, "") }
        if cell.hasLostLetters { tools.hasLostLetters = true }
        var fault: CellFault?
        if let other = cell.unknown.first {
            let nearest = nearestName(other, words, &tools)
            // Half a set would be a wrong set: a closed list takes it whole or not at all.
            guard words.isOpen else { return .fault(.C5, field.title, nearest) }
            fault = CellFault(.C14, field.title, nearest)
        }
        let codes = tools.plan.codeLists[list].codes
        var parts = cell.codes.map { codes[Int($0)].code }
        parts += cell.unknown.map { "?" + String(decoding: $0, as: UTF8.self) }
        guard !parts.isEmpty else { return .missing }
        return CellReading(Int32(texts.intern(parts.joined(separator: ";"))), fault)
    }

    private static func nearestName(_ word: [UInt8], _ words: ChoiceWords, _ tools: inout CellTools) -> String {
        guard tools.mayLookForNearMiss() else { return "" }
        return words.nearestName(toFolded: word) ?? ""
    }
}
