extension Style {
    /// Whether its text goes into bytes as it is.
    var isPlainUTF8: Bool {
        (encoding == .utf8 || encoding == .utf8WithMark) && !isDecomposed
    }

    /// A style out of every way of writing that the program must read: each dimension is drawn by itself, so that some unit among
    /// many has any two of them together. All of them say the same, letter for letter or converted without loss.
    static func fromMatrix(_ random: inout Random) -> Style {
        var style = Style()
        style.encoding = random.pick(FileEncoding.allCases)
        style.isDecomposed = random.chance(300) && !style.encoding.isEightBit
        style.delimiter = random.pick([",", ";", "\t", "|"])
        style.saysDelimiter = random.chance(200)
        style.lineEnd = random.pick(["\n", "\r\n", "\r"])
        style.heading = random.pick(Heading.allCases)
        style.dayForm = random.pick(DayForm.allCases)
        (style.yes, style.no) = random.pick(style.encoding.isEightBit ? wordFlags : wordFlags + markFlags)
        style.termForm = random.pick(TermForm.allCases)
        style.countForm = random.pick(CountForm.allCases)
        style.quotesAll = random.chance(250)
        style.missing = random.pick(["", "-", "N/A", "#N/A", "n/a"] + (style.encoding.isEightBit ? [] : ["–"]))
        style.padding = random.pick(["", "", " ", style.encoding == .tcvn3 ? "  " : "\u{A0}"])
        style.noiseColumn = random.pick(NoiseColumn.allCases)
        style.titles = random.pick([[]] + titleLines)
        style.trailingColumns = random.pick([0, 0, 1, 4, 40])
        style.blankLineEvery = random.pick([0, 0, 1, 3])
        style.blankLinesAtEnd = random.pick([0, 0, 1, 40])
        style.reversesSets = random.chance(300)
        return style
    }

    private static let wordFlags = [
        ("Có", "Không"), ("C", "K"), ("1", "0"), ("X", "Không"), ("True", "False"), ("Đúng", "Sai"), ("Yes", "No"),
        ("có", "không"), ("CÓ", "KHÔNG"), ("x", "Không có"), ("v", "0"),
    ]

    private static let markFlags = [("x", "☐"), ("☑", "☐"), ("✓", "☐"), ("√", "Không")]
}
