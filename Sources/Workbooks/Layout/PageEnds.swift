/// Where the pages of a sheet end. Pages change nothing in its lines: they are known once these are written.
struct PageEnds {
    /// A table that stands on a sheet, its rows below its heading.
    struct Table {
        let heading: ClosedRange<Int>
        let rows: Range<Int>
    }

    /// The lines that a page begins with because what follows would else be cut.
    private(set) var breaks: [Int] = []
    /// What each page further down begins with: a sheet can repeat one heading alone, that of the last table which goes on on another
    /// page. Below a table at the sheet's end nothing stands that is not its own: pages may be shorter than they are known to be here.
    private(set) var repeatedRows: ClosedRange<Int>?

    /// A little below what a sheet takes (1,023).
    private static let mostBreaks = 1_000

    /// - Parameters:
    ///   - heights: of all lines, in points.
    ///   - first: the line that the first page begins with.
    ///   - kept: lines that stand on one page, if a page can hold them.
    ///   - tables: from top to bottom.
    ///   - pageHeight: nil: nobody minds where pages end.
    init(heights: [Double], from first: Int, kept: [Range<Int>], tables: [Table], pageHeight: Double?) {
        let last = tables.last
        guard let pageHeight else {
            repeatedRows = last?.heading
            return
        }
        let tops = heights.reduce(into: [0.0]) { $0.append($0[$0.count - 1] + $1) }
        func height(_ lines: Range<Int>) -> Double { tops[lines.upperBound] - tops[lines.lowerBound] }
        // Of what begins on one line the longest first.
        var kept = kept.sorted { ($0.lowerBound, $1.upperBound) < ($1.lowerBound, $0.upperBound) }[...]
        var tables = tables[...]
        var repeated: ClosedRange<Int>?
        var (pageStart, used) = (first, 0.0)
        for line in first..<max(heights.count, first) {
            while let table = tables.first, table.rows.upperBound <= line { tables.removeFirst() }
            // What a page would begin with.
            let heading = tables.first { $0.rows.contains(line) }?.heading ?? repeated
            let room = pageHeight - (heading.map { height(Range($0)) } ?? 0)
            var isBroken = false
            while let lines = kept.first, lines.lowerBound <= line {
                kept.removeFirst()
                guard lines.lowerBound == line, line > pageStart, breaks.last != line else { continue }
                let needed = height(lines)
                guard used + needed > pageHeight, needed <= room, breaks.count < Self.mostBreaks else { continue }
                breaks.append(line)
                isBroken = true
            }
            if isBroken || line > pageStart && used + heights[line] > pageHeight {
                repeated = heading
                (pageStart, used) = (line, pageHeight - room)
            }
            used += heights[line]
        }
        repeatedRows = repeated
        if let last, repeated == nil, height(last.rows.upperBound..<heights.count) < 10 { repeatedRows = last.heading }
    }
}
