// The words of a code list in the folded form in which they are compared, made once a run.

import Plan
import Records
import Tabular

/// A code list as words: code, name and aliases, each folded as headers are.
struct ChoiceWords: Sendable {
    /// Folded words, and what each means: the position of its code.
    private var words = TextPool()
    private var codes: [Int32] = []
    /// Names, by position of the code, for messages.
    let names: [String]
    let isOpen: Bool
    /// How many pieces the longest word falls into at `;`, `,` and line breaks.
    let mostPieces: Int
    /// How many folded words the longest one has.
    let mostWords: Int

    /// A code's own spelling goes before any name, and names before aliases, where two codes claim a word.
    init(_ list: CodeList) {
        names = list.codes.map(\.name)
        isOpen = list.isOpen
        var mostPieces = 1
        var mostWords = 1
        func add(_ text: String, _ code: Int, to words: inout TextPool, _ codes: inout [Int32]) {
            let folded = fold(text)
            guard !folded.isEmpty else { return }
            let known = words.count
            if words.intern(folded) == known { codes.append(Int32(code)) }
            mostPieces = max(mostPieces, 1 + text.utf8.count { $0 == 0x2C || $0 == 0x3B })
            mostWords = max(mostWords, 1 + folded.utf8.count { $0 == 0x5F })
        }
        for (index, code) in list.codes.enumerated() { add(code.code, index, to: &words, &codes) }
        for (index, code) in list.codes.enumerated() { add(code.name, index, to: &words, &codes) }
        for (index, code) in list.codes.enumerated() {
            for alias in code.aliases { add(alias, index, to: &words, &codes) }
        }
        self.mostPieces = mostPieces
        self.mostWords = mostWords
    }

    /// The position of the code that a folded word means.
    func code(ofFolded word: Span<UInt8>) -> Int32? {
        words.index(of: word).map { codes[$0] }
    }

    /// The position of the code that a text means with letters lost; all that fit, so that one alone is sure.
    func codes(ofLost text: Span<UInt8>) -> Set<Int32> {
        guard LostLetters.mayStand(in: text), text.count <= 1_000 else { return [] }
        var found: Set<Int32> = []
        for spelling in LostLetters.spellings(text) {
            for index in 0..<words.count where LostLetters.fits(spelling, words.utf8(index).span) {
                found.insert(codes[index])
            }
        }
        return found
    }

    /// The name of the code whose word is nearest to a folded one, where it is near enough to be meant.
    func nearestName(toFolded word: [UInt8]) -> String? {
        let limit = NearMiss.limit(length: word.count)
        guard limit > 0 else { return nil }
        var best: (distance: Int, code: Int32)?
        for index in 0..<words.count {
            let candidate = Array(words.utf8(index))
            if let distance = NearMiss.distance(word, candidate, limit: (best?.distance ?? limit + 1) - 1) {
                best = (distance, codes[index])
            }
        }
        return best.map { names[Int($0.code)] }
    }
}
