import CXlsxWriter

/// What the writer knows of a sheet under way.
@safe struct SheetState {
    let name: String
    let handle: UnsafeMutablePointer<lxw_worksheet>
    var written = WrittenCells()
    var areas = Areas()
    var tables: [CellRange] = []
    var filter: CellRange?
    var hidden = false
    var links = 0
    /// Where numbers stored as text are meant.
    var textNumbers: [CellRange] = []
    /// In a workbook in constant memory: the row that is being written.
    var currentRow = 0

    init(name: String, handle: UnsafeMutablePointer<lxw_worksheet>) {
        self.name = name
        unsafe self.handle = unsafe handle
    }
}

/// Which cells of a sheet have been written, to be counted against the file.
struct WrittenCells {
    private(set) var cells = 0
    /// For each row that the file must have, a bit for each column.
    private var columns: [Int: [UInt64]] = [:]

    var rows: Int { columns.count }

    mutating func insert(row: Int) {
        columns[row, default: []] += []
    }

    mutating func insert(row: Int, column: Int) {
        let (word, bit) = (column / 64, UInt64(1) << UInt64(column % 64))
        let isNew = Self.mark(&columns[row, default: []], word, bit)
        if isNew { cells += 1 }
    }

    private static func mark(_ words: inout [UInt64], _ word: Int, _ bit: UInt64) -> Bool {
        while words.count <= word { words.append(0) }
        defer { words[word] |= bit }
        return words[word] & bit == 0
    }
}

/// Merged cells and tables of a sheet: none may share a cell with another.
struct Areas {
    /// By row, so that a sheet of thousands of merged headings is still checked quickly.
    private var rows: [Int: [CellRange]] = [:]

    /// nil where the range is free; it is taken then. Else what is in the way.
    mutating func take(_ range: CellRange) -> CellRange? {
        for row in range.rows {
            if let other = rows[row]?.first(where: { $0.overlaps(range) }) { return other }
        }
        for row in range.rows { rows[row, default: []].append(range) }
        return nil
    }
}
