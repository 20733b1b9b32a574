// Which group titles stand over a column, where a header has several lines. Excel merges a group's title over its columns: a CSV
// has it in the first of them alone, a sheet may have it in all.

/// The columns of a header of one to three lines: each with its lowest text and the group titles over it.
struct HeaderGroups {
    struct Column {
        /// From the top down.
        var groups: [HeaderRow.Cell] = []
        /// The lowest text of the column; empty where it has none.
        var text = HeaderRow.Cell.empty
    }

    let columns: [Column]

    init(_ rows: [HeaderRow]) {
        let width = rows.map(\.cells.count).max() ?? 0
        guard rows.count > 1 else {
            columns = rows.first.map { $0.cells.map { Column(text: $0) } } ?? []
            return
        }
        var columns: [Column] = []
        columns.reserveCapacity(width)
        // By line but the last: the group title that goes on to the right.
        var current = [HeaderRow.Cell?](repeating: nil, count: rows.count - 1)
        for column in 0..<width {
            guard let lowest = rows.lastIndex(where: { !$0.cell(column).isEmpty }) else {
                current = current.map { _ in nil }
                columns.append(Column())
                continue
            }
            for line in current.indices where !rows[line].cell(column).isEmpty {
                // A text with nothing below it is a name in merged cells, and no group's.
                current[line] = line < lowest ? rows[line].cell(column) : nil
                for deeper in current.indices where deeper > line { current[deeper] = nil }
            }
            let text = rows[lowest].cell(column)
            var groups: [HeaderRow.Cell] = []
            // What is merged downwards stands in each line of a sheet.
            for case let group? in current.prefix(lowest)
            where group.folded != text.folded && group.folded != groups.last?.folded {
                groups.append(group)
            }
            columns.append(Column(groups: groups, text: text))
        }
        self.columns = columns
    }
}
