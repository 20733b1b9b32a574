/// A cell that differs between two versions of a CSV file of the set.
struct CellChange: Equatable {
    /// The cells of the key columns.
    let key: [String]
    let column: String
    /// Nil where that version has no record of this key.
    let was: String?
    let now: String?
}

/// The cells in which two versions of a CSV file differ, in the order of keys and then of columns. Columns that only one has are passed
/// over.
///
/// - Parameter keyCount: how many columns, the first ones of both, are the key by whose bytes the records are sorted.
func cellChanges(from old: [UInt8], to new: [UInt8], keyCount: Int) throws(UnreadableCSV) -> [CellChange] {
    if old == new { return [] }
    var (before, after) = (try CSVRecords(old), try CSVRecords(new))
    guard before.header.prefix(keyCount) == after.header.prefix(keyCount) else { throw UnreadableCSV(line: 1) }
    let positions = Dictionary(before.header.enumerated().map { ($1, $0) }) { first, _ in first }
    let columns = after.header.enumerated().dropFirst(keyCount).compactMap { column, name in
        positions[name].map { (name: name, before: $0, after: column) }
    }
    var changes: [CellChange] = []
    var (hasBefore, hasAfter) = (try before.next(), try after.next())
    while hasBefore || hasAfter {
        let order: Order
        switch (hasBefore, hasAfter) {
        case (true, false): order = .before
        case (false, true): order = .after
        default: order = Order(before, after, keyCount: keyCount)
        }
        let key = (0..<keyCount).map { order == .after ? after[$0] : before[$0] }
        for column in columns {
            if order == .both, before.cell(column.before) == after.cell(column.after) { continue }
            changes.append(
                CellChange(
                    key: key,
                    column: column.name,
                    was: order == .after ? nil : before[column.before],
                    now: order == .before ? nil : after[column.after]
                )
            )
        }
        if order != .after { hasBefore = try before.next() }
        if order != .before { hasAfter = try after.next() }
    }
    return changes
}

/// Which of two versions has the record that is next by its key.
private enum Order {
    case before, after, both

    init(_ before: CSVRecords, _ after: CSVRecords, keyCount: Int) {
        for column in 0..<keyCount {
            let (left, right) = (before.cell(column), after.cell(column))
            if left == right { continue }
            self = left.lexicographicallyPrecedes(right) ? .before : .after
            return
        }
        self = .both
    }
}
