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
                excluded: [],
                lastYear: []
            )
        }
        var (counted, lacking, excluded): ([TracedRow], [TracedRow], [TracedRow]) = ([], [], [])
        let selection = aggregate.condition.flatMap { table.selections[$0] }
        let values = aggregate.function.variable.flatMap { table.columns[$0] }
        let range = table.rows.range(ofUnit: unit, in: places)
        for position in range where holds(codes, position, of: table) {
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
            excluded: excluded,
            lastYear: lastYear(aggregate, unit: unit, range: range, of: table)
        )
    }

    private func holds(_ codes: [Int: Int], _ position: Int, of table: PreparedTable) -> Bool {
        codes.allSatisfy { field, code in
            table.splits[field]?.holds(code, row: position) ?? false
        }
    }

    /// Which categories were closed above 0 for last year's period and have no row of the unit in this one.
    func dropped(
        told: Int,
        aggregate: FactDefinition.Aggregate,
        column: FactColumn,
        unit: Int
    ) -> TracedCategories {
        let before = plan.periods[period].comparesWith
        let facts = prepared.closed.facts(period: before, unit: prepared.roster.codes[unit])
        let figure = plan.lastYearFigures(of: aggregate.dataSet).first { $0.told == told }
        var categories: [(code: Int, closed: Double)] = []
        var list: Int?
        if let figure, let field = figure.category,
            case .choice(let found) = plan.dataSets[aggregate.dataSet].fields[field].type
        {
            list = found
        }
        if let figure, let facts, let table = table(aggregate.dataSet),
            let places = table.places(of: aggregate.span, in: period, plan: plan)
        {
            let range = table.rows.range(ofUnit: unit, in: places)
            let flags = DroppedCategories(figure: figure, prepared: prepared, period: period)
                .flags(of: [unit], ranges: [range], in: table)
            let reader = ClosedFigure(figure, plan: plan)
            let wanted = column.part?.codes.first
            for code in flags.indices where flags[code] == [1] && (wanted ?? code) == code {
                categories.append((code, reader.value(of: code, in: facts) ?? .nan))
            }
        }
        return TracedCategories(
            dataSet: aggregate.dataSet,
            period: before,
            isClosed: facts != nil,
            categories: categories,
            list: list
        )
    }

    /// What the rows of a unit count of last year, where the aggregate looks at it.
    private func lastYear(
        _ aggregate: FactDefinition.Aggregate,
        unit: Int,
        range: Range<Int>,
        of table: PreparedTable
    ) -> [TracedLastYear] {
        let variables = Set((aggregate.condition?.variables ?? []) + [aggregate.function.variable].compactMap(\.self))
        return plan.lastYearFigures(of: aggregate.dataSet).compactMap { figure in
            guard variables.contains(figure.variable), let values = table.columns[figure.variable] else { return nil }
            let reader = ClosedFigure(figure, plan: plan)
            let categories = figure.category.flatMap { table.splits[$0] }
            var valueOfRow: [Int: Double] = [:]
            var closedRows: Set<Int> = []
            for position in range {
                let row = Int(table.rows.rows[position])
                valueOfRow[row] = values[position]
                let before = plan.periods[Int(table.rows.places[position])].comparesWith
                guard let facts = prepared.closed.facts(period: before, unit: prepared.roster.codes[unit]) else {
                    continue
                }
                let isClosed = (0..<reader.categoryCount).contains { category in
                    (categories?.holds(category, row: position) ?? true) && reader.value(of: category, in: facts) != nil
                }
                if isClosed { closedRows.insert(row) }
            }
            return TracedLastYear(
                variable: figure.variable,
                period: plan.periods[period].comparesWith,
                values: valueOfRow,
                closedRows: closedRows
            )
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
    /// The variable of `DataSet.factScope` that is summed or told apart.
    package var variable: Int? {
        switch self {
        case .count, .dropped: nil
        case .sum(let variable), .countDistinct(let variable): variable
        }
    }
}
