/// How somebody's spreadsheet writes a file. Every style says the same: only letters differ, never values.
struct Style: Sendable {
    enum Heading: CaseIterable, Sendable {
        case field, label, capitals
        /// The plan's own long titles.
        case title
        /// `3. Ngày tiếp nhận`
        case numbered
        /// `Ngày tiếp nhận (bắt buộc)?`, as a form on the web asks.
        case question
        /// Two lines: a group's title above the names in it.
        case grouped
    }

    enum DayForm: CaseIterable, Sendable {
        case iso, slashes, slashesPadded, dashes, dots
        /// With the time of day, a year of two digits, Excel's number of the day, a month's name.
        case withTime, shortYear, serial, monthName
    }

    enum TermForm: CaseIterable, Sendable {
        case code, name, capitalised
    }

    enum CountForm: CaseIterable, Sendable {
        case plain, dots, blanks
        /// `12,0`
        case fraction
    }

    /// A column of no use before the first.
    enum NoiseColumn: CaseIterable, Sendable {
        case none, number, timestamp
        /// Without a name, as a program writes the numbers of its rows.
        case index
    }

    var encoding = FileEncoding.utf8
    /// Letters and their marks apart (NFD), as a Mac writes them; no matter for encodings of one byte a letter.
    var isDecomposed = false
    var delimiter = ","
    /// A first line that tells the delimiter: `sep=;`.
    var saysDelimiter = false
    var lineEnd = "\n"
    var heading = Heading.field
    var dayForm = DayForm.iso
    var yes = "Có"
    var no = "Không"
    var termForm = TermForm.code
    var countForm = CountForm.plain
    var quotesAll = false
    var missing = ""
    /// Blanks behind the text of each cell.
    var padding = ""
    var noiseColumn = NoiseColumn.none
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

    static let titleLines = [
        ["SỞ GIÁO DỤC VÀ ĐÀO TẠO"], ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Biểu số liệu năm 2026"],
        ["Biểu số liệu của đơn vị", "", "Năm học có hai học kỳ"],
    ]

    /// A style out of everything that clerks do.
    static func drawn(_ random: inout Random) -> Style {
        var style = Style()
        style.delimiter = [",", ";", "\t"][random.weighted([45, 40, 15])]
        style.encoding = random.chance(500) ? .utf8WithMark : .utf8
        style.lineEnd = random.chance(600) ? "\r\n" : "\n"
        style.heading = [.field, .label, .capitals][random.weighted([40, 45, 15])]
        style.dayForm = random.pick([.iso, .slashes, .slashesPadded, .dashes, .dots])
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
