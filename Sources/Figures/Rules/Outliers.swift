import Plan
import Records

/// `outlier`: figures far above the unit's own of the period before, or above what is usual in its kind.
///
/// Asked of units that reported. A figure that was 0 before, or whose median is 0, says nothing: every number is ten times it.
extension UnitRule {
    func outliers(_ column: Int, _ test: Rule.OutlierTest, in values: PeriodValues) -> [Finding] {
        let figures = values.column(column)
        let usual = usualFigures(column, test, in: values)
        let earlier = EarlierFigures(column, in: periodsBefore(values))
        return roster.codes.indices.compactMap { unit -> Finding? in
            let figure = figures[unit]
            guard values.present[unit], values.reported[unit], figure >= test.leastValue else { return nil }
            if let (previous, own) = earlier.latest(of: unit), own > 0, figure >= test.ratio * own {
                return finding(
                    of: unit,
                    in: values,
                    column: column,
                    words: [.usual: "kỳ trước của đơn vị", .usualValue: words(previous, column, unit)],
                    evidence: [previous.period.id, canonical(previous, column, unit)]
                )
            }
            guard let kind = usual[roster.kinds[unit]], kind.isExceeded(by: figure, test) else { return nil }
            // The median is no part of the id: it moves with every other unit's figures, and the answer stays the same.
            return finding(
                of: unit,
                in: values,
                column: column,
                words: [.usual: "trung vị của loại hình", .usualValue: medianWords(kind, values)],
                evidence: ["median"]
            )
        }
    }

    private func medianWords(_ usual: UsualFigure, _ values: PeriodValues) -> String {
        ValueText(plan: plan, texts: values.texts).words(usual.median, .number)
    }

    /// By kind, where enough of its units give the figure.
    private func usualFigures(_ column: Int, _ test: Rule.OutlierTest, in values: PeriodValues) -> [Int: UsualFigure] {
        let figures = values.column(column)
        let units = roster.codes.indices.filter {
            values.present[$0] && values.reported[$0] && !figures[$0].isNaN
        }
        return Dictionary(grouping: units) { roster.kinds[$0] }
            .filter { $0.value.count >= test.leastUnits }
            .compactMapValues { units in UsualFigure(units.map { figures[$0] }) }
    }
}

/// What is usual among the units of a kind: robust against the very figures that are sought.
struct UsualFigure {
    let median: Double
    /// Median absolute deviation from the median.
    let deviation: Double

    /// Nil without any figure.
    init?(_ figures: [Double]) {
        guard let median = Self.median(of: figures) else { return nil }
        self.median = median
        deviation = Self.median(of: figures.map { Swift.abs($0 - median) }) ?? 0
    }

    /// So many times the median, and far out by the robust z-score; where most units give the same figure, the ratio alone says it.
    func isExceeded(by figure: Double, _ test: Rule.OutlierTest) -> Bool {
        guard median > 0, figure >= test.ratio * median else { return false }
        return deviation == 0 || 0.6745 * (figure - median) / deviation >= test.robustScore
    }

    private static func median(of figures: [Double]) -> Double? {
        guard !figures.isEmpty else { return nil }
        let sorted = figures.sorted()
        let middle = sorted.count / 2
        return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
    }
}
