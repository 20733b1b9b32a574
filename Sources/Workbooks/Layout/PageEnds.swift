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

    /// Lines that are lower together are nothing but space between blocks.
    private static let space = 10.0

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
                guard lines.lowerBound == line, line > first, breaks.last != line, breaks.count < Self.mostBreaks else {
                    continue
                }
                // What no page can hold is kept down to its first row.
                let beginning = tables.first { lines.contains($0.rows.lowerBound) }.map { line...$0.rows.lowerBound }
                let needed = height(lines) <= room ? height(lines) : height(Range(beginning ?? line...line))
                if line > pageStart, used + needed > pageHeight, needed <= room {
                    breaks.append(line)
                    isBroken = true
                } else if pageStart > first, breaks.last != pageStart, height(pageStart..<line) < Self.space {
                    // Nothing but space went on on this page: paper that holds a hair more would hold a lone heading too.
                    breaks.append(pageStart)
                }
            }
            if isBroken || line > pageStart && used + heights[line] > pageHeight {
                repeated = heading
                (pageStart, used) = (line, pageHeight - room)
            }
            used += heights[line]
        }
        repeatedRows = repeated
        if let last, repeated == nil, height(last.rows.upperBound..<heights.count) < Self.space {
            repeatedRows = last.heading
        }
    }
}
