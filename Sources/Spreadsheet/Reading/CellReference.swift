/// Where `B7` stands, counted from 0; nil for what is no place of a sheet.
func cellPlace(_ reference: some Collection<UInt8>) -> (row: Int, column: Int)? {
    var column = 0
    var row = 0
    for byte in reference {
        switch byte {
        case 0x41...0x5A, 0x61...0x7A:
            guard row == 0 else { return nil }
            column = column * 26 + Int(byte & 0x1F)
        case 0x30...0x39: row = row * 10 + Int(byte - 0x30)
        case UInt8(ascii: "$"): break
        default: return nil
        }
        guard column <= 16_384, row <= 1_048_576 else { return nil }
    }
    return column > 0 && row > 0 ? (row - 1, column - 1) : nil
}

/// The range that `A1:C3` or `A1` is; nil for what is none.
func cellRange(_ reference: ArraySlice<UInt8>) -> CellRange? {
    let ends = reference.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard let first = ends.first.flatMap({ cellPlace($0) }), let last = ends.last.flatMap({ cellPlace($0) }),
        ends.count <= 2,
        first.row <= last.row, first.column <= last.column
    else { return nil }
    return CellRange(rows: first.row...last.row, columns: first.column...last.column)
}
