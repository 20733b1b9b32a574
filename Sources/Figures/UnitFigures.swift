import Plan
import Records

extension PeriodFigures {
    /// What is known of one unit alone, nothing added up; empty where it is not present in the period.
    ///
    /// - Parameter unit: position in the roster.
    package func alone(_ unit: Int) -> PeriodFigures {
        let rows = row(of: unit).map { [$0] } ?? []
        return PeriodFigures(
            period: period,
            units: rows.map { units[$0] },
            expected: rows.map { expected[$0] },
            reported: rows.map { reported[$0] },
            onTime: rows.map { onTime[$0] },
            facts: Facts(columns: facts.columns.map { column in rows.map { column[$0] } }, texts: facts.texts),
            assessments: assessments.map { verdicts in rows.map { verdicts[$0] } },
            tallies: [],
            completeness: []
        )
    }

    /// The unit's row; nil where it is not present in the period.
    package func row(of unit: Int) -> Int? {
        var (low, high) = (0, units.count)
        while low < high {
            let middle = (low + high) / 2
            if units[middle] < unit { low = middle + 1 } else { high = middle }
        }
        return low < units.count && units[low] == unit ? low : nil
    }
}
