import Plan
import Records

/// What the rules read of the units in one period.
struct PeriodValues {
    /// Position in `Plan.periods`.
    let position: Int
    let period: Period
    /// By unit of the roster.
    let present: [Bool]
    let reported: [Bool]
    /// By variable of `Plan.unitScope`, then by unit of the roster; missing where the unit is not present.
    private let columns: [Int: [Double]]
    let texts: TextPool

    /// - Parameter variables: those that will be asked for.
    init(_ prepared: PreparedRecords, period: Int, variables: Set<Int>) {
        position = period
        self.period = prepared.plan.periods[period]
        present = prepared.reports.present[period]
        reported = prepared.reports.reported[period]
        var units = prepared.unitColumns(of: period, facts: variables)
        var columns: [Int: [Double]] = [:]
        for variable in variables {
            var column = [Double](repeating: .nan, count: prepared.roster.count)
            for (unit, value) in zip(units.units, units.column(variable)) { column[unit] = value }
            columns[variable] = column
        }
        self.columns = columns
        texts = units.texts
    }

    /// The same period as it was closed: facts and who reported come from there. Nil where the period is not closed.
    func closed(_ closed: ClosedFacts, plan: Plan, roster: Roster) -> PeriodValues? {
        guard closed.holds(period: period.id) else { return nil }
        let units = roster.codes.map { closed.facts(period: period.id, unit: $0) }
        var columns = columns
        for variable in columns.keys where variable < plan.factColumns.count {
            let name = plan.factColumns[variable].name
            columns[variable] = units.map { $0?[name] ?? .nan }
        }
        return PeriodValues(
            position: position,
            period: period,
            present: units.map { $0 != nil },
            reported: units.map { $0?[ClosedFacts.reported] == 1 },
            columns: columns,
            texts: texts
        )
    }

    private init(
        position: Int,
        period: Period,
        present: [Bool],
        reported: [Bool],
        columns: [Int: [Double]],
        texts: TextPool
    ) {
        self.position = position
        self.period = period
        self.present = present
        self.reported = reported
        self.columns = columns
        self.texts = texts
    }

    func column(_ variable: Int) -> [Double] {
        columns[variable] ?? [Double](repeating: .nan, count: present.count)
    }
}

extension PreparedRecords {
    /// The columns of a period's present units.
    ///
    /// - Parameter facts: positions of the fact columns that will be asked for; nil: all.
    func unitColumns(of period: Int, facts: Set<Int>? = nil) -> UnitColumns {
        let units = (0..<roster.count).filter { reports.present[period][$0] }
        return UnitColumns(
            plan: plan,
            roster: roster,
            units: units,
            standing: UnitStanding(
                plan: plan,
                period: plan.periods[period],
                expected: units.map { reports.expected[period][$0] },
                reported: units.map { reports.reported[period][$0] },
                onTime: units.map { reports.onTime[period][$0] }
            ),
            texts: texts,
            facts: FactComputation(prepared: self, period: period, units: units).columns(of: facts)
        )
    }
}
