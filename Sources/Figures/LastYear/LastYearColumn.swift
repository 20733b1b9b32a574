import Plan
import Records

/// The column `last.so_vu` of a table: what counts of last year for each row.
///
/// That is what was closed for last year's period of the row's unit and category, and where that is not known, what the row itself
/// tells. A category of several rows (an open list's last code) has one closed figure: it stands in the first of them and is nothing
/// in the others, and where one of the rows lacks this year's figure, in none: the category is compared whole or not at all.
struct LastYearColumn {
    let figure: LastYearFigure
    let plan: Plan
    let roster: Roster
    let closed: ClosedFacts

    /// - Parameters:
    ///   - rows: places are positions in `Plan.periods`.
    ///   - now: this year's figure by row; `told`: what the row tells of last year.
    ///   - categories: nil where the data set has none.
    func values(rows: RowsByUnit, now: [Double], told: [Double], categories: SplitCodes?) -> [Double] {
        let reader = ClosedFigure(figure, plan: plan)
        var values = told
        for unit in roster.codes.indices {
            var start = rows.starts[unit]
            while start < rows.starts[unit + 1] {
                var end = start
                while end < rows.starts[unit + 1], rows.places[end] == rows.places[start] { end += 1 }
                let period = plan.periods[Int(rows.places[start])].comparesWith
                if let facts = closed.facts(period: period, unit: roster.codes[unit]) {
                    for category in 0..<reader.categoryCount {
                        guard let figure = reader.value(of: category, in: facts) else { continue }
                        let own = (start..<end).filter { categories?.holds(category, row: $0) ?? true }
                        let isWhole = own.allSatisfy { !now[$0].isNaN }
                        for row in own { values[row] = !isWhole ? .nan : row == own.first ? figure : 0 }
                    }
                }
                start = end
            }
        }
        return values
    }
}
