/// One record of a CSV file that this program wrote, as far as the columns that were asked for.
struct CSVRow {
    fileprivate let records: CSVRecords
    fileprivate let positions: [Int]

    /// The cell of that column, by its position among those that were asked for.
    subscript(column: Int) -> String {
        records.text(positions[column])
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
