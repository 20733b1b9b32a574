import Plan
import Records

/// `falls` and `turns`: periods of the year whose windows begin on the same day, such as Q1, H1 and Y, each against the one before.
extension UnitRule {
    func falls(of column: Int) -> [Finding] {
        compare(column) { earlier, later in later < earlier }
    }

    func turns(of column: Int) -> [Finding] {
        compare(column) { earlier, later in earlier != 0 && later == 0 }
    }

    /// The finding stands in the later report: it is the one that can still be mended.
    private func compare(_ column: Int, isOdd: (_ earlier: Double, _ later: Double) -> Bool) -> [Finding] {
        periods.flatMap { later in
            let figures = later.column(column)
            let earlier = EarlierFigures(column, in: periodsBefore(later))
            return roster.codes.indices.compactMap { unit -> Finding? in
                guard later.present[unit], later.reported[unit],
                    let (before, figure) = earlier.latest(of: unit), isOdd(figure, figures[unit])
                else { return nil }
                return finding(
                    of: unit,
                    in: later,
                    column: column,
                    words: [.earlierValue: words(before, column, unit), .earlierPeriod: before.period.name],
                    evidence: [before.period.id, canonical(before, column, unit)]
                )
            }
        }
    }

    /// Periods whose windows begin on the same day and end earlier, the latest first.
    func periodsBefore(_ values: PeriodValues) -> [PeriodValues] {
        asClosed.filter { $0.period.start == values.period.start && $0.period.end < values.period.end }
            .sorted { $0.period.end > $1.period.end }
    }
}

/// A figure in earlier periods, the latest first.
struct EarlierFigures {
    private let periods: [PeriodValues]
    private let reported: [[Bool]]
    private let figures: [[Double]]

    init(_ column: Int, in periods: [PeriodValues]) {
        self.periods = periods
        reported = periods.map(\.reported)
        figures = periods.map { $0.column(column) }
    }

    /// The latest period in which the unit reported and gave the figure.
    func latest(of unit: Int) -> (period: PeriodValues, figure: Double)? {
        periods.indices.first { reported[$0][unit] && !figures[$0][unit].isNaN }
            .map { (periods[$0], figures[$0][unit]) }
    }
}
