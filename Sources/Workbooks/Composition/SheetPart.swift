import Plan

/// A sheet of the workbook: one of the layout, or a part of one whose tables have more rows than a sheet takes.
struct SheetPart {
    let layout: SheetLayout
    /// From 0.
    let number: Int
    let count: Int
    /// That a part shows of each of its tables, at most.
    let rowsOfTable: Int
    /// The layout's tables, as they are without a formula and a link: made to know how long they are.
    let plainTables: [SheetTable]

    /// The layout's name, from the second part on with its number: `Lỗi dữ liệu (2)`. A name has 31 UTF-16 units at most.
    var name: String {
        guard number > 0 else { return layout.name }
        let suffix = " (\(number + 1))"
        var name = layout.name
        while name.utf16.count + suffix.utf16.count > 31 { name.removeLast() }
        return name + suffix
    }

    /// Stands behind the titles of all parts, so that nobody takes the first for the whole.
    var titleSuffix: String { count > 1 ? " (phần \(number + 1)/\(count))" : "" }

    /// Only titles and what is left of tables stand on further parts.
    var blocks: [BlockLayout] {
        guard number > 0 else { return layout.blocks }
        return layout.blocks.filter { block in
            switch block {
            case .title, .table: true
            case .officialHead, .addressees, .keyFigures, .line, .chart, .prose, .signature: false
            }
        }
    }

    /// What of a table stands on this part; nil where a further part has nothing of it.
    func part(of table: SheetTable) -> SheetTable? {
        guard count > 1 else { return table }
        let start = number * rowsOfTable
        if number > 0, start >= table.rowCount { return nil }
        return table.taking(Array(start..<min(start + rowsOfTable, table.rowCount)))
    }
}
