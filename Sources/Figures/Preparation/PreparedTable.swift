import Plan
import Records

/// What the facts need of one table, computed once for all periods; every array is in the order of `rows`.
struct PreparedTable: Sendable {
    let rows: RowsByUnit
    /// By variable of `DataSet.factScope`: those whose values facts take, sum or tell apart, as numbers.
    let columns: [Int: [Double]]
    /// For each condition of a fact, the rows for which it is known and true.
    let selections: [TypedExpression: [Bool]]
    /// By position of the field by which facts are split.
    let splits: [Int: SplitCodes]
    /// The day that place 0 stands for, where the rows are events.
    let firstDay: CalendarDate?

    /// Nil where the table's rows belong to no unit of the roster, or to no time.
    init?(table: Table, plan: Plan, roster: Roster, closed: ClosedFacts, texts: inout TextPool) {
        let needs = TableNeeds(of: table.dataSet, plan: plan)
        guard let rows = RowPlacement(plan: plan, roster: roster, table: table).rowsByUnit() else { return nil }
        let gatherer = ColumnGathering(table: table, rows: rows.rows, plan: plan, roster: roster)
        var columns: [Int: [Double]] = [:]
        for field in needs.fields { columns[field] = gatherer.column(ofField: field, texts: &texts) }

        let dataSet = plan.dataSets[table.dataSet]
        for figure in needs.lastYear {
            let categories = figure.category.flatMap { field in
                SplitCodes(
                    values: columns[field] ?? [],
                    field: dataSet.fields[field],
                    isKey: true,
                    codeLists: plan.codeLists
                )
            }
            let column = LastYearColumn(figure: figure, plan: plan, roster: roster, closed: closed)
            columns[figure.variable] = column.values(
                rows: rows,
                now: columns[figure.field] ?? [],
                told: columns[figure.told] ?? [],
                categories: categories
            )
        }
        let gathered = columns
        let pool = texts
        let evaluation = Evaluation(
            count: rows.rows.count,
            column: { gathered[$0] ?? [] },
            textNumber: { pool.index(of: $0) }
        )
        var selections: [TypedExpression: [Bool]] = [:]
        for condition in needs.conditions { selections[condition] = evaluation.evaluate(condition).map { $0 == 1 } }

        var splits: [Int: SplitCodes] = [:]
        for field in needs.splitFields {
            splits[field] = SplitCodes(
                values: gathered[field] ?? [],
                field: dataSet.fields[field],
                isKey: dataSet.key.contains(field),
                codeLists: plan.codeLists
            )
        }
        self.rows = rows
        self.columns = gathered.filter { needs.valueFields.contains($0.key) }
        self.selections = selections
        self.splits = splits
        let isPeriodic = dataSet.index(of: .period) != nil
        firstDay = isPeriodic ? nil : plan.firstDay
    }

    /// The places that a span means in a period; nil where there are none.
    func places(of span: FactDefinition.Span, in period: Int, plan: Plan) -> ClosedRange<Int32>? {
        var position = period
        if case .period(let code) = span {
            let year = plan.periods[period].year
            guard let other = plan.periods.firstIndex(where: { $0.code == code && $0.year == year }) else { return nil }
            position = other
        }
        // Windows of periods overlap, so rows of periods are never added up over several: every span is one period's.
        guard let firstDay else { return Int32(position)...Int32(position) }
        let window = plan.periods[position]
        let days =
            switch span {
            case .window, .period: window.start...window.end
            case .yearToDate: plan.firstDay...max(plan.firstDay, window.end)
            case .planYear: plan.firstDay...plan.lastDay
            }
        return (days.lowerBound.days - firstDay.days)...(days.upperBound.days - firstDay.days)
    }
}
