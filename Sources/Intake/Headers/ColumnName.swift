// What a column's name means: its lowest text alone, then with its group's title; whole, then without numbering and brackets.

import Plan

/// The name of a column, with the fields that it may mean.
struct ColumnName {
    private let column: HeaderGroups.Column
    /// Over all data sets.
    let meanings: [Vocabulary.Meaning]
    /// The fields that the name would mean, but for other words in it or over it that make another figure of it.
    let refused: [Vocabulary.Meaning]
    /// Those of the refused that only a bracket makes another: `Số vụ (quý II)` where the plan has no such period.
    let parts: [Vocabulary.Meaning]
    /// A bracket names a period.
    let namesPeriod: Bool
    /// The periods that its figures are of where its name, or a title over it, says so: positions in `Plan.periods`.
    let periods: Set<Int>?
    /// Found only by leaving out brackets, or with letters lost. Such a column is a field if no other column claims it:
    /// `Số học sinh (nam)` and `Số học sinh (nữ)` are none.
    let isLoose: Bool
    /// Found by the text below a group title, which means nothing together with it.
    let isTextAlone: Bool
    /// Found only with letters lost.
    let hasLostLetters: Bool

    init(_ column: HeaderGroups.Column, _ vocabulary: Vocabulary) {
        self.column = column
        namesPeriod = column.text.remarks.contains(where: vocabulary.remarks.namesPeriod)
        var found: Found
        var level = 0
        let deepest = column.text.bare.isEmpty && column.groups.allSatisfy(\.bare.isEmpty) ? 0 : 2
        while true {
            found = Self.meanings(column, level, vocabulary)
            if !found.meanings.isEmpty || level == deepest { break }
            level += 1
        }
        // What a group's title or a bracket tells two fields apart by may be what was lost.
        let isBracketLost =
            level == 2 && LostLetters.areLost(in: Array(column.text.title.utf8).span, isKnownOfFile: false)
        let isSure = !found.meanings.isEmpty && !isBracketLost && !column.groups.contains(where: \.hasLostLetters)
        meanings = isSure ? found.meanings : vocabulary.lostLetters.meanings(of: column)
        refused = meanings.isEmpty ? found.refused : []
        parts = meanings.isEmpty ? found.parts : []
        // Of what is no field nobody asks it.
        periods =
            meanings.isEmpty
            ? nil : vocabulary.remarks.periodsNamed(brackets: column.text.remarks, groups: column.groups.map(\.folded))
        hasLostLetters = !isSure && !meanings.isEmpty
        isTextAlone = isSure && found.isTextAlone
        isLoose = hasLostLetters || isSure && level == 2
    }

    /// As the sender sees it: group titles and text.
    var title: String {
        if column.groups.isEmpty { return column.text.title }
        return String((column.groups + [column.text]).map(\.title).joined(separator: " / ").prefix(80))
    }

    var isUnnamed: Bool { column.groups.isEmpty && column.text.isEmpty }

    /// The lowest text alone, folded.
    var text: [UInt8] { column.text.folded }

    /// Group titles and text, folded.
    var whole: [UInt8] {
        column.groups.isEmpty ? text : Vocabulary.join(column.groups.map(\.folded) + [text])
    }

    /// The lowest text without numbering, folded.
    var unnumbered: [UInt8] { column.text.form(1) }

    /// The title above, folded, where the text is nothing but brackets: `(quý I)` below `Số vụ`.
    var titleOfBrackets: [UInt8]? { column.text.isInBrackets ? column.groups.last?.folded : nil }

    /// `Nam`, which may be a year without its marks, or males.
    var saysMale: Bool { column.text.saysMale }

    /// What its lowest text may be where each `?` is a lost letter.
    var spellings: [[UInt8]] { column.text.spellings }

    private struct Found {
        var meanings: [Vocabulary.Meaning] = []
        var refused: [Vocabulary.Meaning] = []
        var parts: [Vocabulary.Meaning] = []
        var isTextAlone = false
    }

    private static func meanings(
        _ column: HeaderGroups.Column,
        _ level: Int,
        _ vocabulary: Vocabulary
    ) -> Found {
        var groups = column.groups.map { $0.form(level) }.filter { !$0.isEmpty }
        var text = column.text.form(level)
        // `(em)` below `Số học sinh`: nothing is left of a unit, and the name stands above it.
        if text.isEmpty, column.text.isInBrackets, let above = groups.popLast() { text = above }
        guard !text.isEmpty else { return Found() }
        let alone = vocabulary.meanings(of: text)
        let isShare = column.text.saysShare || column.groups.contains(where: \.saysShare)
        if groups.isEmpty, level < 2, !isShare { return Found(meanings: alone) }
        let (grouped, name) = groupedMeanings(groups, text, vocabulary)
        // What was left out may tell the field from another: its words are asked. `(cả nam và nữ)` tells nothing.
        let titles = column.groups.map { $0.form(min(level, 1)) }
        let lowest = column.text.form(min(level, 1))
        func words(_ cell: HeaderRow.Cell) -> [UInt8] {
            level == 2 && vocabulary.remarks.areHarmless(cell.remarks) ? cell.form(2) : cell.form(min(level, 1))
        }
        let remarks = level < 2 ? [] : column.text.remarks
        let titleRemarks = level < 2 ? [] : column.groups.flatMap(\.remarks)
        let dataSets = grouped.map(\.dataSet)
        // Without a text below, the name is the title's.
        let aloneRemarks = remarks + (column.text.isInBrackets ? titleRemarks : [])
        var found = Found(isTextAlone: grouped.isEmpty && !groups.isEmpty)
        let isOfMales = column.groups.contains(where: \.saysMale)
        func isPart(_ kept: [UInt8]) -> Bool {
            isOfMales || isShare && !kept.starts(with: "ty_le".utf8)
                || column.groups.contains { vocabulary.remarks.makePart($0.form(1), of: kept) }
        }
        func add(_ meaning: Vocabulary.Meaning, _ kept: [UInt8], _ remarks: [[UInt8]]) {
            if vocabulary.qualifiers.isFigure(meaning.field, of: meaning.dataSet) && isPart(kept)
                || vocabulary.counts.fitsAnother(than: meaning, all: titles + [lowest], kept: kept)
                || vocabulary.qualifiers.makeAnother(
                    of: meaning,
                    text: words(column.text),
                    groups: column.groups.map(words),
                    kept: kept
                )
            {
                found.refused.append(meaning)
            } else if vocabulary.remarks.makeAnother(of: meaning, remarks: remarks, kept: kept) {
                found.refused.append(meaning)
                found.parts.append(meaning)
            } else {
                found.meanings.append(meaning)
            }
        }
        for meaning in grouped { add(meaning, name, remarks + titleRemarks) }
        for meaning in alone where !dataSets.contains(meaning.dataSet) { add(meaning, text, aloneRemarks) }
        return found
    }

    /// Group title and text, and the other way round, which is the order of Vietnamese: `Cùng kỳ năm trước` over `Số vụ`. The
    /// nearest group first.
    private static func groupedMeanings(
        _ groups: [[UInt8]],
        _ text: [UInt8],
        _ vocabulary: Vocabulary
    ) -> (meanings: [Vocabulary.Meaning], name: [UInt8]) {
        func found(_ words: [[UInt8]]) -> (meanings: [Vocabulary.Meaning], name: [UInt8])? {
            let meanings = vocabulary.meanings(ofJoined: words)
            return meanings.isEmpty ? nil : (meanings, Vocabulary.join(words))
        }
        for group in groups.reversed() {
            if let found = found([group, text]) ?? found([text, group]) { return found }
        }
        guard groups.count > 1 else { return ([], []) }
        return found(groups + [text]) ?? found([text] + groups.reversed()) ?? ([], [])
    }
}
