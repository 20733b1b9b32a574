/// How somebody's spreadsheet writes a file. Every style says the same: only letters differ, never values.
struct Style: Sendable {
    enum Heading: Sendable {
        case field, label, capitals
    }

    enum DayForm: CaseIterable, Sendable {
        case iso, slashes, slashesPadded, dashes, dots
    }

    enum TermForm: CaseIterable, Sendable {
        case code, name, capitalised
    }

    enum CountForm: Sendable {
        case plain, dots, blanks
    }

    var delimiter = ","
    var hasByteOrderMark = false
    var lineEnd = "\n"
    var heading = Heading.field
    var dayForm = DayForm.iso
    var yes = "Có"
    var no = "Không"
    var termForm = TermForm.code
    var countForm = CountForm.plain
    var quotesAll = false
    var missing = ""
    /// Lines above the header.
    var titles: [String] = []
    /// Empty columns at the right of every line.
    var trailingColumns = 0
    /// An empty line after every so many rows; 0: none.
    var blankLineEvery = 0
    /// Empty lines after the last row.
    var blankLinesAtEnd = 0
    /// A set of topics is written from its end.
    var reversesSets = false

    /// What a program writes that was made for it.
    static let clean = Style()

    private static let flags = [
        ("Có", "Không"), ("C", "K"), ("1", "0"), ("X", "Không"), ("True", "False"), ("Đúng", "Sai"), ("Yes", "No"),
        ("x", "☐"), ("có", "không"),
    ]

    private static let titleLines = [
        ["SỞ GIÁO DỤC VÀ ĐÀO TẠO"], ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Biểu số liệu năm 2026"],
        ["Biểu số liệu của đơn vị", "", "Năm học có hai học kỳ"],
    ]

    /// A style out of everything that clerks do.
    static func drawn(_ random: inout Random) -> Style {
        var style = Style()
        style.delimiter = [",", ";", "\t"][random.weighted([45, 40, 15])]
        style.hasByteOrderMark = random.chance(500)
        style.lineEnd = random.chance(600) ? "\r\n" : "\n"
        style.heading = [.field, .label, .capitals][random.weighted([40, 45, 15])]
        style.dayForm = random.pick(DayForm.allCases)
        (style.yes, style.no) = random.pick(flags)
        style.termForm = random.pick(TermForm.allCases)
        style.countForm = [.plain, .dots, .blanks][random.weighted([70, 20, 10])]
        style.quotesAll = random.chance(200)
        style.missing = ["", "-", "N/A"][random.weighted([80, 12, 8])]
        style.titles = random.chance(250) ? random.pick(titleLines) : []
        style.trailingColumns = random.chance(200) ? random.int(1...4) : 0
        style.blankLineEvery = random.chance(150) ? random.int(2...5) : 0
        style.blankLinesAtEnd = random.chance(250) ? random.int(1...6) : 0
        style.reversesSets = random.chance(300)
        return style
    }
}
