import Tabular

/// The rows of a sheet as rows of texts: bytes of all cells, one after the other, and where each ends.
struct SheetRows: Sendable {
    private var bytes: [UInt8] = []
    private var ends: [Int] = []
    /// By row: how many cells there are up to its end, and its number in the sheet, from 1.
    private var rowEnds: [Int] = []
    private var lines: [Int] = []

    var count: Int { lines.count }

    /// Adds a row.
    mutating func append(_ cells: [[UInt8]], line: Int) {
        for cell in cells {
            bytes += cell
            ends.append(bytes.count)
        }
        rowEnds.append(ends.count)
        lines.append(line)
    }

    /// Reads the row at that position into `record`, over what was there.
    func read(_ row: Int, into record: inout Record) {
        record.removeAll(line: lines[row])
        let cells = (row == 0 ? 0 : rowEnds[row - 1])..<rowEnds[row]
        let bytes = bytes.span
        for cell in cells { record.append(cell: bytes.extracting((cell == 0 ? 0 : ends[cell - 1])..<ends[cell])) }
    }

    /// The first rows.
    func prefix(_ count: Int) -> SheetRows {
        var rows = SheetRows()
        var record = Record()
        for row in 0..<min(count, self.count) {
            read(row, into: &record)
            rows.append((0..<record.count).map { Array(record.bytes[record.range($0)]) }, line: record.line)
        }
        return rows
    }

    /// Whether any cell's bytes satisfy the condition.
    func contains(where condition: (Span<UInt8>) -> Bool) -> Bool {
        let bytes = bytes.span
        return ends.indices.contains { condition(bytes.extracting(($0 == 0 ? 0 : ends[$0 - 1])..<ends[$0])) }
    }

    /// Puts another text in the place of each cell's: `append` adds what it becomes to the bytes.
    mutating func replaceCells(_ append: (Span<UInt8>, inout [UInt8]) -> Void) {
        let old = bytes
        bytes.removeAll(keepingCapacity: true)
        var start = 0
        for cell in ends.indices {
            append(old.span.extracting(start..<ends[cell]), &bytes)
            start = ends[cell]
            ends[cell] = bytes.count
        }
    }
}
