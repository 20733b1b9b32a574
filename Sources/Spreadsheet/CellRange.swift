/// Cells of a sheet side by side. Rows and columns count from 0.
package struct CellRange: Hashable, Sendable {
    package let rows: ClosedRange<Int>
    package let columns: ClosedRange<Int>

    package init(rows: ClosedRange<Int>, columns: ClosedRange<Int>) {
        self.rows = rows
        self.columns = columns
    }

    /// One cell.
    package init(row: Int, column: Int) {
        self.init(rows: row...row, columns: column...column)
    }

    /// As formulas write it: `B2:D9`, or `B2` for one cell.
    package var a1: String {
        let first = Self.name(row: rows.lowerBound, column: columns.lowerBound)
        let last = Self.name(row: rows.upperBound, column: columns.upperBound)
        return first == last ? first : "\(first):\(last)"
    }

    /// As formulas write it where it must not move: `$B$2:$D$9`.
    package var absoluteA1: String {
        let first = "$\(Self.columnName(columns.lowerBound))$\(rows.lowerBound + 1)"
        let last = "$\(Self.columnName(columns.upperBound))$\(rows.upperBound + 1)"
        return first == last ? first : "\(first):\(last)"
    }

    /// `A` for 0, `AA` for 26.
    package static func columnName(_ column: Int) -> String {
        var name = ""
        var rest = max(column, 0)
        repeat {
            name = String(UnicodeScalar(UInt8(65 + rest % 26))) + name
            rest = rest / 26 - 1
        } while rest >= 0
        return name
    }

    /// `B7` for row 6, column 1.
    package static func name(row: Int, column: Int) -> String {
        "\(columnName(column))\(row + 1)"
    }

    /// Rows and columns of the largest sheet.
    static let limit = CellRange(rows: 0...1_048_575, columns: 0...16_383)

    var isInsideSheet: Bool {
        Self.limit.rows.contains(rows.lowerBound) && Self.limit.rows.contains(rows.upperBound)
            && Self.limit.columns.contains(columns.lowerBound) && Self.limit.columns.contains(columns.upperBound)
    }

    func overlaps(_ other: CellRange) -> Bool {
        rows.overlaps(other.rows) && columns.overlaps(other.columns)
    }
}
