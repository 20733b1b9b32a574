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
    /// An identity number or a phone number stands in the cell, and is masked wherever the cell is shown (C9).
    var hadPersonalNumber = false

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
