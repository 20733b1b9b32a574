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
            let before = periodsBefore(later)
            return roster.codes.indices.compactMap { unit -> Finding? in
                guard later.present[unit], later.reported[unit],
                    let earlier = before.first(where: { $0.reported[unit] && !$0.column(column)[unit].isNaN }),
                    isOdd(earlier.column(column)[unit], later.column(column)[unit])
                else { return nil }
                return finding(
                    of: unit,
                    in: later,
                    column: column,
                    words: [.earlierValue: words(earlier, column, unit), .earlierPeriod: earlier.period.name],
                    evidence: [earlier.period.id, canonical(earlier, column, unit)]
                )
            }
        }
    }

    /// Periods whose windows begin on the same day and end earlier, the latest first.
    func periodsBefore(_ values: PeriodValues) -> [PeriodValues] {
        periods.filter { $0.period.start == values.period.start && $0.period.end < values.period.end }
            .sorted { $0.period.end > $1.period.end }
    }
}
