/// The lines of one paragraph as they fill, broken at blanks; where a word is longer than a line, as many as any program makes of it:
/// one breaks paths and the like behind a stroke, another behind any mark, a third anywhere.
struct ParagraphLines {
    private var words: FilledLines
    private var strokes: FilledLines
    private var marks: FilledLines
    private var hasLongWord = false

    init(_ measure: TextMeasure, limit: Double) {
        words = FilledLines(measure: measure, limit: limit, blank: measure.width(" "))
        strokes = FilledLines(measure: measure, limit: limit, blank: 0)
        marks = strokes
    }

    mutating func add(_ scalar: UnicodeScalar, _ advance: Int) {
        words.piece += advance
        strokes.piece += advance
        marks.piece += advance
        switch scalar {
        case "-", "/":
            strokes.endPiece()
            marks.endPiece()
        case "!", "?", ".", ",", ";", ":", "_", "|", "\\", "&", "=", "+", "@": marks.endPiece()
        default: break
        }
    }

    mutating func endWord() {
        if words.endPiece() { hasLongWord = true }
        strokes.endPiece()
        marks.endPiece()
    }

    /// How many lines there are.
    mutating func end() -> Int {
        endWord()
        return hasLongWord ? max(words.count, strokes.count, marks.count) : words.count
    }
}

/// Lines that pieces fill one after the other; one that is longer than a line is broken anywhere.
private struct FilledLines {
    let measure: TextMeasure
    /// In points, as the blank between two pieces.
    let limit: Double
    let blank: Double
    private(set) var count = 1
    /// Of the piece under way, in thousandths.
    var piece = 0
    private var used = 0.0

    init(measure: TextMeasure, limit: Double, blank: Double) {
        self.measure = measure
        self.limit = limit
        self.blank = blank
    }

    /// Whether the piece is longer than a line.
    @discardableResult mutating func endPiece() -> Bool {
        guard piece > 0 else { return false }
        let length = measure.width(thousandths: piece)
        piece = 0
        if used > 0, used + blank + length <= limit {
            used += blank + length
            return false
        }
        if used > 0 { count += 1 }
        used = length
        while used > limit {
            // A letter's room may be lost to each break.
            count += 1
            used -= max(limit - measure.size, measure.size)
        }
        return length > limit
    }
}
