import Plan

/// Counts and sums a table's rows by unit and part.
struct Aggregation {
    /// By present unit: its rows in the span.
    let ranges: [Range<Int>]
    /// Nil: every row counts.
    let selection: [Bool]?
    let slots: SplitSlots

    /// How many rows; 0 without any.
    func counts() -> [[Double]] {
        var result = columns(of: 0)
        forEachRow { unit, row in
            slots.forEachSlot(ofRow: row) { result[$0][unit] += 1 }
        }
        return result
    }

    /// The sum of the known values; missing where there is none.
    func sums(of values: [Double]) -> [[Double]] {
        var result = columns(of: .nan)
        forEachRow { unit, row in
            let value = values[row]
            guard !value.isNaN else { return }
            slots.forEachSlot(ofRow: row) { slot in
                let sum = result[slot][unit]
                result[slot][unit] = sum.isNaN ? value : sum + value
            }
        }
        return result
    }

    /// How many different known values; 0 without any.
    func distinctCounts(of values: [Double]) -> [[Double]] {
        var result = columns(of: 0)
        var rows: [Int] = []
        var last: [Double] = []
        for (unit, range) in ranges.enumerated() where !range.isEmpty {
            rows.removeAll(keepingCapacity: true)
            var isAscending = true
            for row in range where (selection?[row] ?? true) && !values[row].isNaN {
                if let previous = rows.last, values[previous] > values[row] { isAscending = false }
                rows.append(row)
            }
            // Days are in order already. Equal values then follow each other, in each part too.
            if !isAscending { rows.sort { values[$0] < values[$1] } }
            last = [Double](repeating: .nan, count: slots.count)
            for row in rows {
                slots.forEachSlot(ofRow: row) { slot in
                    if last[slot] != values[row] { result[slot][unit] += 1 }
                    last[slot] = values[row]
                }
            }
        }
        return result
    }

    private func columns(of value: Double) -> [[Double]] {
        (0..<slots.count).map { _ in [Double](repeating: value, count: ranges.count) }
    }

    @inline(__always)
    private func forEachRow(_ body: (Int, Int) -> Void) {
        for (unit, range) in ranges.enumerated() {
            for row in range where selection?[row] ?? true { body(unit, row) }
        }
    }
}
