// Letters that a code page lacks, and that were written as `?` when a file was saved (spec 2, "Lost letters"): `M? ??n v?`.
// A `?` stands for one letter. A letter that lost only its marks (ư as u, Đ as Ð) folds as before, and needs nothing here.

import Tabular

/// The words of headers by length, to be found with letters lost.
struct LostLetters: Sendable {
    private struct Word: Sendable {
        let letters: [UInt8]
        /// Empty: noise or personal data.
        let meanings: [Vocabulary.Meaning]
    }

    /// The claim of a header that was found so: any other is better.
    static let rank = 9

    private var words: [Int: [Word]] = [:]
    private let personal: Set<[UInt8]>

    init(_ headers: [[UInt8]: [Vocabulary.Meaning]], noise: Set<[UInt8]>, personal: Set<[UInt8]>) {
        self.personal = personal
        for (word, meanings) in headers {
            words[word.count, default: []].append(Word(letters: word, meanings: meanings))
        }
        for word in noise.union(personal) { words[word.count, default: []].append(Word(letters: word, meanings: [])) }
    }

    /// The fields that a header means with letters lost: of each data set the one field that fits, and none at all where a
    /// word fits that is no field.
    ///
    /// - Parameter spellings: see `spellings(ofHeader:)`.
    func meanings(of spellings: [[UInt8]]) -> [Vocabulary.Meaning] {
        let fitting = spellings.flatMap { spelling in
            (words[spelling.count] ?? []).filter { Self.fits(spelling, $0.letters.span) }
        }
        guard fitting.allSatisfy({ !$0.meanings.isEmpty }) else { return [] }
        var fields: [Int: Set<Int>] = [:]
        for meaning in fitting.flatMap(\.meanings) { fields[meaning.dataSet, default: []].insert(meaning.field) }
        return fields.sorted { $0.key < $1.key }.compactMap { dataSet, fields in
            guard fields.count == 1, let field = fields.first else { return nil }
            return Vocabulary.Meaning(dataSet: dataSet, field: field, rank: Self.rank)
        }
    }

    /// The fields that a column means with letters lost. Below group titles it is found together with one of them or not at
    /// all: what the title tells two fields apart by may be what was lost.
    func meanings(of column: HeaderGroups.Column) -> [Vocabulary.Meaning] {
        guard !column.groups.isEmpty else { return meanings(of: column.text.spellings) }
        let text = column.text.spellings.first ?? column.text.folded
        for group in column.groups.reversed() {
            let title = group.spellings.first ?? group.folded
            let found = meanings(of: [title + [0x5F] + text, text + [0x5F] + title])
            if !found.isEmpty { return found }
        }
        return []
    }

    /// Whether a header may hold one of personal data, with letters lost: as whole words, as in `PersonalHeaders`.
    func mayBePersonal(_ spellings: [[UInt8]]) -> Bool {
        spellings.contains { spelling in
            var start = 0
            while start < spelling.count {
                let rest = spelling[start...]
                let isHeld = personal.contains { entry in
                    guard entry.count <= rest.count, start == 0 || entry.count > 3 else { return false }
                    let end = start + entry.count
                    return (end == spelling.count || spelling[end] == 0x5F)
                        && Self.fits(Array(spelling[start..<end]), entry.span)
                }
                if isHeld { return true }
                start += rest.prefix { $0 != 0x5F }.count + 1
            }
            return false
        }
    }

    /// What a header may be where each `?` in it is a lost letter: whole, and without its numbering. Brackets are not left
    /// out: with them may go what tells two counts apart.
    ///
    /// - Parameter header: as `clean` gives it.
    static func spellings(ofHeader header: [UInt8]) -> [[UInt8]] {
        guard mayStand(in: header.span) else { return [] }
        let whole = spellings(header.span)
        let unnumbered = HeaderText.withoutNumbering(header[...])
        return unnumbered.count == header.count ? whole : whole + spellings(unnumbered.span)
    }

    /// A text folded with its `?` as letters, and once more without a last one, which may end a question.
    static func spellings(_ text: Span<UInt8>) -> [[UInt8]] {
        let folded = foldWithLostLetters(text)
        // Of marks alone, any word could be made.
        guard folded.contains(where: { $0 != mark && $0 != 0x5F }) else { return [] }
        guard folded.last == mark else { return [folded] }
        let question = Array(folded.dropLast())
        return [folded, question.last == 0x5F ? Array(question.dropLast()) : question].filter { $0.contains(mark) }
    }

    /// Whether a word is a known one but for lost letters.
    static func fits(_ word: [UInt8], _ known: Span<UInt8>) -> Bool {
        guard word.count == known.count else { return false }
        for index in known.indices where word[index] != known[index] {
            guard word[index] == mark, canBeLost(known[index]) else { return false }
        }
        return true
    }

    /// Vowels, and the d of đ: no other letter of Vietnamese has a mark that a code page could lack.
    private static func canBeLost(_ letter: UInt8) -> Bool {
        switch letter {
        case 0x61, 0x64, 0x65, 0x69, 0x6F, 0x75, 0x79: true
        default: false
        }
    }

    static let mark: UInt8 = 0x3F

    static func mayStand(in text: Span<UInt8>) -> Bool {
        for index in text.indices where text[index] == mark { return true }
        return false
    }

    /// Whether letters were surely lost in a text: a `?` stands inside a word or begins one. One that ends a word may end a
    /// question; where it is known that the file lost letters, that counts too.
    static func areLost(in text: Span<UInt8>, isKnownOfFile: Bool) -> Bool {
        var index = 0
        while index < text.count {
            guard text[index] == mark else {
                index += 1
                continue
            }
            var end = index + 1
            while end < text.count, text[end] == mark { end += 1 }
            let before = index > 0 && isLetter(text[index - 1])
            let after = end < text.count && isLetter(text[end])
            if end - index <= 2 {
                if isKnownOfFile, before || after { return true }
                let isFirst =
                    index == 0 || text[index - 1] == 0x20 || text[index - 1] == 0x28 || text[index - 1] == 0x22
                if after, before || isFirst, isWord(text, around: index) { return true }
            }
            index = end
        }
        return false
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        byte >= 0x80 || (0x61...0x7A).contains(byte | 0x20)
    }

    /// Whether nothing but letters stands around a `?` up to the next blanks, and no more than a syllable has: an address with
    /// a query is none, and `Rồi?Chưa` is two words.
    private static func isWord(_ text: Span<UInt8>, around place: Int) -> Bool {
        var start = place
        while start > 0, text[start - 1] > 0x20 { start -= 1 }
        var end = place
        while end < text.count, text[end] > 0x20 { end += 1 }
        var letters = 0
        for index in start..<end {
            switch text[index] {
            case mark, 0x41...0x5A, 0x61...0x7A, 0xC0...0xFF: letters += 1
            case 0x80..<0xC0: break
            case 0x21, 0x22, 0x28, 0x29, 0x2C, 0x2E, 0x3A, 0x3B:
                guard index == start || index + 1 == end else { return false }
            default: return false
            }
        }
        return letters <= 7
    }
}

extension HeaderLine {
    /// Some title shows that letters were lost when the file was saved.
    var hasLostLetters: Bool {
        rows.contains { row in
            row.cells.contains { LostLetters.areLost(in: Array($0.title.utf8).span, isKnownOfFile: false) }
        }
    }
}
