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

    /// Titles, addresses and blank lines stand above a header, but not more.
    private static let linesTried = 20
    /// Lines of delimiters alone count too, but nobody leaves so many of them above a header.
    private static let linesLookedAt = 1_000

    /// Tries the first lines of a text under each delimiter; the line that names most fields of a data set wins.
    static func search(_ text: Span<UInt8>, plan: Plan, vocabulary: Vocabulary) -> HeaderSearch {
        let separator = separatorLine(text)
        var candidates = HeaderCandidates(plan: plan, vocabulary: vocabulary)
        var places: [(Delimiter, Int, Int)] = []
        var openQuote: Int?
        for delimiter in separator.map({ [$0.delimiter] }) ?? Delimiter.allCases {
            var tokenizer = Tokenizer(
                delimiter: delimiter.rawValue,
                offset: separator?.end ?? 0,
                line: separator == nil ? 1 : 2
            )
            var record = Record()
            var tried = 0
            var lookedAt = 0
            do {
                while tried < linesTried, lookedAt < linesLookedAt, !candidates.isSettled {
                    tokenizer.skipEmptyLines(in: text)
                    guard try tokenizer.next(in: text, into: &record) else { break }
                    lookedAt += 1
                    if record.isBlank { continue }
                    tried += 1
                    candidates.take(record, place: places.count)
                    places.append((delimiter, tokenizer.offset, tokenizer.line))
                }
            } catch {
                // Under this delimiter the line cannot be read; another may prove itself.
                if case .unbalancedQuote(let line) = error { openQuote = min(openQuote ?? line, line) }
            }
            if candidates.isSettled { break }
        }
        switch candidates.outcome {
        case .none(let nearest):
            if let openQuote, nearest == nil { return .unbalancedQuote(line: openQuote) }
            return .none(nearest: nearest)
        case .tie(let dataSets, let line): return .tie(dataSets: dataSets, line: line)
        case .found(let header, let place):
            let (delimiter, offset, line) = places[place]
            return .found(TextTable(header: header, delimiter: delimiter, offset: offset, line: line))
        }
    }
}
