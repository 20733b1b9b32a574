// One row of a table that may be its header, or one line of it.

import Tabular

/// A row's cells as names of columns.
struct HeaderRow {
    struct Cell {
        /// As sent, cleaned and cut.
        let title: String
        let folded: [UInt8]
        /// What may be tried after the whole: without numbering, then without brackets too; mostly empty.
        let bare: [[UInt8]]

        /// What stands in its brackets, as it is; mostly empty.
        var remarks: [[UInt8]] = []

        /// What it may be where each `?` is a lost letter: whole, then without numbering; mostly empty.
        var spellings: [[UInt8]] = []

        /// It is about males, or might be: see `MaleWords`.
        var saysMale = false

        /// A share of something, in per cent: no letter says so.
        var saysShare: Bool {
            title.utf8.contains(UInt8(ascii: "%")) || title.utf8.contains(0xE2) && title.unicodeScalars.contains("‰")
        }

        static let empty = Cell(title: "", folded: [], bare: [])

        /// A `?` stands in it, and not as the end of a question.
        var hasLostLetters: Bool { spellings.contains { $0.dropLast().contains(LostLetters.mark) } }

        var isEmpty: Bool { title.isEmpty }

        /// A unit or a hint, such as `(em)`.
        var isInBrackets: Bool { bare.last?.isEmpty == true }

        /// The whole (0), without numbering (1), without brackets too (2).
        func form(_ level: Int) -> [UInt8] {
            level == 0 || bare.isEmpty ? folded : bare[min(level, bare.count) - 1]
        }
    }

    /// The cells of a row as bytes, and nothing else of it: rows of which these are equal say the same.
    struct Source: Hashable {
        let bytes: [UInt8]
        private let ends: [Int]

        init(_ record: Record) {
            bytes = record.bytes
            ends = (0..<record.count).map { record.range($0).upperBound }
        }
    }

    var line: Int
    let source: Source
    let cells: [Cell]
    /// No number and no date: nothing but what names columns. Only such rows are parts of a header of several lines, so that
    /// a row of data never is.
    let hasOnlyLabels: Bool
    /// More than one text, each counted once: one alone over a table is its title, whatever its words.
    let hasSeveralTexts: Bool

    init(_ record: Record, _ source: Source) {
        line = record.line
        self.source = source
        var cells: [Cell] = []
        cells.reserveCapacity(record.count)
        var hasOnlyLabels = true
        var hasSeveralTexts = false
        var first: [UInt8]?
        let bytes = record.bytes.span
        var cleaned = CleanedCell()
        for index in 0..<record.count {
            let raw = bytes.extracting(record.range(index))
            // No header is longer; a hostile one costs no more than its reading.
            guard raw.count <= Self.longest else {
                cells.append(Cell(title: shownText(raw), folded: [], bare: []))
                continue
            }
            clean(raw, into: &cleaned)
            guard !cleaned.bytes.isEmpty else {
                cells.append(.empty)
                continue
            }
            let folded = fold(cleaned.bytes.span)
            if let first { hasSeveralTexts = hasSeveralTexts || first != folded } else { first = folded }
            hasOnlyLabels = hasOnlyLabels && Self.isLabel(cleaned.bytes)
            let bare = HeaderText.bareForms(of: cleaned.bytes)
            cells.append(
                Cell(
                    title: shownText(raw),
                    folded: folded,
                    bare: bare.forms,
                    remarks: bare.remarks,
                    spellings: LostLetters.spellings(ofHeader: cleaned.bytes),
                    saysMale: MaleWords.stand(in: cleaned.bytes, folded: folded)
                )
            )
        }
        self.cells = cells
        self.hasOnlyLabels = hasOnlyLabels
        self.hasSeveralTexts = hasSeveralTexts
    }

    func cell(_ column: Int) -> Cell {
        column < cells.count ? cells[column] : .empty
    }

    private static let longest = 1_000

    /// A year is a label too: `2025` and `2026` below `Số vụ` say whose counts these are.
    private static func isLabel(_ text: [UInt8]) -> Bool {
        var word = text[...]
        if word.first == 0x28, word.last == 0x29 { word = word.dropFirst().dropLast() }
        if word.count == 4, word.allSatisfy(\.isDigit) {
            return word.starts(with: [0x31, 0x39]) || word.starts(with: [0x32, 0x30])
        }
        return NoDataLine.isText(word.span)
    }
}
