import Plan
import Records

/// What a cell gave: its value for the table, and what there is to say about it.
struct CellReading {
    /// As `Table` keeps it.
    var value: Int32
    var fault: CellFault?
    /// Of a date: in which order its day and month can be read.
    var order: DayMonthOrder = .settled
    /// Impossible characters were removed (C8).
    var hadImpossible = false

    init(_ value: Int32, _ fault: CellFault? = nil) {
        self.value = value
        self.fault = fault
    }

    /// Not given, which is no fault of the cell.
    static let missing = CellReading(Table.missing)

    var isMissing: Bool { value == Table.missing }
}

/// Something to say about a cell, without its place.
struct CellFault {
    let code: FindingCode
    let arguments: [String]

    init(_ code: FindingCode, _ arguments: String...) {
        self.code = code
        self.arguments = arguments
    }
}

/// The readings of a column's distinct cells, by their raw bytes.
///
/// A column of choices, dates or unit codes says the same few things over and over. Looking them up costs one pass over the
/// cell's bytes, and a text is made for a finding once, not once a row.
struct CellMemo {
    private var cells = TextPool()
    private var readings: [CellReading] = []

    /// Beyond this many, a column is not of the kind that repeats itself: cells are read each time, in bounded memory.
    private static let limit = 1 << 16

    /// The reading of a cell that was read before. Where this gives nil, the cell is read and given to `remember`.
    @inline(__always)
    mutating func reading(of raw: Span<UInt8>) -> CellReading? {
        let known = readings.count
        guard known < Self.limit else { return cells.index(of: raw).map { readings[$0] } }
        let number = cells.intern(raw)
        return number < known ? readings[number] : nil
    }

    /// Keeps the reading of the cell that was just asked for in vain.
    mutating func remember(_ reading: CellReading) {
        if readings.count < cells.count { readings.append(reading) }
    }
}
