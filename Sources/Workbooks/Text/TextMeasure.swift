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
    func width(_ text: String) -> Double {
        var thousandths = 0
        for scalar in text.unicodeScalars { thousandths += FontMetrics.advance(scalar, bold: bold) }
        return width(thousandths: thousandths)
    }

    /// Of so many thousandths of the size, in points.
    func width(thousandths: Int) -> Double { Double(thousandths) / 1000 * size * Self.safety }

    /// Lines of the text in that many points, its own line breaks counted.
    func lines(_ text: String, in limit: Double) -> Int {
        // Many are so short that nothing need be measured.
        if Double(text.utf8.count) * size * Self.safety <= limit, !text.utf8.contains(0x0A) { return 1 }
        let empty = ParagraphLines(self, limit: max(limit, size))
        var (paragraph, count, total, hasSeveral) = (empty, 0, 0, false)
        for scalar in text.unicodeScalars {
            let advance = FontMetrics.advance(scalar, bold: bold)
            total += advance
            switch scalar {
            case "\n":
                count += paragraph.end()
                (paragraph, hasSeveral) = (empty, true)
            case " ", "\t": paragraph.endWord()
            default: paragraph.add(scalar, advance)
            }
        }
        return !hasSeveral && width(thousandths: total) <= limit ? 1 : count + paragraph.end()
    }

    /// The widest word: what a column needs at the least so that no word is broken.
    func widestWord(_ text: String) -> Double { widest(text, between: Self.isBlank) }

    /// The widest of the text's own lines.
    func widestLine(_ text: String) -> Double { widest(text) { $0 == "\n" } }

    private func widest(_ text: String, between isEnd: (UnicodeScalar) -> Bool) -> Double {
        var (widest, thousandths) = (0, 0)
        for scalar in text.unicodeScalars {
            thousandths = isEnd(scalar) ? 0 : thousandths + FontMetrics.advance(scalar, bold: bold)
            widest = max(widest, thousandths)
        }
        return width(thousandths: widest)
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
