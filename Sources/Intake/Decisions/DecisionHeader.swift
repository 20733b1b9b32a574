import Tabular

/// The header line of the decisions' file: where each column stands.
struct DecisionHeader {
    private let positions: [DecisionColumn: Int]
    let width: Int
    let faults: [DecisionFault]

    /// Nil where the line is no header: it names neither a kind nor at least two other columns.
    ///
    /// A header that nobody knows is a fault: a slip in `Giá trị mới` would empty cells in silence.
    init?(_ record: Record) {
        var positions: [DecisionColumn: Int] = [:]
        var faults: [DecisionFault] = []
        var width = 0
        for index in 0..<record.count {
            let title = shownText(record, index)
            guard !title.isEmpty else { continue }
            width = index + 1
            let folded = fold(Array(title.utf8).span)
            guard let column = DecisionColumn.byHeader[folded] else {
                if !DecisionColumn.ignored.contains(folded) {
                    faults.append(DecisionFault(line: record.line, reason: "không có cột nào tên “\(title)”"))
                }
                continue
            }
            if positions.updateValue(index, forKey: column) != nil {
                faults.append(DecisionFault(line: record.line, reason: "cột “\(column.title)” xuất hiện hai lần"))
            }
        }
        guard positions.count >= 3 else { return nil }
        for column in DecisionColumn.allCases where column.isIndispensable && positions[column] == nil {
            faults.append(DecisionFault(line: record.line, reason: "thiếu cột “\(column.title)”"))
        }
        self.positions = positions
        self.width = width
        self.faults = faults
    }

    /// A cell, clean; empty where the file has no such column.
    func text(_ column: DecisionColumn, _ record: Record) -> String {
        guard let index = positions[column], index < record.count else { return "" }
        return enteredText(record.bytes[record.range(index)], isKey: column == .key)
    }
}
