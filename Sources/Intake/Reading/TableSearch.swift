import Plan
import Tabular

/// What the search for a header found in a text or a sheet.
struct TableSearch {
    enum Outcome {
        case found(Header)
        case tie(dataSets: [Int], line: Int)
        case none(nearest: HeaderLine?)
        case unbalancedQuote(line: Int)
    }

    let outcome: Outcome
    /// Of a text.
    let delimiter: Delimiter?
    /// What stands below the header.
    let rows: TableRows?

    init(_ text: TableText, vocabulary: Vocabulary) {
        switch text {
        case .text(let bytes):
            switch HeaderSearch.search(bytes.span, vocabulary: vocabulary) {
            case .found(let table):
                outcome = .found(table.header)
                delimiter = table.delimiter
                rows = TableRows(
                    text: bytes,
                    from: Tokenizer(delimiter: table.delimiter.rawValue, offset: table.offset, line: table.line)
                )
                return
            case .tie(let dataSets, let line): outcome = .tie(dataSets: dataSets, line: line)
            case .none(let nearest): outcome = .none(nearest: nearest)
            case .unbalancedQuote(let line): outcome = .unbalancedQuote(line: line)
            }
        case .sheet(let sheet):
            var candidates = HeaderCandidates(vocabulary: vocabulary)
            var record = Record()
            var tried = 0
            for row in 0..<sheet.count where tried < HeaderCandidates.rowsTried && !candidates.isSettled {
                // A row that cannot be read is no header; it is told where the rows are.
                guard (try? sheet.read(row, into: &record)) != nil, !record.isBlank else { continue }
                tried += 1
                candidates.take(record, place: row)
            }
            candidates.endRows()
            switch candidates.outcome {
            case .found(let header, let place):
                outcome = .found(header)
                delimiter = nil
                rows = TableRows(sheet: sheet, from: place + 1)
                return
            case .tie(let dataSets, let line): outcome = .tie(dataSets: dataSets, line: line)
            case .none(let nearest): outcome = .none(nearest: nearest)
            }
        }
        delimiter = nil
        rows = nil
    }

    var header: Header? {
        if case .found(let header) = outcome { return header }
        return nil
    }

    /// How many fields of one data set the best line names.
    var fields: Int {
        switch outcome {
        case .found(let header): header.fieldCount
        case .none(let nearest): nearest?.matched.max() ?? 0
        case .tie, .unbalancedQuote: 0
        }
    }

    /// Every column that has a name is a field.
    var isWhole: Bool {
        header.map { !$0.columns.contains(.unknown) } ?? false
    }
}

extension Header {
    var fieldCount: Int {
        columns.count { if case .field = $0 { true } else { false } }
    }
}
