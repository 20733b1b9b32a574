import Plan
import Records

/// The rows behind facts, as they lie in the prepared tables.
extension Tracing {
    /// The unit's row of a period in a data set whose rows belong to periods: the one whose values count.
    func reportRow(of unit: Int, in period: Int, dataSet: Int) -> TracedRow? {
        guard let table = table(dataSet), table.firstDay == nil else { return nil }
        let place = Int32(period)
        return table.rows.range(ofUnit: unit, in: place...place).last.map { tracedRow($0, of: table, dataSet) }
    }

    /// How the unit stands with the report of a period.
    func standing(of unit: Int, in period: Int) -> ReportStanding {
        let reports = prepared.reports
        let days = records.earliestReport.indices.contains(period) ? records.earliestReport[period] : []
        let earliest = days.indices.contains(unit) && days[unit] != .max ? CalendarDate(days: days[unit]) : nil
        return ReportStanding(
            period: period,
            isExpected: reports.expected[period][unit],
            isReported: reports.reported[period][unit],
            isOnTime: reports.onTime[period][unit],
            row: plan.reportDataSet.flatMap { reportRow(of: unit, in: period, dataSet: $0) },
            earliest: earliest
        )
    }

    /// Those that a fact of the calendar looks at: the period's own, or all up to it.
    func standings(for envelope: FactDefinition.Envelope, unit: Int) -> [ReportStanding] {
        switch envelope {
        case .expected, .reported, .onTime: [standing(of: unit, in: period)]
        case .periodsExpected, .periodsReported, .periodsOnTime:
            plan.periods.indices.filter { plan.periods[$0].end <= plan.periods[period].end }
                .map { standing(of: unit, in: $0) }
        }
    }

    func rows(of aggregate: FactDefinition.Aggregate, column: FactColumn, unit: Int) -> TracedRows {
        var codes: [Int: Int] = [:]
        if let part = column.part {
            for (field, code) in zip(plan.facts[column.fact].splits[part.split], part.codes) { codes[field] = code }
        }
        guard let table = table(aggregate.dataSet),
            let places = table.places(of: aggregate.span, in: period, plan: plan)
        else {
            return TracedRows(
                aggregate: aggregate,
                days: nil,
                period: nil,
                codes: codes,
                counted: [],
                lacking: [],
                excluded: []
            )
        }
        var (counted, lacking, excluded): ([TracedRow], [TracedRow], [TracedRow]) = ([], [], [])
        let selection = aggregate.condition.flatMap { table.selections[$0] }
        let values = aggregate.function.field.flatMap { table.columns[$0] }
        for position in table.rows.range(ofUnit: unit, in: places) where holds(codes, position, of: table) {
            let row = tracedRow(position, of: table, aggregate.dataSet)
            if let selection, !selection[position] {
                excluded.append(row)
            } else if let values, values[position].isNaN {
                lacking.append(row)
            } else {
                counted.append(row)
            }
        }
        return TracedRows(
            aggregate: aggregate,
            days: table.firstDay.map {
                $0.advanced(by: Int(places.lowerBound))...$0.advanced(by: Int(places.upperBound))
            },
            period: table.firstDay == nil ? Int(places.lowerBound) : nil,
            codes: codes,
            counted: counted,
            lacking: lacking,
            excluded: excluded
        )
    }

    private func holds(_ codes: [Int: Int], _ position: Int, of table: PreparedTable) -> Bool {
        codes.allSatisfy { field, code in
            var isHeld = false
            table.splits[field]?.forEachCode(ofRow: position) { if $0 == code { isHeld = true } }
            return isHeld
        }
    }

    private func tracedRow(_ position: Int, of table: PreparedTable, _ dataSet: Int) -> TracedRow {
        let row = Int(table.rows.rows[position])
        return TracedRow(dataSet: dataSet, row: row, source: records.tables[dataSet].sources[row])
    }

    private func table(_ dataSet: Int) -> PreparedTable? {
        prepared.tables.indices.contains(dataSet) ? prepared.tables[dataSet] : nil
    }
}

extension FactDefinition.Aggregate.Function {
    /// What is summed, told apart, or compared: a variable of the data set's `factScope`.
    package var field: Int? {
        switch self {
        case .count: nil
        case .sum(let field), .countDistinct(let field), .dropped(let field): field
        }
    }
}
