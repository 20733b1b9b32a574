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
    /// A title that happens to be the name of a field or two proves nothing.
    private static let enoughFields = 3

    /// Tries the first lines under each delimiter; the line that names most fields of a data set wins.
    static func search(_ text: Span<UInt8>, plan: Plan, vocabulary: Vocabulary) -> HeaderSearch {
        let separator = separatorLine(text)
        var best: (line: HeaderLine, table: (Delimiter, Int, Int), matched: Int)?
        var nearest: HeaderLine?
        var openQuote: Int?
        search: for delimiter in separator.map({ [$0.delimiter] }) ?? Delimiter.allCases {
            var tokenizer = Tokenizer(
                delimiter: delimiter.rawValue,
                offset: separator?.end ?? 0,
                line: separator == nil ? 1 : 2
            )
            var record = Record()
            var tried = 0
            do {
                while tried < linesTried, try tokenizer.next(in: text, into: &record) {
                    if record.isBlank { continue }
                    tried += 1
                    let line = HeaderLine(record, vocabulary, dataSetCount: plan.dataSets.count)
                    if line.isNearer(than: nearest) { nearest = line }
                    guard let dataSet = line.dataSets(plan).first else { continue }
                    let matched = line.matched[dataSet]
                    if matched > best?.matched ?? 0 {
                        best = (line, (delimiter, tokenizer.offset, tokenizer.line), matched)
                    }
                    // No line is a better header than one of which every cell is a field of one data set.
                    if matched >= enoughFields, matched == line.filled, line.dataSets(plan).count == 1 { break search }
                }
            } catch {
                // Under this delimiter the line cannot be read; another may prove itself.
                if case .unbalancedQuote(let line) = error { openQuote = min(openQuote ?? line, line) }
            }
        }
        guard let best else {
            if let openQuote, nearest == nil { return .unbalancedQuote(line: openQuote) }
            return .none(nearest: nearest)
        }
        let dataSets = best.line.dataSets(plan)
        guard dataSets.count == 1, let dataSet = dataSets.first else {
            return .tie(dataSets: dataSets, line: best.line.line)
        }
        let (delimiter, offset, line) = best.table
        let header = best.line.header(of: dataSet, vocabulary)
        return .found(TextTable(header: header, delimiter: delimiter, offset: offset, line: line))
    }
}

extension HeaderLine {
    fileprivate func isNearer(than other: HeaderLine?) -> Bool {
        guard let other else { return true }
        let (mine, others) = (matched.max() ?? 0, other.matched.max() ?? 0)
        return mine != others ? mine > others : filled > other.filled
    }
}
