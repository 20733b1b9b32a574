import Spreadsheet

/// One column of a table: its heading, what its cells hold, and how wide it may be.
struct TableColumn {
    enum Kind {
        /// Running numbers, codes and dates stand in the middle, words of a state too.
        case ordinal, code, word, day
        case text
        case count, difference, rate, rateDifference
    }

    let heading: String
    /// A heading above, over all neighbours that share it; empty: none.
    var group = ""
    let kind: Kind
    /// In characters. Numbers and single words are never narrower than they need, whatever the upper bound.
    let width: ClosedRange<Double>
    /// Takes what is left of the page's width, or gives what is lacking.
    var stretches = false
    /// Looks that depend on the value, for the rows of data.
    var conditions: [Condition] = []

    init(
        _ heading: String,
        _ kind: Kind,
        width: ClosedRange<Double>,
        group: String = "",
        stretches: Bool = false,
        conditions: [Condition] = []
    ) {
        self.heading = heading
        self.group = group
        self.kind = kind
        self.width = width
        self.stretches = stretches
        self.conditions = conditions
    }

    var numberFormat: String? {
        switch kind {
        case .ordinal, .count: HouseFormat.count
        case .difference: HouseFormat.difference
        case .rate: HouseFormat.rate
        case .rateDifference: HouseFormat.rateDifference
        case .day: HouseFormat.day
        case .code, .word, .text: nil
        }
    }

    var isNumeric: Bool {
        switch kind {
        case .count, .difference, .rate, .rateDifference: true
        case .ordinal, .code, .word, .day, .text: false
        }
    }

    /// The value as a reader sees it, as far as its width goes.
    func shown(_ value: CellValue) -> String {
        switch value {
        case .text(let text), .link(let text, _): text
        case .linked(let value, _): shown(value)
        case .number(let number):
            switch kind {
            case .rate: Self.grouped((number * 100).rounded()) + ",0%"
            case .rateDifference: "+" + Self.grouped((number * 100).rounded()) + ",0%"
            case .difference: "+" + Self.grouped(number)
            default: Self.grouped(number)
            }
        case .date: "00/00/0000"
        case .boolean: "FALSE"
        case .formula(_, let result):
            switch result {
            case .number(let number): shown(.number(number))
            case .text(let text): text
            }
        case .blank: ""
        }
    }

    /// Digits with a mark for each group of three; a fraction as Excel's general format shows it at most.
    private static func grouped(_ number: Double) -> String {
        guard abs(number) < 1e15 else { return "\(number)" }
        let whole = String(Int(number))
        let marks = String(repeating: ".", count: (whole.utf8.count - 1) / 3)
        return number == number.rounded() ? whole + marks : whole + marks + ",00"
    }
}
