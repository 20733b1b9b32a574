import Spreadsheet
import Tabular

/// The rows of a sheet as rows of texts, as if a clerk had copied each cell: what the readers of cells take.
///
/// A row's cells stand in the sheet's columns, the first of which is A; it ends with the last one that holds anything. Rows
/// without any cell are not there.
struct SheetRows: Sendable {
    private var contents: SheetContents
    let count: Int

    init(_ contents: SheetContents) {
        self.contents = contents
        count = contents.rowCount
    }

    private init(_ contents: SheetContents, count: Int) {
        self.contents = contents
        self.count = count
    }

    /// Serial numbers of days count from 1904.
    var datesFrom1904: Bool { contents.datesFrom1904 }

    /// Reads the row at that position into `record`, over what was there.
    ///
    /// - Throws: where a cell is longer than any cell of a table is.
    func read(_ row: Int, into record: inout Record) throws(TokenizerError) {
        let line = contents.line(ofRow: row)
        record.removeAll(line: line)
        var scratch: [UInt8] = []
        for cell in contents.cells(ofRow: row) {
            while record.count < contents.column(cell) { record.append(cell: EmptyCollection()) }
            try append(contents.value(cell), to: &record, line: line, &scratch)
            if contents.continues(cell) { record.markLast(.continued) }
        }
    }

    /// - Parameter scratch: for numbers on their way, so that not every cell has an array of its own.
    private func append(
        _ value: SheetContents.Value,
        to record: inout Record,
        line: Int,
        _ scratch: inout [UInt8]
    ) throws(TokenizerError) {
        scratch.removeAll(keepingCapacity: true)
        var mark: CellMarks = []
        switch value {
        case .text(let position), .error(let position):
            return try append(text: position, to: &record, line: line)
        case .dateText(let position):
            try append(text: position, to: &record, line: line)
            return record.markLast(.date)
        case .uncalculated(let position):
            try append(text: position, to: &record, line: line)
            return record.markLast(.uncalculated)
        case .number(let number): Intake.append(number: number, to: &scratch)
        case .percentage(let number): Intake.append(percentage: number, to: &scratch)
        case .boolean(let value): scratch += (value ? "TRUE" : "FALSE").utf8
        case .date(let serial):
            // What is no day stands as the number that it is, which no reader of dates takes.
            if let date = SerialDate(serial, from1904: contents.datesFrom1904) {
                Intake.append(date: date, to: &scratch)
                mark = .date
            } else {
                Intake.append(number: serial, to: &scratch)
            }
        }
        record.append(cell: scratch.span)
        if !mark.isEmpty { record.markLast(mark) }
    }

    private func append(text position: Int, to record: inout Record, line: Int) throws(TokenizerError) {
        let (texts, range) = contents.text(position)
        guard range.count <= Tokenizer.cellLengthLimit else { throw .cellTooLong(line: line) }
        let bytes = texts.bytes.span
        record.append(cell: bytes.extracting(range))
    }

    /// The first rows.
    func prefix(_ count: Int) -> SheetRows {
        SheetRows(contents, count: min(count, self.count))
    }

    /// Puts another text in the place of each cell's: `append` adds what it becomes to the bytes.
    mutating func replaceCells(_ append: (Span<UInt8>, inout [UInt8]) -> Void) {
        contents.replaceTexts(inFirst: count, append)
    }

    /// Whether any text of a cell satisfies the condition.
    func contains(where condition: (Span<UInt8>) -> Bool) -> Bool {
        for row in 0..<count {
            for cell in contents.cells(ofRow: row) {
                guard case .text(let position) = contents.value(cell) else { continue }
                let (texts, range) = contents.text(position)
                let bytes = texts.bytes.span
                if condition(bytes.extracting(range)) { return true }
            }
        }
        return false
    }
}
