/// What makes one of two rows of the same key the newer one, in this order (spec: "One row, several times").
struct RowOrder: Comparable {
    /// The earlier of the date of sending and the receipt; `Int32.min` where it is empty or unreadable. The same for all
    /// rows where the data set has no such date.
    let sent: Int32
    let receipt: Int32
    /// The newest event date, or the newest window's end, among the file's rows of the unit.
    let newestEvent: Int32
    /// Position of the file in the order of paths.
    let file: Int32
    let line: Int32

    /// What decided.
    enum Decision {
        case sent, receipt, newestEvent, path, line
    }

    func decision(against other: RowOrder) -> Decision {
        if sent != other.sent { return .sent }
        if receipt != other.receipt { return .receipt }
        if newestEvent != other.newestEvent { return .newestEvent }
        return file != other.file ? .path : .line
    }

    static func < (left: RowOrder, right: RowOrder) -> Bool {
        if left.sent != right.sent { return left.sent < right.sent }
        if left.receipt != right.receipt { return left.receipt < right.receipt }
        if left.newestEvent != right.newestEvent { return left.newestEvent < right.newestEvent }
        if left.file != right.file { return left.file < right.file }
        return left.line < right.line
    }
}
