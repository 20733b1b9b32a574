// Which of the first rows of a table is its header: the same for the lines of a text and the rows of a sheet.

import Plan
import Tabular

/// Holds the first rows of a table against all data sets; the row that names most fields of one wins.
struct HeaderCandidates {
    enum Outcome {
        /// The header, and the place of its row as the caller numbers them.
        case found(Header, place: Int)
        /// The best row is a header of several data sets alike.
        case tie(dataSets: [Int], line: Int)
        /// No row is a header; what comes nearest, if there is any row at all.
        case none(nearest: HeaderLine?)
    }

    /// A title that happens to be the name of a field or two proves nothing.
    private static let enoughFields = 3

    let plan: Plan
    let vocabulary: Vocabulary
    private var best: (line: HeaderLine, place: Int, matched: Int)?
    private var nearest: HeaderLine?
    /// No row is a better header than one of which every cell is a field of one data set: the others need not be tried.
    private(set) var isSettled = false

    init(plan: Plan, vocabulary: Vocabulary) {
        self.plan = plan
        self.vocabulary = vocabulary
    }

    /// Tries one row.
    mutating func take(_ record: Record, place: Int) {
        let line = HeaderLine(record, vocabulary, dataSetCount: plan.dataSets.count)
        if line.isNearer(than: nearest) { nearest = line }
        let dataSets = line.dataSets(plan)
        guard let dataSet = dataSets.first else { return }
        let matched = line.matched[dataSet]
        if matched > best?.matched ?? 0 { best = (line, place, matched) }
        isSettled = matched >= Self.enoughFields && matched == line.filled && dataSets.count == 1
    }

    var outcome: Outcome {
        guard let best else { return .none(nearest: nearest) }
        let dataSets = best.line.dataSets(plan)
        guard dataSets.count == 1, let dataSet = dataSets.first else {
            return .tie(dataSets: dataSets, line: best.line.line)
        }
        return .found(best.line.header(of: dataSet, vocabulary), place: best.place)
    }
}

extension HeaderLine {
    fileprivate func isNearer(than other: HeaderLine?) -> Bool {
        guard let other else { return true }
        let (mine, others) = (matched.max() ?? 0, other.matched.max() ?? 0)
        return mine != others ? mine > others : filled > other.filled
    }
}
