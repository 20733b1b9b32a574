/// Texts of cells, in one buffer.
package struct CellTexts: Sendable {
    /// All texts in UTF-8, one after the other.
    package private(set) var bytes: [UInt8] = []
    private var ends: [UInt32] = []

    package var count: Int { ends.count }

    /// Where a text stands in `bytes`.
    package func range(_ index: Int) -> Range<Int> {
        (index == 0 ? 0 : Int(ends[index - 1]))..<Int(ends[index])
    }

    /// Appends a part of a text that is not ended yet.
    mutating func append(_ piece: ArraySlice<UInt8>) { bytes += piece }

    /// Ends the text whose parts were appended.
    ///
    /// - Returns: its length in bytes.
    mutating func end() -> Int {
        let start = Int(ends.last ?? 0)
        decodeEscapes(from: start)
        ends.append(UInt32(clamping: bytes.count))
        return bytes.count - start
    }

    /// Appends a whole text, whatever it spells.
    mutating func append(_ write: (inout [UInt8]) -> Void) {
        write(&bytes)
        ends.append(UInt32(clamping: bytes.count))
    }

    /// Undoes `_x000D_`, which stands for a character that XML cannot hold (ISO/IEC 29500-1, 22.9.2.19). What stands for half a
    /// surrogate pair is left as it is.
    private mutating func decodeEscapes(from start: Int) {
        var read = start
        var written = start
        while read < bytes.count {
            if bytes[read] == UInt8(ascii: "_"), let scalar = escape(at: read) {
                for unit in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter {
                    bytes[written] = unit
                    written += 1
                }
                read += 7
            } else {
                bytes[written] = bytes[read]
                written += 1
                read += 1
            }
        }
        bytes.removeLast(bytes.count - written)
    }

    private func escape(at index: Int) -> Unicode.Scalar? {
        guard index + 7 <= bytes.count, bytes[index + 1] == UInt8(ascii: "x"), bytes[index + 6] == UInt8(ascii: "_")
        else { return nil }
        var value: UInt32 = 0
        for byte in bytes[index + 2..<index + 6] {
            guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { return nil }
            value = value << 4 | UInt32(digit)
        }
        return Unicode.Scalar(value)
    }
}
