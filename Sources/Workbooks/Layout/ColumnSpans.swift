/// Divides the columns of a table among the words above and below it, which want other widths than its columns have.
enum ColumnSpans {
    /// Neighbours with about those shares of the width, each of at least one column; fewer where there are fewer columns.
    ///
    /// The sum of share² / width is the least when widths are as the shares, and punishes narrow places most: words suffer there.
    static func divide(_ widths: [Double], shares: [Double]) -> [ClosedRange<Int>] {
        let count = min(shares.count, widths.count)
        guard count > 0 else { return [] }
        let edges = widths.reduce(into: [0.0]) { $0.append(($0.last ?? 0) + $1) }
        // costs[end]: of the best division of the columns before `end` into the groups so far.
        var costs = [Double](repeating: .infinity, count: widths.count + 1)
        costs[0] = 0
        var starts: [[Int]] = []
        for group in 0..<count {
            var next = [Double](repeating: .infinity, count: costs.count)
            var start = [Int](repeating: 0, count: costs.count)
            for end in (group + 1)..<costs.count {
                for begin in group..<end where costs[begin] < .infinity {
                    let cost = costs[begin] + shares[group] * shares[group] / max(edges[end] - edges[begin], 1)
                    if cost < next[end] { (next[end], start[end]) = (cost, begin) }
                }
            }
            costs = next
            starts.append(start)
        }
        var spans: [ClosedRange<Int>] = []
        var end = widths.count
        for start in starts.reversed() {
            spans.insert(start[end]...(end - 1), at: 0)
            end = start[end]
        }
        return spans
    }
}
