/// Writes rows of values as a CSV file in a style.
struct CSVWriter {
    private let style: Style
    private let width: Int
    /// What has been written since the last time that it was taken, in UTF-8.
    private(set) var bytes: [UInt8] = []
    private var isAtStart = true
    private var rowCount = 0

    init(columns: Columns, style: Style) {
        self.style = style
        width = columns.headings.count + (style.noiseColumn == .none ? 0 : 1)
        if style.saysDelimiter { append(raw: "sep=\(style.delimiter)\(style.lineEnd)") }
        for title in style.titles { line([title]) }
        for (number, names) in columns.lines(style.heading).enumerated() { header(names, number) }
    }

    mutating func append(_ cells: [Value]) {
        if style.blankLineEvery > 0, rowCount > 0, rowCount % style.blankLineEvery == 0 { line([]) }
        rowCount += 1
        var isFirst = true
        if let noise = noise(inRow: rowCount) {
            append(text: noise)
            isFirst = false
        }
        for cell in cells {
            if !isFirst { append(raw: style.delimiter) }
            isFirst = false
            append(text: text(of: cell) + style.padding)
        }
        endLine()
    }

    mutating func append(_ rows: Rows) {
        rows.forEachRow { append($0) }
    }

    /// Ends the file.
    mutating func finish() {
        for _ in 0..<style.blankLinesAtEnd { line([]) }
    }

    /// Gives what has been written since the last time, in the style's encoding.
    mutating func drain() -> [UInt8] {
        var drained = isAtStart ? style.encoding.mark : []
        if style.isPlainUTF8 {
            drained += bytes
        } else {
            let text = String(decoding: bytes, as: UTF8.self)
            drained += style.encoding.bytes(of: style.isDecomposed ? VietnameseLetter.decomposed(text) : text)
        }
        bytes = []
        isAtStart = false
        return drained
    }

    /// One line of the header.
    private mutating func header(_ names: [String], _ number: Int) {
        let noise: String? =
            switch style.noiseColumn {
            case .none: nil
            case .number: "STT"
            case .timestamp: "Dấu thời gian"
            case .index: ""
            }
        let first = noise.map { [number == 0 ? $0 : ""] } ?? []
        line(first + names.map { $0.isEmpty ? $0 : $0 + style.padding })
    }

    private func noise(inRow number: Int) -> String? {
        switch style.noiseColumn {
        case .none: nil
        case .number: "\(number)"
        case .timestamp: "14/3/2026 8:\(Day.two(number % 60)):07"
        case .index: "\(number - 1)"
        }
    }

    /// A line of fewer cells than columns: where the style has trailing columns it is filled up as a spreadsheet does.
    private mutating func line(_ cells: [String]) {
        for (index, cell) in cells.enumerated() {
            if index > 0 { append(raw: style.delimiter) }
            if !cell.isEmpty { append(text: cell) }
        }
        if style.trailingColumns > 0, cells.count < width {
            for _ in max(cells.count, 1)..<width { append(raw: style.delimiter) }
        }
        endLine()
    }

    private mutating func endLine() {
        for _ in 0..<style.trailingColumns { append(raw: style.delimiter) }
        append(raw: style.lineEnd)
    }

    private mutating func append(raw text: String) {
        bytes.append(contentsOf: text.utf8)
    }

    private mutating func append(text: String) {
        let isSpecial = text.utf8.contains { byte in
            byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
                || byte == UInt8(ascii: ",") || byte == UInt8(ascii: ";") || byte == UInt8(ascii: "\t")
                || byte == UInt8(ascii: "|")
        }
        guard isSpecial || style.quotesAll else { return append(raw: text) }
        bytes.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            if byte == UInt8(ascii: "\"") { bytes.append(byte) }
            bytes.append(byte)
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private func text(of value: Value) -> String {
        switch value {
        case .missing: style.missing
        case .text(let text): text
        case .count(let count): grouped(count)
        case .year(let year): "\(year)"
        case .day(let day): text(of: day)
        case .flag(let flag): flag ? style.yes : style.no
        case .term(let term): text(of: term)
        case .terms(let terms):
            (style.reversesSets ? terms.reversed() : terms).map { text(of: $0) }.joined(separator: ";")
        }
    }

    private func text(of term: Term) -> String {
        guard let name = term.name else { return term.code }
        switch style.termForm {
        case .code: return term.code
        case .name: return name
        case .capitalised: return name.prefix(1).uppercased() + name.dropFirst()
        }
    }

    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    private func text(of day: Day) -> String {
        let (year, month, date) = day.civil
        switch style.dayForm {
        case .iso: return day.iso
        case .slashes: return "\(date)/\(month)/\(year)"
        case .slashesPadded: return "\(Day.two(date))/\(Day.two(month))/\(year)"
        case .dashes: return "\(Day.two(date))-\(Day.two(month))-\(year)"
        case .dots: return "\(Day.two(date)).\(Day.two(month)).\(year)"
        case .withTime: return "\(date)/\(month)/\(year) 07:30"
        case .shortYear: return "\(Day.two(date))/\(Day.two(month))/\(Day.two(year % 100))"
        case .serial: return "\(day.number + 25_569)"
        case .monthName: return "\(Day.two(date))-\(Self.months[month - 1])-\(Day.two(year % 100))"
        }
    }

    private func grouped(_ count: Int) -> String {
        let separator: String
        switch style.countForm {
        case .plain: return "\(count)"
        case .fraction: return "\(count),0"
        case .dots: separator = "."
        case .blanks: separator = " "
        }
        guard count >= 1000 else { return "\(count)" }
        let rest = count % 1000
        let padding = rest < 10 ? "00" : rest < 100 ? "0" : ""
        return "\(grouped(count / 1000))\(separator)\(padding)\(rest)"
    }
}
