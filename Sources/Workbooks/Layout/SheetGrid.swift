/// The columns of a sheet: those of its table, or, where it has several tables, fine enough for the columns of each.
struct SheetGrid {
    /// In characters.
    let widths: [Double]
    /// Points between the margins; nil where the sheet is not fitted to a page.
    private let page: Double?
    /// Where columns begin and end, in points from the left; empty where there is one table, whose columns they are.
    private let edges: [Double]

    /// Edges nearer than this are one, in points: a column of the sheet is never thinner.
    private static let nearest = 6.0

    /// Of the table with most columns, which has them as it wants them; those of the others may lose `nearest` at each side.
    private let most: Int

    init(_ tables: [SheetTable], page: Double?) {
        self.page = page
        let most = tables.map(\.columns.count).max() ?? 0
        self.most = most
        guard let first = tables.first(where: { $0.columns.count == most }), tables.count > 1 else {
            widths = (tables.first ?? .page).widths(page: page)
            edges = []
            return
        }
        var edges = Self.edges(first.widths(page: page))
        for table in tables {
            let wanted = Self.edges(of: table, page: page, end: edges.last ?? 0, most: most)
            for edge in wanted where !edges.contains(where: { abs($0 - edge) < Self.nearest }) { edges.append(edge) }
            edges.sort()
        }
        self.edges = edges
        widths = zip(edges, edges.dropFirst()).map { ColumnWidth.characters(ofPoints: $1 - $0) }
    }

    /// Columns of those widths, which a table of as many columns has for its own.
    init(widths: [Double]) {
        self.widths = widths
        page = nil
        edges = []
        most = widths.count
    }

    /// The columns of the sheet that each column of a table takes.
    func spans(of table: SheetTable) -> [ClosedRange<Int>] {
        guard let end = edges.last else { return table.columns.indices.map { $0...$0 } }
        let places = Self.edges(of: table, page: page, end: end, most: most).map { edge in
            edges.indices.min { abs(edges[$0] - edge) < abs(edges[$1] - edge) } ?? 0
        }
        return zip(places, places.dropFirst()).map { $0...max($1 - 1, $0) }
    }

    private static func edges(_ widths: [Double]) -> [Double] {
        widths.reduce(into: [0]) { $0.append(($0.last ?? 0) + ColumnWidth.points($1)) }
    }

    /// Of a table that is spread over the whole width.
    private static func edges(of table: SheetTable, page: Double?, end: Double, most: Int) -> [Double] {
        let own = edges(table.widths(page: page, spare: table.columns.count == most ? 0 : 2 * nearest))
        guard let last = own.last, last > 0 else { return own }
        return own.map { $0 * end / last }
    }
}
