// Schools of one city send the same forms below the same letterhead: file after file, the same bytes are a header. What such rows
// say is found out once.

import Plan
import Synchronization
import Tabular

/// What rows say as headers, alone or together, by their bytes; shared by all files that are read, and by the threads that read them.
final class KnownHeaderLines: Sendable {
    private struct Lines {
        var byCells: [[HeaderRow.Source]: HeaderLine] = [:]
        /// Of all lines together, in columns.
        var size = 0
    }

    private let lines = Mutex(Lines())
    private let mostColumns: Int

    /// No form's header is longer.
    private static let mostBytes = 1 << 12
    /// A column takes about a kilobyte; letters count where a row has few columns and is long.
    private static let bytesOfColumn = 1 << 7

    /// - Parameter mostColumns: as many are kept; then it begins anew, and what comes often is soon there again.
    init(mostColumns: Int = 1 << 14) {
        self.mostColumns = mostColumns
    }

    /// The row as a header; its columns are looked up where no row before it had the same cells.
    func line(_ record: Record, _ vocabulary: Vocabulary) -> HeaderLine {
        let source = HeaderRow.Source(record)
        if let known = known([source]) { return known.at(line: record.line) }
        return remembering(HeaderLine([HeaderRow(record, source)], vocabulary))
    }

    /// The same for rows that are taken together, from the top down.
    func line(_ rows: [HeaderRow], _ vocabulary: Vocabulary) -> HeaderLine {
        known(rows.map(\.source))?.standing(in: rows) ?? remembering(HeaderLine(rows, vocabulary))
    }

    private func known(_ rows: [HeaderRow.Source]) -> HeaderLine? {
        lines.withLock { $0.byCells[rows] }
    }

    private func remembering(_ line: HeaderLine) -> HeaderLine {
        let bytes = line.rows.reduce(0) { $0 + $1.source.bytes.count }
        // Titles alone and rows of data are each file's own.
        guard bytes <= Self.mostBytes, let lowest = line.rows.last, lowest.hasOnlyLabels, lowest.hasSeveralTexts else {
            return line
        }
        let size = line.columns.count + bytes / Self.bytesOfColumn
        lines.withLock { lines in
            if lines.size + size > mostColumns { lines = Lines() }
            if lines.byCells.updateValue(line, forKey: line.rows.map(\.source)) == nil { lines.size += size }
        }
        return line
    }
}
