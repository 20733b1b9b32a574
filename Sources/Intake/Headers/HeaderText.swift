// What schools and Google Forms put around a column's name: `5. Số vụ (trong kỳ) *`. Marks at the ends are no part of a folded
// header anyway; numbering and brackets are taken away here, a step at a time, and only where the whole name means nothing.

import Tabular

/// A header's text without its numbering and its brackets.
enum HeaderText {
    /// The folded forms of a header that may be tried after the whole: without numbering, then without brackets and their
    /// content too. Empty where there is nothing to take away.
    ///
    /// - Parameter text: as `clean` gives it.
    /// - Returns: remarks: what stands in the brackets, as it is.
    static func bareForms(of text: [UInt8]) -> (forms: [[UInt8]], remarks: [[UInt8]]) {
        let unnumbered = withoutNumbering(text[...])
        guard let unbracketed = withoutBrackets(unnumbered) else {
            return (unnumbered.count == text.count ? [] : [fold(unnumbered.span)], [])
        }
        let bare = withoutNumbering(unbracketed.kept[...])
        return ([fold(unnumbered.span), fold(bare.span)], unbracketed.remarks)
    }

    /// Without `1.`, `3)`, `1.2.`, `II.`, `a)`, `5/`, `Câu 5:` in front; as it is where nothing would be left.
    static func withoutNumbering(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var rest = text.drop { $0 == blank }
        // `I.1. Câu 2:` is as deep as it gets.
        for _ in 0..<3 {
            guard let next = behindNumber(rest), !fold(next.span).isEmpty else { break }
            rest = next.drop { $0 == blank }
        }
        return rest
    }

    private static let blank: UInt8 = 0x20
    private static let point: UInt8 = 0x2E

    private static func behindNumber(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        var rest = text
        let isQuestion = dropWord(questionWords, from: &rest)
        if isQuestion { _ = dropWord(["hoi"], from: &rest) }
        let digits = rest.prefix { $0.isDigit }
        let letters = rest.prefix { (0x41...0x5A).contains($0 & 0xDF) }
        guard (1...3).contains(digits.count) || letters.count == 1 || letters.count <= 5 && isRoman(letters) else {
            return nil
        }
        rest = rest.dropFirst(max(digits.count, letters.count))
        while rest.first == point, let next = rest.dropFirst().first, next.isDigit {
            rest = rest.dropFirst().drop { $0.isDigit }
        }
        let behind = rest.dropFirst()
        switch rest.first {
        case 0x29, 0x3A: return behind
        // `T.gian` is an abbreviation: a letter's point is followed by a blank.
        case point: return digits.isEmpty && behind.first != blank ? nil : behind
        // `5/ Số vụ`, `5- Số vụ`; not `19/8`, not `E-mail`.
        case 0x2F, 0x2D: return digits.isEmpty || behind.first.map(\.isDigit) == true ? nil : behind
        case blank: return isQuestion ? behind : nil
        default: return nil
        }
    }

    /// Drops one of those words, and the blanks behind it, if the text begins with one.
    private static func dropWord(_ words: Set<String>, from text: inout ArraySlice<UInt8>) -> Bool {
        let word = text.prefix { $0 != blank }
        guard word.count <= 16, words.contains(String(decoding: fold(word.span), as: UTF8.self)) else { return false }
        text = text.dropFirst(word.count).drop { $0 == blank }
        return true
    }

    private static let questionWords: Set<String> = ["cau", "muc", "question"]

    private static func isRoman(_ letters: ArraySlice<UInt8>) -> Bool {
        !letters.isEmpty && letters.allSatisfy { [0x49, 0x56, 0x58].contains($0 & 0xDF) }
    }

    /// Without brackets, and what stands in them, the outermost whole; nil where there are none. A bracket that never closes
    /// stays.
    static func withoutBrackets(_ text: ArraySlice<UInt8>) -> (kept: [UInt8], remarks: [[UInt8]])? {
        var kept: [UInt8] = []
        var opened: [(kept: Int, index: Int)] = []
        var closed: [Range<Int>] = []
        for (index, byte) in zip(text.indices, text) {
            switch byte {
            case 0x28, 0x5B, 0x7B:
                opened.append((kept.count, index))
                kept.append(byte)
            case 0x29, 0x5D, 0x7D:
                guard let start = opened.popLast() else {
                    kept.append(byte)
                    continue
                }
                kept.removeSubrange(start.kept...)
                kept.append(blank)
                while let inner = closed.last, inner.lowerBound > start.index { closed.removeLast() }
                closed.append(start.index + 1..<index)
            default: kept.append(byte)
            }
        }
        return closed.isEmpty ? nil : (kept, closed.map { Array(text[$0]) })
    }
}
