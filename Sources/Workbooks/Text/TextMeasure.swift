/// How many lines a text takes in a column, and how high and wide they are: so that nothing is clipped.
///
/// Breaks are taken at blanks alone and everything is measured a little too wide, since Excel, LibreOffice and printers round
/// differently: a line too many is paper, a line too few is lost text.
struct TextMeasure {
    /// In points.
    let size: Double
    let bold: Bool

    private static let safety = 1.04

    /// Width of one line, in points.
    func width(_ text: some StringProtocol) -> Double {
        var thousandths = 0
        for scalar in text.unicodeScalars { thousandths += FontMetrics.advance(scalar, bold: bold) }
        return width(thousandths: thousandths)
    }

    private func width(thousandths: Int) -> Double { Double(thousandths) / 1000 * size * Self.safety }

    /// Lines of the text in that many points, its own line breaks counted.
    func lines(_ text: String, in limit: Double) -> Int {
        // Most cells hold a few words that fit; many are so short that nothing need be measured.
        if Double(text.utf8.count) * size * Self.safety <= limit, !text.utf8.contains(0x0A) { return 1 }
        if width(text) <= limit, !text.utf8.contains(0x0A) { return 1 }
        var count = 0
        for paragraph in text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
            count += lines(paragraph: Substring(paragraph), in: max(limit, size))
        }
        return max(count, 1)
    }

    private func lines(paragraph: Substring, in limit: Double) -> Int {
        if let count = lines(ofWords: paragraph, in: limit) { return count }
        // Paths and the like: one program breaks them behind a stroke, another behind any mark, a third anywhere.
        // Bytes, not characters: finding where a character ends is what would cost most.
        let words = paragraph.utf8.split(whereSeparator: { $0 == 0x20 || $0 == 0x09 }).map { Substring($0) }
        let count = lines(words, blank: width(" "), in: limit)
        let behindStrokes = lines(pieces(of: words, behind: "-/"), blank: 0, in: limit)
        let behindMarks = lines(pieces(of: words, behind: "-/!?.,;:_|\\&=+@"), blank: 0, in: limit)
        return max(count, behindStrokes, behindMarks)
    }

    /// Nil where a word is longer than a line. Makes no words: most cells with more than a line are plain sentences.
    private func lines(ofWords paragraph: Substring, in limit: Double) -> Int? {
        let blank = width(" ")
        var (count, used, word) = (1, 0.0, 0)
        func place() -> Bool {
            let length = width(thousandths: word)
            word = 0
            guard length <= limit else { return false }
            if used > 0, used + blank + length > limit { (count, used) = (count + 1, 0) }
            used += (used > 0 ? blank : 0) + length
            return true
        }
        for scalar in paragraph.unicodeScalars {
            if scalar.value == 0x20 || scalar.value == 0x09 {
                if word > 0, !place() { return nil }
            } else {
                word += FontMetrics.advance(scalar, bold: bold)
            }
        }
        return word == 0 || place() ? count : nil
    }

    /// Lines that such pieces fill one after the other; one that is longer than a line is broken anywhere.
    private func lines(_ pieces: [Substring], blank: Double, in limit: Double) -> Int {
        var count = 1
        var used = 0.0
        for piece in pieces {
            let length = width(piece)
            if used > 0, used + blank + length <= limit {
                used += blank + length
                continue
            }
            if used > 0 { count += 1 }
            used = length
            while used > limit {
                // A letter's room may be lost to each break.
                count += 1
                used -= max(limit - size, size)
            }
        }
        return count
    }

    /// - Parameter marks: ASCII.
    private func pieces(of words: [Substring], behind marks: StaticString) -> [Substring] {
        let marks = Array(marks.description.utf8)
        return words.flatMap { word -> [Substring] in
            var pieces: [Substring] = []
            var start = word.startIndex
            for index in word.utf8.indices where marks.contains(word.utf8[index]) {
                let end = word.utf8.index(after: index)
                pieces.append(word[start..<end])
                start = end
            }
            return start == word.endIndex ? pieces : pieces + [word[start...]]
        }
    }

    /// The widest word: what a column needs at the least so that no word is broken.
    func widestWord(_ text: String) -> Double {
        text.unicodeScalars.split(whereSeparator: Self.isBlank).reduce(0) { max($0, width(Substring($1))) }
    }

    /// The widest of the text's own lines.
    func widestLine(_ text: String) -> Double {
        guard text.utf8.contains(0x0A) else { return width(text) }
        return text.utf8.split(separator: 0x0A).reduce(0) { max($0, width(Substring($1))) }
    }

    /// A line may end there. A blank that must not be broken is part of its word.
    private static func isBlank(_ scalar: UnicodeScalar) -> Bool {
        switch scalar.value {
        case 0x09...0x0D, 0x20, 0x85, 0x1680, 0x2000...0x2006, 0x2008...0x200A, 0x2028, 0x2029, 0x205F, 0x3000: true
        default: false
        }
    }

    /// Height of a row that holds that many lines, in points: Excel's own line (15.75 for 12) and a little air.
    func height(lines: Int) -> Double {
        let line = (size * 1.3125 / 0.75).rounded(.up) * 0.75
        return Double(lines) * line + 1.5
    }
}

/// Widths of columns as Excel counts them: in digits of the workbook's default font.
enum ColumnWidth {
    /// Calibri 11, the default of every workbook that libxlsxwriter makes: a digit is 7 pixels, a column has 5 more.
    private static let digit = 7.0
    private static let padding = 5.0
    private static let pointsPerPixel = 0.75

    static func points(_ characters: Double) -> Double {
        // Below one character the padding shrinks as well.
        (characters < 1 ? characters * (digit + padding) : characters * digit + padding) * pointsPerPixel
    }

    /// The column of so many points.
    static func characters(ofPoints points: Double) -> Double {
        let pixels = points / pointsPerPixel
        return pixels < digit + padding ? pixels / (digit + padding) : (pixels - padding) / digit
    }

    /// What of the width text can use: Excel keeps a few pixels free at each side.
    static func usablePoints(_ characters: Double) -> Double {
        points(characters) - 6
    }

    /// The column that has that many points for its text, in steps of a quarter.
    static func characters(forText points: Double) -> Double {
        characters(points + 6)
    }

    /// The column in which a number of that many points is not shown as ####. Digits have one width and do not wrap, so less of
    /// what `TextMeasure` adds is needed.
    static func characters(forNumber points: Double) -> Double {
        characters(points * 0.98 + 4)
    }

    private static func characters(_ points: Double) -> Double {
        ((points / pointsPerPixel - padding) / digit * 4).rounded(.up) / 4
    }
}
