// Schools of one city send the same forms: file after file, the same bytes are a header. What such a row says is found out once.

import Plan
import Synchronization
import Tabular

/// What single rows say as headers, by their bytes; shared by all files that are read, and by the threads that read them.
final class KnownHeaderLines: Sendable {
    /// A row's cells, and nothing else of it.
    private struct Cells: Hashable {
        let bytes: [UInt8]
        let ends: [Int]

        init(_ record: Record) {
            bytes = record.bytes
            ends = (0..<record.count).map { record.range($0).upperBound }
        }
    }

    private struct Lines {
        var byCells: [Cells: HeaderLine] = [:]
        /// Of all lines together: a column takes about a kilobyte.
        var columns = 0
    }

    private let lines = Mutex(Lines())
    private let mostColumns: Int

    /// No form's header is longer.
    private static let mostBytes = 1 << 12

    /// - Parameter mostColumns: as many are kept; then it begins anew, and what comes often is soon there again.
    init(mostColumns: Int = 1 << 14) {
        self.mostColumns = mostColumns
    }

    /// The row as a header; its columns are looked up where no row before it had the same cells.
    func line(_ record: Record, _ vocabulary: Vocabulary, _ plan: Plan) -> HeaderLine {
        let cells = Cells(record)
        if let known = lines.withLock({ $0.byCells[cells] }) { return known.at(line: record.line) }
        let line = HeaderLine([HeaderRow(record)], vocabulary, plan)
        // Titles and rows of data are each file's own.
        if line.rows[0].hasOnlyLabels, line.rows[0].hasSeveralTexts, cells.bytes.count <= Self.mostBytes {
            lines.withLock { lines in
                if lines.columns + record.count > mostColumns { lines = Lines() }
                if lines.byCells.updateValue(line, forKey: cells) == nil { lines.columns += record.count }
            }
        }
        return line
    }
}
