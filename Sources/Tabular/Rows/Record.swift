// One row of a table, wherever it came from: a CSV line or a row of a sheet. The shape is rust-csv's ByteRecord: one buffer of
// bytes and the ends of the cells in it, so that a row costs no allocation once the buffer has grown to the longest row.

/// What a sheet knows of a cell beside its text; of the cells of a text nothing is known.
package struct CellMarks: OptionSet, Sendable {
    package let rawValue: UInt8

    package init(rawValue: UInt8) { self.rawValue = rawValue }

    /// The program that wrote the cell took it for a day: its text is ISO 8601.
    package static let date = CellMarks(rawValue: 1)
    /// It belongs to the same merged range as the cell before it, whose text it repeats.
    package static let continued = CellMarks(rawValue: 2)
    /// A formula (its text) of which no result is known.
    package static let uncalculated = CellMarks(rawValue: 4)
}

/// One row: the unescaped UTF-8 bytes of its cells, one after the other, and where each ends.
///
/// ```swift
/// var record = Record()
/// while try tokenizer.next(in: text.bytes.span, into: &record) {
///     let code = record.bytes.span.extracting(record.range(0))
/// }
/// ```
package struct Record: Sendable {
    /// The bytes of all cells, without delimiters, quotes and line ends.
    package internal(set) var bytes: [UInt8] = []

    /// The physical line on which the row starts, 1-based; line breaks in quotes are counted. 0 before the first row.
    package internal(set) var line = 0

    private var ends: [Int] = []

    /// Of the cells up to the last one that has any.
    private var marks: [CellMarks] = []

    /// A row without cells, to be filled.
    package init() {}

    /// How many cells the row has. A blank line has one cell, and it is empty.
    package var count: Int { ends.count }

    /// Where a cell's bytes are in `bytes`.
    package func range(_ index: Int) -> Range<Int> {
        (index == 0 ? 0 : ends[index - 1])..<ends[index]
    }

    /// Empties the row and keeps its buffer; the cells that follow stand on this line.
    package mutating func removeAll(line: Int = 0) {
        bytes.removeAll(keepingCapacity: true)
        ends.removeAll(keepingCapacity: true)
        if !marks.isEmpty { marks.removeAll(keepingCapacity: true) }
        self.line = line
    }

    /// What is known of a cell beside its text.
    package func marks(_ index: Int) -> CellMarks {
        index < marks.count ? marks[index] : []
    }

    /// Marks the cell that was appended last.
    package mutating func markLast(_ mark: CellMarks) {
        guard !ends.isEmpty else { return }
        while marks.count < ends.count { marks.append([]) }
        marks[ends.count - 1].formUnion(mark)
    }

    /// Appends a whole cell of UTF-8.
    package mutating func append(cell: some Collection<UInt8>) {
        bytes.append(contentsOf: cell)
        endCell()
    }

    /// Appends a whole cell of UTF-8.
    package mutating func append(cell: Span<UInt8>) {
        appendPiece(cell)
        endCell()
    }

    /// All cells are empty, or hold nothing but blanks and characters that nobody sees.
    package var isBlank: Bool {
        let bytes = bytes.span
        var index = 0
        while index < bytes.count {
            let (scalar, length) = scalar(in: bytes, at: index)
            switch CharacterTreatment(of: scalar) {
            case .blank, .invisible, .impossible: break
            case .keep where scalar <= 0x20: break
            case .keep, .normalise, .ascii: return false
            }
            index += length
        }
        return true
    }

    /// Appends a part of a cell that is not ended yet.
    @inline(__always)
    mutating func appendPiece(_ piece: Span<UInt8>) {
        Tabular.append(piece, to: &bytes)
    }

    /// Ends the cell whose parts were appended.
    @inline(__always)
    mutating func endCell() {
        ends.append(bytes.count)
    }
}
