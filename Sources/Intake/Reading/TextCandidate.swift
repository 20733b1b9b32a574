import Plan
import Tabular

/// One way to read a text, and what its header is then.
struct TextCandidate {
    let name: String
    let text: TableText
    let search: TableSearch
    /// What was undone.
    let restoration: Restoration?
    private(set) var score: TextScore?

    init(
        _ name: String,
        _ text: TableText,
        restoration: Restoration? = nil,
        _ vocabulary: Vocabulary
    ) {
        self.name = name
        self.text = text
        self.restoration = restoration
        search = TableSearch(text, vocabulary: vocabulary)
    }

    mutating func countRows(_ vocabulary: Vocabulary) {
        score = TextScore(search, vocabulary)
    }

    var record: TextDecision.Candidate {
        TextDecision.Candidate(name: name, fields: search.fields, score: score)
    }

    /// The order of spec 2: header fields, then choice values, then the share of syllables. Nil: they tie.
    func isBetter(than other: TextCandidate) -> Bool? {
        if search.fields != other.search.fields { return search.fields > other.search.fields }
        guard let score, let others = other.score else { return nil }
        if score.choices != others.choices { return score.choices > others.choices }
        if score.isMoreVietnamese(than: others) { return true }
        return others.isMoreVietnamese(than: score) ? false : nil
    }

    /// The first cell of a loaded column in which two readings give another value, on its line.
    func firstDifference(
        from other: TextCandidate,
        _ vocabulary: Vocabulary
    ) -> (line: Int, mine: String, others: String)? {
        guard let header = search.header, let otherHeader = other.search.header else { return nil }
        guard header.dataSet == otherHeader.dataSet, header.columns == otherHeader.columns else {
            return (header.line, header.titles.joined(separator: " "), otherHeader.titles.joined(separator: " "))
        }
        let fields = vocabulary.plan.dataSets[header.dataSet].fields
        var (mine, others) = (CleanedCell(), CleanedCell())
        return firstRow(beside: other, below: header) { record, otherRecord in
            for case (let column, .field(let field)) in header.columns.enumerated() {
                guard column < record.count, column < otherRecord.count else { continue }
                let (bytes, otherBytes) = (record.bytes.span, otherRecord.bytes.span)
                clean(bytes.extracting(record.range(column)), into: &mine)
                clean(otherBytes.extracting(otherRecord.range(column)), into: &others)
                if mine.bytes == others.bytes { continue }
                let type = fields[field].type
                let value = ChoiceValue(mine.bytes.span, type, vocabulary)
                if value != .none, value == ChoiceValue(others.bytes.span, type, vocabulary) { continue }
                return (record.line, shownText(record, column), shownText(otherRecord, column))
            }
            return nil
        }
    }

    /// The first cell that was Vietnamese before it was restored and is none afterwards: the text is of two kinds.
    ///
    /// - Parameter original: the text as it stands.
    func firstSpoiled(of original: TableText, _ vocabulary: Vocabulary) -> (line: Int, value: String)? {
        guard let header = search.header else { return nil }
        let fields = vocabulary.plan.dataSets[header.dataSet].fields
        let plain = TextCandidate("", original, vocabulary)
        var (mine, others) = (CleanedCell(), CleanedCell())
        let found: (Int, String)? = firstRow(beside: plain, below: header) { record, otherRecord in
            for case (let column, .field(let field)) in header.columns.enumerated() {
                guard column < record.count, column < otherRecord.count else { continue }
                let (bytes, otherBytes) = (record.bytes.span, otherRecord.bytes.span)
                clean(bytes.extracting(record.range(column)), into: &mine)
                clean(otherBytes.extracting(otherRecord.range(column)), into: &others)
                if mine.bytes == others.bytes { continue }
                let type = fields[field].type
                let before = ChoiceValue(others.bytes.span, type, vocabulary)
                let isSpoiled =
                    before == .none
                    ? TextScore.isVietnamese(others.bytes.span) && !TextScore.isVietnamese(mine.bytes.span)
                    : before.isKnown && !ChoiceValue(mine.bytes.span, type, vocabulary).isKnown
                if isSpoiled { return (record.line, shownText(otherRecord, column)) }
            }
            return nil
        }
        return found.map { (line: $0.0, value: $0.1) }
    }

    /// Goes through the rows of two readings side by side until the comparison finds something.
    private func firstRow<Found>(
        beside other: TextCandidate,
        below header: Header,
        _ compare: (Record, Record) -> Found?
    ) -> Found? {
        var rows = text.rows(search.delimiter)
        var otherRows = other.text.rows(search.delimiter)
        var (record, otherRecord) = (Record(), Record())
        while (try? rows.next(into: &record)) == true, (try? otherRows.next(into: &otherRecord)) == true {
            if record.line > header.line, let found = compare(record, otherRecord) { return found }
        }
        return nil
    }
}
