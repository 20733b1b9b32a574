/// Rows of a table, sorted by the numbers of one of its columns: the rows of one number are one range, and keep their order.
package struct SortedRows: Sendable {
    package let rows: [Int32]
    /// By number: where its rows begin in `rows`; one more at the end.
    package let starts: [Int]

    /// - Parameters:
    ///   - rows: positions in the table.
    ///   - key: the column: of each of these rows not negative, and below `count`.
    package init(_ rows: [Int32], by key: [Int32], below count: Int) {
        var starts = [Int](repeating: 0, count: count + 1)
        for row in rows { starts[Int(key[Int(row)]) + 1] += 1 }
        for index in 0..<count { starts[index + 1] += starts[index] }
        var next = starts
        var sorted = [Int32](repeating: 0, count: rows.count)
        for row in rows {
            let index = Int(key[Int(row)])
            sorted[next[index]] = row
            next[index] += 1
        }
        self.rows = sorted
        self.starts = starts
    }

    package func rows(of number: Int) -> ArraySlice<Int32> { rows[starts[number]..<starts[number + 1]] }
}
