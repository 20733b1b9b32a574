/// Writes rows of values as a CSV file in a style.
struct CSVWriter {
    private let style: Style
    private let width: Int
    private(set) var bytes: [UInt8] = []
    private var rowCount = 0

    init(columns: Columns, style: Style) {
        self.style = style
        width = columns.headings.count
        if style.hasByteOrderMark { bytes += [0xEF, 0xBB, 0xBF] }
        for title in style.titles { line([title]) }
        switch style.heading {
        case .field: line(columns.fields)
        case .label: line(columns.headings)
        case .capitals: line(columns.capitals)
        }
    }

    mutating func append(_ cells: [Value]) {
        if style.blankLineEvery > 0, rowCount > 0, rowCount % style.blankLineEvery == 0 { line([]) }
        rowCount += 1
        var isFirst = true
        for cell in cells {
            if !isFirst { append(raw: style.delimiter) }
            isFirst = false
            append(text: text(of: cell))
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

    /// Gives what has been written since the last time.
    mutating func drain() -> [UInt8] {
        let drained = bytes
        bytes = []
        return drained
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

    private func text(of day: Day) -> String {
        let (year, month, date) = day.civil
        switch style.dayForm {
        case .iso: return day.iso
        case .slashes: return "\(date)/\(month)/\(year)"
        case .slashesPadded: return "\(Day.two(date))/\(Day.two(month))/\(year)"
        case .dashes: return "\(Day.two(date))-\(Day.two(month))-\(year)"
        case .dots: return "\(Day.two(date)).\(Day.two(month)).\(year)"
        }
    }

    private func grouped(_ count: Int) -> String {
        let separator: String
        switch style.countForm {
        case .plain: return "\(count)"
        case .dots: separator = "."
        case .blanks: separator = " "
        }
        guard count >= 1000 else { return "\(count)" }
        let rest = count % 1000
        let padding = rest < 10 ? "00" : rest < 100 ? "0" : ""
        return "\(grouped(count / 1000))\(separator)\(padding)\(rest)"
    }
}
