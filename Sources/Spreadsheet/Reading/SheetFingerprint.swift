// Whether a sheet is still what was written: programs that save a workbook keep its values, and hardly anything else.

extension SheetContents {
    /// Tells the values of a sheet and their places from those of another (FNV-1a, 64 bits): a mark against accidents, not
    /// against deceit.
    ///
    /// - Parameter mark: texts that begin with it are left out, so that one of them can hold the fingerprint.
    package func fingerprint(leavingOut mark: String) -> String {
        let mark = Array(mark.utf8)
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        func add(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        func add(_ number: UInt64) {
            for shift in stride(from: UInt64(0), to: 64, by: 8) { add(UInt8(truncatingIfNeeded: number >> shift)) }
        }
        func add(text position: Int) {
            let (texts, range) = text(position)
            let bytes = texts.bytes.span
            for index in range { add(bytes[index]) }
            // No text holds it.
            add(UInt8(0xFF))
        }
        for row in 0..<rowCount {
            for cell in cells(ofRow: row) where !isText(cell, beginningWith: mark) {
                add(UInt64(line(ofRow: row)))
                add(UInt64(column(cell)))
                switch value(cell) {
                case .text(let position), .dateText(let position), .error(let position), .uncalculated(let position):
                    add(text: position)
                case .number(let number), .percentage(let number), .date(let number): add(number.bitPattern)
                case .boolean(let value): add(UInt8(value ? 1 : 0))
                }
            }
        }
        return String(hash, radix: 16)
    }

    /// The rest of the first text that begins with a mark; nil where there is none.
    package func text(behind mark: String) -> String? {
        let mark = Array(mark.utf8)
        for row in 0..<rowCount {
            for cell in cells(ofRow: row) where isText(cell, beginningWith: mark) {
                guard case .text(let position) = value(cell) else { continue }
                let (texts, range) = text(position)
                return String(decoding: texts.bytes[range].dropFirst(mark.count), as: UTF8.self)
            }
        }
        return nil
    }

    private func isText(_ cell: Int, beginningWith mark: [UInt8]) -> Bool {
        guard case .text(let position) = value(cell) else { return false }
        let (texts, range) = text(position)
        return texts.bytes[range].starts(with: mark)
    }
}
