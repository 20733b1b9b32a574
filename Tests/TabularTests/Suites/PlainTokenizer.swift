/// The same language as `Tokenizer`'s, read byte by byte by a machine of four states: what the fast one is held against.
enum PlainTokenizer {
    /// Rows of cells, and the line on which each row starts; nil where a quote opens and never closes, after the rows before it.
    static func rows(_ bytes: [UInt8], delimiter: UInt8) -> (rows: [[[UInt8]]], lines: [Int], openQuote: Int?) {
        enum State { case start, plain, quoted, closed }
        var rows: [[[UInt8]]] = []
        var lines: [Int] = []
        var row: [[UInt8]] = []
        var cell: [UInt8] = []
        var state = State.start
        var (line, rowLine, openedOn) = (1, 1, 0)
        var index = 0
        var isRowBegun = false
        while index < bytes.count {
            let byte = bytes[index]
            let next = index + 1 < bytes.count ? bytes[index + 1] : nil
            index += 1
            isRowBegun = true
            if state == .quoted {
                if byte == 0x22 {
                    if next == 0x22 {
                        cell.append(0x22)
                        index += 1
                    } else {
                        state = .closed
                    }
                } else {
                    cell.append(byte)
                    if byte == 0x0D || byte == 0x0A && bytes[index - 2] != 0x0D { line += 1 }
                }
            } else if byte == 0x22, state == .start {
                state = .quoted
                openedOn = line
            } else if byte == delimiter {
                row.append(cell)
                cell = []
                state = .start
            } else if byte == 0x0A || byte == 0x0D {
                if byte == 0x0D, next == 0x0A { index += 1 }
                rows.append(row + [cell])
                lines.append(rowLine)
                (row, cell, state) = ([], [], .start)
                line += 1
                rowLine = line
                isRowBegun = false
            } else {
                cell.append(byte)
                if state == .start { state = .plain }
            }
        }
        if state == .quoted { return (rows, lines, openedOn) }
        if isRowBegun {
            rows.append(row + [cell])
            lines.append(rowLine)
        }
        return (rows, lines, nil)
    }
}
