// Which of the first lines is the header, and by which delimiter: proven by the data set that it matches, never guessed.

import Plan
import Tabular

/// A table in a text: its header, its delimiter and where its rows begin.
struct TextTable {
    let header: Header
    let delimiter: Delimiter
    /// Where the line after the header begins, and its number.
    let offset: Int
    let line: Int
}

/// What the search for a header found.
enum HeaderSearch {
    case found(TextTable)
    /// The best line is a header of several data sets alike.
    case tie(dataSets: [Int], line: Int)
    /// No line is a header; what comes nearest, if there is any line at all.
    case none(nearest: HeaderLine?)
    /// A quote opens before any header and never closes.
    case unbalancedQuote(line: Int)

    /// Tries the first lines of a text under each delimiter; the line that names most fields of a data set wins.
    static func search(_ text: Span<UInt8>, vocabulary: Vocabulary) -> HeaderSearch {
        let separator = separatorLine(text)
        let start = (offset: separator?.end ?? 0, line: separator == nil ? 1 : 2)
        // A `sep=` line is mostly right; somebody may have changed the delimiter below it.
        let delimiters =
            (separator.map { [$0.delimiter] } ?? []) + Delimiter.allCases.filter { $0 != separator?.delimiter }
        func trial(under delimiters: [Delimiter]) -> Trial {
            Trial(text, from: start, under: delimiters, vocabulary: vocabulary)
        }
        // Where no row has as many cells as settle a search, there is mostly nothing but whole lines as one cell each.
        let promising = delimiters.filter { delimiter in
            var rows = FirstRows(delimiter, from: start)
            while (try? rows.next(in: text)) == true {
                if rows.record.count >= HeaderCandidates.enoughFields { return true }
            }
            return false
        }
        var found = trial(under: promising)
        if !found.candidates.isSettled, promising.count < delimiters.count { found = trial(under: delimiters) }
        let (candidates, places, openQuote) = (found.candidates, found.places, found.openQuote)
        switch candidates.outcome {
        case .none(let nearest):
            if let openQuote, nearest == nil { return .unbalancedQuote(line: openQuote) }
            return .none(nearest: nearest)
        case .tie(let dataSets, let line): return .tie(dataSets: dataSets, line: line)
        case .found(let header, let place):
            let place = places[place]
            return .found(
                TextTable(
                    header: header,
                    delimiter: place.delimiterOfRows(in: text, width: header.width),
                    offset: place.offset,
                    line: place.line
                )
            )
        }
    }
}

/// The first lines of a text under one delimiter after the other, held against all data sets.
private struct Trial {
    private(set) var candidates: HeaderCandidates
    /// Of the rows tried.
    private(set) var places: [Place] = []
    /// The line where a quote opens that never closes.
    private(set) var openQuote: Int?

    init(
        _ text: Span<UInt8>,
        from start: (offset: Int, line: Int),
        under delimiters: [Delimiter],
        vocabulary: Vocabulary
    ) {
        candidates = HeaderCandidates(vocabulary: vocabulary)
        for delimiter in delimiters {
            var rows = FirstRows(delimiter, from: start)
            do {
                while !candidates.isSettled, try rows.next(in: text) {
                    candidates.take(rows.record, place: places.count)
                    places.append(Place(delimiter: delimiter, offset: rows.tokenizer.offset, line: rows.tokenizer.line))
                }
            } catch {
                // Under this delimiter the line cannot be read; another may prove itself.
                if case .unbalancedQuote(let line) = error { openQuote = min(openQuote ?? line, line) }
            }
            candidates.endRows()
            if candidates.isSettled { break }
        }
    }
}

/// Those of a text's first rows that may be its header: the first that are not blank.
private struct FirstRows {
    private(set) var tokenizer: Tokenizer
    private(set) var record = Record()
    private var count = 0
    private var lookedAt = 0

    /// Lines of delimiters alone count too, but nobody leaves so many of them above a header.
    private static let linesLookedAt = 1_000

    init(_ delimiter: Delimiter, from start: (offset: Int, line: Int)) {
        tokenizer = Tokenizer(delimiter: delimiter.rawValue, offset: start.offset, line: start.line)
    }

    /// Reads the next one into `record`; false where there is none.
    mutating func next(in text: Span<UInt8>) throws(TokenizerError) -> Bool {
        while count < HeaderCandidates.rowsTried, lookedAt < Self.linesLookedAt {
            tokenizer.skipEmptyLines(in: text)
            guard try tokenizer.next(in: text, into: &record) else { return false }
            lookedAt += 1
            if record.isBlank { continue }
            count += 1
            return true
        }
        return false
    }
}

/// Where a row ends, under the delimiter that it was read with.
private struct Place {
    let delimiter: Delimiter
    let offset: Int
    let line: Int

    private static let rowsCompared = 20

    /// The delimiter of the rows below a header: the header's, confirmed by the first rows.
    ///
    /// A form's header with the rows of another program below it has two. Where the header's delimiter stands in none of the
    /// first rows, and most of them have just as many cells as the header under another one, that one is the rows'. Rows
    /// that this gets wrong are told as rows of too few or too many cells; none is lost.
    func delimiterOfRows(in text: Span<UInt8>, width: Int) -> Delimiter {
        var rows = 0
        let isConfirmed = firstRows(in: text, under: delimiter) { record in
            rows += 1
            return record.count > 1
        }
        if width == 1 || rows == 0 || isConfirmed { return delimiter }
        let others = Delimiter.allCases.filter { $0 != delimiter }
        return others.first { other in
            var fitting = 0
            return firstRows(in: text, under: other) { record in
                if record.count == width { fitting += 1 }
                return fitting * 2 > rows
            }
        } ?? delimiter
    }

    /// Whether that holds of one of the first rows; those after it are not read.
    private func firstRows(in text: Span<UInt8>, under delimiter: Delimiter, satisfy: (Record) -> Bool) -> Bool {
        var tokenizer = Tokenizer(delimiter: delimiter.rawValue, offset: offset, line: line)
        var record = Record()
        var count = 0
        // What cannot be read is told when the rows are.
        while count < Self.rowsCompared, (try? tokenizer.next(in: text, into: &record)) == true {
            if record.isBlank { continue }
            if satisfy(record) { return true }
            count += 1
        }
        return false
    }
}
