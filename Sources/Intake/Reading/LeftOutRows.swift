import Plan
import Records
import Tabular

/// The rows of a file that were left out, as they were sent: they are in no table, and their sender must see them again.
///
/// Of each only cells of columns that are loaded are kept, as findings show them: personal numbers masked, cut at 80 characters. A
/// row that was left out has a finding at least, which takes more room than its cells do.
package struct LeftOutRows: Sendable {
    package struct Row: Sendable {
        package let line: Int32
        /// Position in the roster; `Table.missing` where its unit is not known.
        package let unit: Int32
        /// As far as it is known, else empty.
        package let period: String
        fileprivate let cells: Range<Int>
    }

    package private(set) var rows: [Row] = []
    /// By cell of a row: position of its field in the data set.
    private var fields: [Int] = []
    /// The cells of all rows, one after the other, each ended by a zero byte, which no cleaned cell holds.
    private var bytes: [UInt8] = []

    /// - Returns: texts by position of the field; empty cells are not among them.
    package func cells(of row: Row) -> [Int: String] {
        var cells: [Int: String] = [:]
        for (field, cell) in zip(fields, bytes[row.cells].split(separator: 0, omittingEmptySubsequences: false))
        where !cell.isEmpty { cells[field] = String(decoding: cell, as: UTF8.self) }
        return cells
    }

    init() {}

    /// Appends rows of the same table.
    mutating func append(_ other: LeftOutRows) {
        if fields.isEmpty { fields = other.fields }
        let start = bytes.count
        bytes += other.bytes
        rows += other.rows.map { row in
            let cells = row.cells.lowerBound + start..<row.cells.upperBound + start
            return Row(line: row.line, unit: row.unit, period: row.period, cells: cells)
        }
    }

    /// - Parameter isShifted: its cells stand in other columns than their own. What is personal then stands anywhere.
    mutating func append(_ record: Record, header: Header, unit: Int32, period: String, isShifted: Bool) {
        let start = bytes.count
        if fields.isEmpty {
            fields = header.columns.compactMap { if case .field(let field) = $0 { field } else { nil } }
        }
        if !isShifted || !header.columns.contains(.personal) {
            for (column, kind) in header.columns.enumerated() {
                guard case .field = kind else { continue }
                if column < record.count, !record.range(column).isEmpty { bytes += shownText(record, column).utf8 }
                bytes.append(0)
            }
        }
        rows.append(Row(line: Int32(clamping: record.line), unit: unit, period: period, cells: start..<bytes.count))
    }
}
