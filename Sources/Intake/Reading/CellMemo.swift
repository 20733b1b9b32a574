import Records

/// The readings of a column's distinct cells, by their raw bytes.
///
/// A column of choices, dates or unit codes says the same few things over and over. Looking them up costs one pass over the
/// cell's bytes, and a text is made for a finding once, not once a row.
struct CellMemo {
    private var cells = TextPool()
    private var readings: [CellReading] = []
    /// The short cells seen last, each in the place that its bytes give: most cells are found here, by two comparisons. Without
    /// it, the pool took a quarter of the time in which a report is read.
    private var recent = [ShortCell](repeating: ShortCell(), count: 1 << ShortCell.placeBits)

    /// Beyond this many, a column is not of the kind that repeats itself: cells are read each time, in bounded memory.
    private static let limit = 1 << 16

    /// The reading of a cell that was read before. Where this gives nil, the cell is read and given to `remember`.
    @inline(__always)
    mutating func reading(of raw: Span<UInt8>) -> CellReading? {
        guard var short = ShortCell(raw) else { return pooled(raw).map { readings[$0] } }
        let place = short.place
        let seen = recent[place]
        if seen.low == short.low, seen.high == short.high, seen.length == short.length {
            return readings[Int(seen.number)]
        }
        guard let number = pooled(raw) else { return nil }
        short.number = Int32(number)
        recent[place] = short
        return readings[number]
    }

    /// Keeps the reading of the cell that was just asked for in vain.
    mutating func remember(_ reading: CellReading) {
        if readings.count < cells.count { readings.append(reading) }
    }

    private mutating func pooled(_ raw: Span<UInt8>) -> Int? {
        let known = readings.count
        guard known < Self.limit else { return cells.index(of: raw) }
        let number = cells.intern(raw)
        return number < known ? number : nil
    }
}

/// A cell of 1 to 16 bytes as two numbers.
private struct ShortCell {
    /// The first eight bytes and the last eight, which overlap in a cell of fewer than 16; with the length they are the cell.
    var low: UInt64 = 0
    var high: UInt64 = 0
    /// 0: no cell.
    var length: Int32 = 0
    var number: Int32 = 0

    static let placeBits = 7

    init() {}

    @inline(__always)
    init?(_ raw: Span<UInt8>) {
        guard raw.count <= 16, !raw.isEmpty else { return nil }
        length = Int32(truncatingIfNeeded: raw.count)
        if raw.count >= 8 {
            low = Self.word(raw.extracting(0..<8))
            high = Self.word(raw.extracting((raw.count &- 8)..<raw.count))
        } else {
            for index in raw.indices { low = low << 8 | UInt64(raw[index]) }
        }
    }

    var place: Int {
        let mixed = (low ^ (high &* 0xff51_afd7_ed55_8ccd)) &* 0x9e37_79b9_7f4a_7c15
        return Int(truncatingIfNeeded: mixed >> UInt64(64 - Self.placeBits))
    }

    /// Of a span of exactly eight bytes the compiler makes one load.
    @inline(__always)
    private static func word(_ eight: Span<UInt8>) -> UInt64 {
        let low = UInt64(eight[0]) | UInt64(eight[1]) << 8 | UInt64(eight[2]) << 16 | UInt64(eight[3]) << 24
        let high = UInt64(eight[4]) << 32 | UInt64(eight[5]) << 40 | UInt64(eight[6]) << 48 | UInt64(eight[7]) << 56
        return low | high
    }
}
