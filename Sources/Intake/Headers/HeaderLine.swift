// One line of a file, held against the headers of all data sets. Whether it is a header at all is only known from the answer.

import Plan
import Tabular

/// A line that may be a header, with what each of its cells could mean.
struct HeaderLine {
    let line: Int
    let titles: [String]
    let folded: [[UInt8]]
    /// By column: what the cell means, over all data sets.
    let meanings: [[Vocabulary.Meaning]]
    /// Cells that are not empty.
    let filled: Int
    /// By data set: how many different fields the line names.
    let matched: [Int]

    init(_ record: Record, _ vocabulary: Vocabulary, dataSetCount: Int) {
        line = record.line
        var titles: [String] = []
        var folded: [[UInt8]] = []
        var meanings: [[Vocabulary.Meaning]] = []
        var fields = [Set<Int>](repeating: [], count: dataSetCount)
        var filled = 0
        let bytes = record.bytes.span
        for index in 0..<record.count {
            let cell = bytes.extracting(record.range(index))
            let title = shownText(cell)
            // No header is longer; a hostile one costs no more than its reading.
            let word = cell.count <= 1_000 ? fold(cell) : []
            var found = vocabulary.headers[word] ?? []
            if found.isEmpty { found = vocabulary.lostLetters.meanings(of: cell) }
            for meaning in found { fields[meaning.dataSet].insert(meaning.field) }
            if !title.isEmpty { filled += 1 }
            titles.append(title)
            folded.append(word)
            meanings.append(found)
        }
        self.titles = titles
        self.folded = folded
        self.meanings = meanings
        self.filled = filled
        matched = fields.map(\.count)
    }

    /// The data sets that the line is a header of: all key columns are there, and no other has more columns. More than one is
    /// a tie (F3).
    ///
    /// The roster's key is the unit's code alone, which every form has. So a line of which another data set knows more columns
    /// is no roster: a form with a slip in its header would be told "a roster, not used", and nobody would mend it.
    func dataSets(_ plan: Plan) -> [Int] {
        let mostOfAny = matched.max() ?? 0
        let possible = plan.dataSets.indices.filter { dataSet in
            matched[dataSet] > 0 && matched[dataSet] * 2 >= filled && missingKeys(of: dataSet, plan).isEmpty
                && (!plan.dataSets[dataSet].isRoster || matched[dataSet] == mostOfAny)
        }
        let most = possible.map { matched[$0] }.max() ?? 0
        return possible.filter { matched[$0] == most }
    }

    /// The key fields that no column names.
    func missingKeys(of dataSet: Int, _ plan: Plan) -> [Int] {
        plan.dataSets[dataSet].key.filter { field in
            !meanings.contains { $0.contains { $0.dataSet == dataSet && $0.field == field } }
        }
    }

    /// Some title shows that letters were lost when the file was saved.
    var hasLostLetters: Bool {
        titles.contains { LostLetters.areLost(in: Array($0.utf8).span, isKnownOfFile: false) }
    }

    /// The line as the header of a data set.
    func header(of dataSet: Int, _ vocabulary: Vocabulary) -> Header {
        let width = 1 + (titles.lastIndex { !$0.isEmpty } ?? -1)
        var taken: Set<Int> = []
        var hasLostLetters = false
        let columns = (0..<width).map { column -> Header.Column in
            let meaning = meanings[column].filter { $0.dataSet == dataSet }.min { $0.rank < $1.rank }
            if let field = meaning?.field {
                if meaning?.rank == LostLetters.rank { hasLostLetters = true }
                return taken.insert(field).inserted ? .field(field) : .repeated(field: field)
            }
            if titles[column].isEmpty { return .unnamed }
            let isPersonal =
                vocabulary.personal.contains(folded[column])
                || vocabulary.lostLetters.mayBePersonal(Array(titles[column].utf8).span)
            return isPersonal ? .personal : .unknown
        }
        return Header(
            dataSet: dataSet,
            line: line,
            columns: columns,
            titles: Array(titles.prefix(width)),
            folded: Array(folded.prefix(width)),
            hasLostLetters: hasLostLetters
        )
    }
}
