/// Columns side by side, two blanks between them; one character of Vietnamese in NFC is one column of a terminal.
///
/// - Parameters:
///   - rightAligned: positions of the columns of numbers.
///   - shrinking: position of the column that is cut where a line would be longer than `width`.
package func aligned(
    _ rows: [[String]],
    rightAligned: Set<Int>,
    shrinking: Int? = nil,
    width: Int? = nil
) -> [String] {
    guard let first = rows.first else { return [] }
    var widths = first.indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    if let shrinking, let width {
        let others = widths.reduce(2 * (widths.count - 1), +) - widths[shrinking]
        widths[shrinking] = min(widths[shrinking], max(8, width - others))
    }
    return rows.map { row in
        let cells = row.indices.map { column in
            let text = cut(row[column], to: widths[column])
            let blanks = String(repeating: " ", count: widths[column] - text.count)
            if rightAligned.contains(column) { return blanks + text }
            return column == row.count - 1 ? text : text + blanks
        }
        return cells.joined(separator: "  ")
    }
}

private func cut(_ text: String, to width: Int) -> String {
    text.count > width ? text.prefix(max(0, width - 1)) + "…" : text
}
