// Which of the first rows of a table is its header, or which two or three of them together: the same for the lines of a text and
// the rows of a sheet.

import Plan
import Tabular

/// Holds the first rows of a table against all data sets; the rows that name most fields of one win.
struct HeaderCandidates {
    enum Outcome {
        /// The header, and the place of its lowest row as the caller numbers them.
        case found(Header, place: Int)
        /// The best row is a header of several data sets alike.
        case tie(dataSets: [Int], line: Int)
        /// No row is a header; what comes nearest, if there is any row at all.
        case none(nearest: HeaderLine?)
    }

    /// How many rows that are not blank are tried: titles, addresses and notes stand above a header, but no more than twenty;
    /// the header has up to three, and the row below tells whether it is whole.
    static let rowsTried = 24

    private struct Candidate {
        let line: HeaderLine
        let place: Int
        let dataSets: [Int]
        /// Every cell is a field of the data set, or known noise.
        let isWhole: Bool

        var dataSet: Int { dataSets.first ?? 0 }
        var matched: Int { line.matched[dataSet] }

        init(_ line: HeaderLine, place: Int, _ plan: Plan) {
            self.line = line
            self.place = place
            dataSets = line.dataSets(plan)
            isWhole = line.matched[dataSets.first ?? 0] + line.noise == line.filled
        }

        /// A header whose columns a group title above it changes: a header of the same data set, however few of them it still
        /// has.
        init(_ lower: Candidate, under line: HeaderLine) {
            self.line = line
            place = lower.place
            dataSets = lower.dataSets
            isWhole = lower.isWhole
        }
    }

    /// A title that happens to be the name of a field or two proves nothing.
    static let enoughFields = 3
    private static let tallest = 3

    let vocabulary: Vocabulary
    private var best: Candidate?
    /// Ends with the last row; the next one tells whether it goes on.
    private var open: Candidate?
    /// The last rows, which may be the upper lines of a header.
    private var rows: [HeaderRow] = []
    private var nearest: HeaderLine?
    /// No row is a better header than one of which every cell is a field of one data set: the others need not be tried.
    private(set) var isSettled = false

    init(vocabulary: Vocabulary) {
        self.vocabulary = vocabulary
    }

    private var plan: Plan { vocabulary.plan }

    /// Tries one row, below those that were tried before.
    mutating func take(_ record: Record, place: Int) {
        if let open, open.line.isEnded(by: record, dataSet: open.dataSet, plan) { closeOpen() }
        if isSettled { return }
        let alone = vocabulary.knownLines.line(record, vocabulary)
        let row = alone.rows[0]
        var continued: Candidate?
        if let open, !(open.isWhole && isHeader(alone)),
            open.line.isContinued(by: row, dataSet: open.dataSet, vocabulary)
        {
            continued = open
            self.open = nil
        } else {
            closeOpen()
            if isSettled { return }
        }
        open = candidate(endingWith: alone, row, place: place, continuing: continued)
        rows = rows.suffix(Self.tallest - 2) + [row]
    }

    /// The rows end; those that follow are others, or the same under another delimiter.
    mutating func endRows() {
        closeOpen()
        rows = []
    }

    var outcome: Outcome {
        guard let best = better else { return .none(nearest: nearest) }
        guard best.dataSets.count == 1 else { return .tie(dataSets: best.dataSets, line: best.line.line) }
        return .found(best.line.header(of: best.dataSet, vocabulary), place: best.place)
    }

    /// Whether the row is a header alone: pasted below a whole one, it is a line among the rows, and no second line of the first.
    private func isHeader(_ alone: HeaderLine) -> Bool {
        !alone.dataSets(plan).isEmpty
    }

    private var better: Candidate? {
        guard let open, open.matched > best?.matched ?? 0 else { return best }
        return open
    }

    private mutating func closeOpen() {
        guard let open else { return }
        best = better
        self.open = nil
        isSettled = open.matched >= Self.enoughFields && open.isWhole && open.dataSets.count == 1
    }

    /// The best header of which this row is the lowest line: alone, or with one or two rows above it.
    ///
    /// - Parameters:
    ///   - alone: the row without those above it.
    ///   - continued: the header above, which this row belongs to.
    private mutating func candidate(
        endingWith alone: HeaderLine,
        _ row: HeaderRow,
        place: Int,
        continuing continued: Candidate?
    ) -> Candidate? {
        var chosen: Candidate?
        for height in 1...(rows.count + 1) {
            let lines = rows.suffix(height - 1) + [row]
            if height > 1, !row.hasOnlyLabels || !lines.allSatisfy({ $0.hasOnlyLabels || !$0.hasSeveralTexts }) {
                break
            }
            let line = height == 1 ? alone : vocabulary.knownLines.line(Array(lines), vocabulary)
            if line.isNearer(than: nearest) { nearest = line }
            if let lower = chosen,
                line.isUnderGroupTitle(unlike: lower.line, dataSet: lower.dataSet, vocabulary.qualifiers, plan)
            {
                chosen = Candidate(lower, under: line)
                continue
            }
            let candidate = Candidate(line, place: place, plan)
            guard !candidate.dataSets.isEmpty else { continue }
            guard let lower = chosen else {
                chosen = candidate
                continue
            }
            // Group titles change a header, and what belongs together is taken together.
            let isOneHeader = continued.map { $0.line.rows.count + 1 == height } ?? false
            let hasGroups =
                lines[lines.startIndex].hasSeveralTexts && candidate.dataSet == lower.dataSet
                && line.bindings(of: lower.dataSet, vocabulary.qualifiers)
                    != lower.line.bindings(of: lower.dataSet, vocabulary.qualifiers)
            if isOneHeader || hasGroups || candidate.matched > lower.matched { chosen = candidate }
        }
        return chosen
    }
}

extension HeaderLine {
    /// Whether one text alone in the uppermost row is a group's title, and no title of the table: read without it, the columns
    /// below would be taken for other figures than those they hold.
    ///
    /// A title of the table stands at the left, over the keys, or is about a comparison; a group's title stands over its
    /// figures. One at the left that says nothing but another period is over all of them.
    fileprivate func isUnderGroupTitle(
        unlike lower: HeaderLine,
        dataSet: Int,
        _ qualifiers: Qualifiers,
        _ plan: Plan
    ) -> Bool {
        guard let row = rows.first, !row.hasSeveralTexts, let column = row.cells.firstIndex(where: { !$0.isEmpty }),
            case let text = row.cells[column].folded, !qualifiers.compare(text)
        else { return false }
        let fields = lower.fields(of: dataSet)
        guard column < fields.count, lower.bindings(of: dataSet, qualifiers) != bindings(of: dataSet, qualifiers) else {
            return false
        }
        if qualifiers.nameOtherPeriod(text) { return true }
        let key = plan.dataSets[dataSet].key
        let firstKey = fields.firstIndex { $0.map(key.contains) ?? false }
        guard let field = fields[column] else { return column > firstKey ?? 0 }
        return !key.contains(field) && (column > firstKey ?? 0 || qualifiers.isFigure(field, of: dataSet))
    }

    fileprivate func isNearer(than other: HeaderLine?) -> Bool {
        guard let other else { return true }
        let (mine, others) = (matched.max() ?? 0, other.matched.max() ?? 0)
        // Rows together have more cells than each alone, which says nothing.
        return mine != others ? mine > others : rows.count == 1 && filled > other.filled
    }
}
