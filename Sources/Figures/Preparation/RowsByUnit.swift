import Records

/// A table's rows that can count, sorted by unit and then by place: the day of an event, or the period of a report.
///
/// The rows of one unit and one span of days are then one range.
struct RowsByUnit: Sendable {
    /// Positions of the rows in their table.
    let rows: [Int32]
    /// By position in `rows`: days since the plan's first day, or the position of the period.
    let places: [Int32]
    /// By unit: where its rows begin in `rows`; one more at the end.
    let starts: [Int]

    /// - Parameters:
    ///   - units: the unit of each row of the table.
    ///   - places: the place of each row of the table, below `placeCount`; negative where the row counts nowhere.
    init(units: [Int32], places: [Int32], unitCount: Int, placeCount: Int) {
        let counting = places.indices.filter { places[$0] >= 0 }.map(Int32.init)
        // Rows of one number keep their order: sorting by place and then by unit sorts by both.
        let byPlace = SortedRows(counting, by: places, below: placeCount).rows
        let byUnit = SortedRows(byPlace, by: units, below: unitCount)
        (rows, starts) = (byUnit.rows, byUnit.starts)
        self.places = rows.map { places[Int($0)] }
    }

    /// Positions in `rows` of a unit's rows whose place lies in the span.
    func range(ofUnit unit: Int, in span: ClosedRange<Int32>) -> Range<Int> {
        let lower = first(from: starts[unit], to: starts[unit + 1]) { $0 >= span.lowerBound }
        return lower..<first(from: lower, to: starts[unit + 1]) { $0 > span.upperBound }
    }

    private func first(from start: Int, to end: Int, where isReached: (Int32) -> Bool) -> Int {
        var low = start
        var high = end
        while low < high {
            let middle = (low + high) / 2
            if isReached(places[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
