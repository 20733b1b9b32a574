/// One record of a CSV file that this program wrote, as far as the columns that were asked for.
struct CSVRow {
    fileprivate let records: CSVRecords
    fileprivate let positions: [Int]

    /// The cell of that column, by its position among those that were asked for.
    subscript(column: Int) -> String {
        records.text(positions[column])
    }

    func isEmpty(_ column: Int) -> Bool { records.cell(positions[column]).isEmpty }

    /// Nil where the cell is no boolean.
    func flag(_ column: Int) -> Bool? {
        switch self[column] {
        case "true": true
        case "false": false
        default: nil
        }
    }

    /// Nil where the cell is no number.
    func number(_ column: Int) -> Double? {
        let cell = records.cell(positions[column])
        // Most are small whole numbers, and there are millions of them.
        if cell.count <= 9 {
            var whole = 0
            var isWhole = !cell.isEmpty
            for byte in cell {
                guard (0x30...0x39).contains(byte) else {
                    isWhole = false
                    break
                }
                whole = whole * 10 + Int(byte - 0x30)
            }
            if isWhole { return Double(whole) }
        }
        return Double(self[column]).flatMap { $0.isFinite ? $0 : nil }
    }

    /// The cells of those columns, told apart by zeros: to compare records without making texts of them.
    func bytes(_ columns: Range<Int>) -> [UInt8] {
        var bytes: [UInt8] = []
        for column in columns {
            bytes += records.cell(positions[column])
            bytes.append(0)
        }
        return bytes
    }
}

/// The names of a file's columns; nil where it has no header.
func csvHeader(_ bytes: [UInt8]) -> [String]? {
    (try? CSVRecords(bytes))?.header
}

/// Each record after the header.
///
/// - Returns: false where the file has not these columns, or is anything else: half a file is worse than none.
func readCSV(_ bytes: [UInt8], columns: [String], _ body: (CSVRow) -> Void) -> Bool {
    do throws(UnreadableCSV) {
        var records = try CSVRecords(bytes)
        var positions: [Int] = []
        for column in columns {
            guard let position = records.header.firstIndex(of: column) else { return false }
            positions.append(position)
        }
        while try records.next() { body(CSVRow(records: records, positions: positions)) }
        return true
    } catch {
        return false
    }
}
