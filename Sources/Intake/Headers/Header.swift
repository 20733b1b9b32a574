import Plan
import Records

/// A table's header line, understood: which column holds what.
struct Header: Sendable {
    /// What a column is.
    enum Column: Equatable, Sendable {
        /// The field of the data set at that position.
        case field(Int)
        /// A field that an earlier column holds already (H2).
        case repeated(field: Int)
        /// On the plan's list of personal data: never loaded (H4).
        case personal
        /// On the plan's list of noise, or on no list (H3).
        case unknown
        /// Named as a field that no column holds, with words that make another figure of it (H3).
        case another(than: Int)
        /// Without a name; H3 where cells of it hold anything.
        case unnamed
    }

    /// Position in `Plan.dataSets`.
    let dataSet: Int
    /// Physical line; the lowest one of a header of several.
    let line: Int
    /// Up to the last column that has a name: Excel leaves hundreds of empty ones behind it.
    let columns: [Column]
    /// As sent, cleaned and cut; group titles before the text, where the header has several lines.
    let titles: [String]
    /// By column: the periods that its figures are of, where its name says so; positions in `Plan.periods`.
    let periods: [Set<Int>?]
    /// By line of the header, from the top down, and column: folded, as a repeated header is told by.
    let lines: [[[UInt8]]]
    /// Some column was found only with letters lost (F10).
    var hasLostLetters = false

    var width: Int { columns.count }

    /// By position of the field: where it stands.
    func sentColumns(_ plan: Plan) -> [SentColumn?] {
        var sent = [SentColumn?](repeating: nil, count: plan.dataSets[dataSet].fields.count)
        for case (let position, .field(let field)) in columns.enumerated() {
            sent[field] = SentColumn(position: Int32(position), header: titles[position])
        }
        return sent
    }
}
