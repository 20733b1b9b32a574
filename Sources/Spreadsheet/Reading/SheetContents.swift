/// The cells of a sheet that hold anything, row by row, with their values as the workbook has them.
///
/// ```swift
/// for row in 0..<contents.rowCount {
///     for cell in contents.cells(ofRow: row) { print(contents.line(ofRow: row), contents.column(cell), contents.value(cell)) }
/// }
/// ```
package struct SheetContents: Sendable {
    /// What a cell holds; texts are positions for `text(_:)`.
    package enum Value: Hashable, Sendable {
        case text(Int)
        case number(Double)
        /// A number that is shown as a percentage: 0.95 for 95%.
        case percentage(Double)
        /// A number that is shown as a day or a time: see `SerialDate`.
        case date(Double)
        /// A day in ISO 8601, as Strict workbooks may write it.
        case dateText(Int)
        case boolean(Bool)
        /// `#REF!`, `#N/A` and their like.
        case error(Int)
        /// A formula (its text, where it is known) whose result nobody has calculated.
        case uncalculated(Int)
    }

    /// The merged ranges of more than one cell whose value was given to all their cells.
    package struct Merged: Hashable, Sendable {
        package internal(set) var count = 0
        /// The one of them that comes first.
        package internal(set) var first: CellRange?
        /// Cells below a merged range that held something else, which nobody sees.
        package internal(set) var hiddenValues = 0
    }

    /// What a cell holds, in a byte.
    enum Kind: UInt8 {
        case text, number, percentage, date, dateText, no, yes, error, uncalculated
    }

    /// Serial numbers of days count from 1904.
    package let datesFrom1904: Bool
    package internal(set) var merged = Merged()

    private(set) var sharedTexts: CellTexts
    var ownTexts = CellTexts()
    private let limits: WorkbookLimits

    private var columns: [UInt16] = []
    /// With `continuesBit` where the cell's left neighbour is of the same merged range.
    private var kinds: [UInt8] = []
    /// The bits of a number, or the position of a text.
    private var payloads: [UInt64] = []
    private var lines: [Int32] = []
    private var rowEnds: [Int] = []
    private var places = 0
    private var shownBytes = 0

    private static let continuesBit: UInt8 = 0x80

    init(datesFrom1904: Bool, sharedTexts: CellTexts, limits: WorkbookLimits) {
        self.datesFrom1904 = datesFrom1904
        self.sharedTexts = sharedTexts
        self.limits = limits
    }

    /// How many rows hold anything.
    package var rowCount: Int { lines.count }

    /// The row's number in the sheet, from 1.
    package func line(ofRow row: Int) -> Int { Int(lines[row]) }

    /// The positions of a row's cells, from left to right.
    package func cells(ofRow row: Int) -> Range<Int> { (row == 0 ? 0 : rowEnds[row - 1])..<rowEnds[row] }

    /// The row of that number in the sheet, from 1, if it holds anything.
    package func row(ofLine line: Int) -> Int? {
        lines.firstIndex(of: Int32(clamping: line))
    }

    /// The cell of a row in that column, if it holds anything.
    package func cell(inColumn column: Int, ofRow row: Int) -> Int? {
        var cells = cells(ofRow: row)
        while !cells.isEmpty {
            let middle = cells.lowerBound + cells.count / 2
            if Int(columns[middle]) == column { return middle }
            cells = Int(columns[middle]) < column ? middle + 1..<cells.upperBound : cells.lowerBound..<middle
        }
        return nil
    }

    /// From 0.
    package func column(_ cell: Int) -> Int { Int(columns[cell]) }

    /// Whether the cell belongs to the same merged range as the one to its left.
    package func continues(_ cell: Int) -> Bool { kinds[cell] & Self.continuesBit != 0 }

    package func value(_ cell: Int) -> Value {
        let payload = payloads[cell]
        let text = Int(truncatingIfNeeded: payload)
        return switch Kind(rawValue: kinds[cell] & ~Self.continuesBit) {
        case .number: .number(Double(bitPattern: payload))
        case .percentage: .percentage(Double(bitPattern: payload))
        case .date: .date(Double(bitPattern: payload))
        case .dateText: .dateText(text)
        case .no: .boolean(false)
        case .yes: .boolean(true)
        case .error: .error(text)
        case .uncalculated: .uncalculated(text)
        case .text, nil: .text(text)
        }
    }

    /// Where a text's bytes stand: in that range of those texts' `bytes`.
    package func text(_ position: Int) -> (texts: CellTexts, range: Range<Int>) {
        position < sharedTexts.count
            ? (sharedTexts, sharedTexts.range(position))
            : (ownTexts, ownTexts.range(position - sharedTexts.count))
    }

    /// Puts another text in the place of each text in the first rows, of error values and formulas too: `write` appends what a
    /// text becomes. Each text is asked for once, however many cells show it; the rows behind are not to be read any more.
    package mutating func replaceTexts(inFirst rows: Int, _ write: (Span<UInt8>, inout [UInt8]) -> Void) {
        var replaced = CellTexts()
        var positions: [Int: Int] = [:]
        for cell in 0..<(rows == 0 ? 0 : rowEnds[rows - 1]) where holdsText(cell) {
            let old = Int(truncatingIfNeeded: payloads[cell])
            if let known = positions[old] {
                payloads[cell] = UInt64(known)
                continue
            }
            let (texts, range) = text(old)
            payloads[cell] = UInt64(replaced.count)
            positions[old] = replaced.count
            replaced.append { write(texts.bytes.span.extracting(range), &$0) }
        }
        sharedTexts = replaced
        ownTexts = CellTexts()
    }

    private func holdsText(_ cell: Int) -> Bool {
        switch Kind(rawValue: kinds[cell] & ~Self.continuesBit) {
        case .text, .dateText, .error, .uncalculated: true
        default: false
        }
    }

    // MARK: - Filling

    /// Adds a cell to the row under way.
    mutating func append(_ kind: Kind, _ payload: UInt64, column: Int) throws(WorkbookReadingError) {
        try add(kinds: kind.rawValue, payload, column: column)
    }

    /// Adds a cell of another sheet's making, where merged ranges are spread.
    mutating func append(copyOf cell: Int, of other: SheetContents, column: Int, continues: Bool)
        throws(WorkbookReadingError)
    {
        let bit = continues ? Self.continuesBit : 0
        try add(kinds: other.kinds[cell] & ~Self.continuesBit | bit, other.payloads[cell], column: column)
    }

    private mutating func add(kinds kind: UInt8, _ payload: UInt64, column: Int) throws(WorkbookReadingError) {
        columns.append(UInt16(truncatingIfNeeded: column))
        kinds.append(kind)
        payloads.append(payload)
        if holdsText(columns.count - 1) {
            let position = Int(truncatingIfNeeded: payload)
            let range =
                position < sharedTexts.count
                ? sharedTexts.range(position) : ownTexts.range(position - sharedTexts.count)
            shownBytes += range.count
            guard shownBytes <= limits.shownBytes else {
                throw .tooLarge(reason: "texts of more than \(limits.shownBytes) bytes in cells")
            }
        }
        guard columns.count <= limits.cells else { throw .tooLarge(reason: "more than \(limits.cells) cells") }
    }

    /// Ends the row under way; one without cells is none.
    mutating func endRow(line: Int) throws(WorkbookReadingError) {
        guard columns.count > rowEnds.last ?? 0 else { return }
        lines.append(Int32(clamping: line))
        rowEnds.append(columns.count)
        try walk(1 + (columns.last.map(Int.init) ?? 0))
    }

    /// Takes back the cells of the row under way.
    mutating func forgetRow() {
        let count = columns.count - (rowEnds.last ?? 0)
        columns.removeLast(count)
        kinds.removeLast(count)
        payloads.removeLast(count)
    }

    /// Counts work that no byte of the file pays for.
    mutating func walk(_ steps: Int) throws(WorkbookReadingError) {
        places += steps
        guard places <= limits.places else { throw .tooLarge(reason: "more than \(limits.places) places") }
    }

    /// What the other sheets of the workbook may hold.
    var limitsLeft: WorkbookLimits {
        var left = limits
        left.cells -= columns.count
        left.places -= places
        left.shownBytes -= shownBytes
        return left
    }

    /// A sheet without cells, for these cells spread over its merged ranges.
    var emptied: SheetContents {
        var empty = SheetContents(datesFrom1904: datesFrom1904, sharedTexts: sharedTexts, limits: limits)
        empty.ownTexts = ownTexts
        return empty
    }

    /// Whether two cells hold the same.
    func holdsSame(_ cell: Int, _ other: Int) -> Bool {
        kinds[cell] == kinds[other] && payloads[cell] == payloads[other]
    }
}
