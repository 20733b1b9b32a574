/// Gives each cell of a merged range the range's value, that of its first cell.
///
/// A row in which nothing stands but what ranges bring that began above it is no row: its values stand where they begin.
struct MergedRanges {
    private var ranges: [CellRange]
    private let part: String
    /// Ranges that reach the row at hand, by column, and the cell of the sheet that holds their value.
    private var active: [(range: CellRange, value: Int?)] = []

    init(_ ranges: [CellRange], part: String) {
        self.ranges = ranges.sorted {
            ($0.rows.lowerBound, $0.columns.lowerBound) < ($1.rows.lowerBound, $1.columns.lowerBound)
        }
        self.part = part
    }

    /// - Throws: `cells` where two ranges share cells, `tooLarge`.
    mutating func spread(over sheet: SheetContents) throws(WorkbookReadingError) -> SheetContents {
        var spread = sheet.emptied
        var next = 0
        for row in 0..<sheet.rowCount {
            // Ranges count from 0.
            let line = sheet.line(ofRow: row) - 1
            let cells = sheet.cells(ofRow: row)
            let known = next
            active.removeAll { $0.range.rows.upperBound < line }
            while next < ranges.count, ranges[next].rows.lowerBound <= line {
                let range = ranges[next]
                next += 1
                guard range.rows.upperBound >= line else { continue }
                let isFirst = range.rows.lowerBound == line
                let value = isFirst ? sheet.cell(inColumn: range.columns.lowerBound, ofRow: row) : nil
                active.append((range, value))
                if value != nil {
                    spread.merged.count += 1
                    if spread.merged.first == nil { spread.merged.first = range }
                }
            }
            if next > known { active.sort { $0.range.columns.lowerBound < $1.range.columns.lowerBound } }
            try spread.walk(active.count)
            try spreadRow(line, cells, sheet, &spread)
        }
        return spread
    }

    private func spreadRow(
        _ line: Int,
        _ cells: Range<Int>,
        _ sheet: SheetContents,
        _ spread: inout SheetContents
    ) throws(WorkbookReadingError) {
        var cell = cells.lowerBound
        var isRow = false
        var free = 0
        for (range, value) in active {
            guard range.columns.lowerBound >= free else {
                throw .cells(part: part, row: line + 1, reason: "merged ranges share cells")
            }
            free = range.columns.upperBound + 1
            while cell < cells.upperBound, sheet.column(cell) < range.columns.lowerBound {
                try spread.append(copyOf: cell, of: sheet, column: sheet.column(cell), continues: false)
                isRow = true
                cell += 1
            }
            while cell < cells.upperBound, sheet.column(cell) < free {
                if cell != value, value.map({ !sheet.holdsSame(cell, $0) }) ?? true { spread.merged.hiddenValues += 1 }
                cell += 1
            }
            guard let value else { continue }
            if range.rows.lowerBound == line { isRow = true }
            for column in range.columns {
                let continues = column > range.columns.lowerBound
                try spread.append(copyOf: value, of: sheet, column: column, continues: continues)
            }
        }
        while cell < cells.upperBound {
            try spread.append(copyOf: cell, of: sheet, column: sheet.column(cell), continues: false)
            isRow = true
            cell += 1
        }
        if !isRow { spread.forgetRow() }
        try spread.endRow(line: line + 1)
    }
}
