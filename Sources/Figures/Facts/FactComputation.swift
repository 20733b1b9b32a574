import Plan
import Records

/// Computes the columns of the matrix of facts that come from rows and from the calendar of reports.
///
/// Facts that are expressions come later, over these (`UnitColumns`).
struct FactComputation {
    let prepared: PreparedRecords
    /// Position in `Plan.periods`.
    let period: Int
    /// The present units.
    let units: [Int]

    private var plan: Plan { prepared.plan }

    /// By position in `Plan.factColumns`; nil for expressions, and for those that are not wanted.
    ///
    /// - Parameter wanted: nil: all.
    func columns(of wanted: Set<Int>? = nil) -> [[Double]?] {
        var columns = [[Double]?](repeating: nil, count: plan.factColumns.count)
        var ranges: [RangeKey: [Range<Int>]] = [:]
        for (fact, parts) in columnsByFact(wanted).enumerated() {
            for (split, positions) in parts {
                switch plan.facts[fact].source {
                case .value(let dataSet, let field):
                    let values = self.values(ofField: field, dataSet: dataSet)
                    for position in positions { columns[position] = values }
                case .envelope(let envelope):
                    let values = self.values(of: envelope)
                    for position in positions { columns[position] = values }
                case .aggregate(let aggregate):
                    let found = aggregated(aggregate, fact: fact, split: split, positions: positions, ranges: &ranges)
                    for (position, values) in zip(positions, found) { columns[position] = values }
                case .expression:
                    break
                }
            }
        }
        return columns
    }

    /// By fact: the positions of its columns by split, nil standing for the fact itself.
    private func columnsByFact(_ wanted: Set<Int>?) -> [[Int?: [Int]]] {
        var result = [[Int?: [Int]]](repeating: [:], count: plan.facts.count)
        for (position, column) in plan.factColumns.enumerated() where wanted?.contains(position) ?? true {
            result[column.fact][column.part?.split, default: []].append(position)
        }
        return result
    }

    private struct RangeKey: Hashable {
        let dataSet: Int
        let places: ClosedRange<Int32>
    }

    private func aggregated(
        _ aggregate: FactDefinition.Aggregate,
        fact: Int,
        split: Int?,
        positions: [Int],
        ranges: inout [RangeKey: [Range<Int>]]
    ) -> [[Double]] {
        guard let table = table(aggregate.dataSet),
            let places = table.places(of: aggregate.span, in: period, plan: plan),
            let slots = slots(fact: fact, split: split, positions: positions, table: table, dataSet: aggregate.dataSet)
        else { return withoutRows(aggregate.function, count: positions.count) }
        let key = RangeKey(dataSet: aggregate.dataSet, places: places)
        let rangesOfUnits = ranges[key] ?? units.map { table.rows.range(ofUnit: $0, in: places) }
        ranges[key] = rangesOfUnits
        if case .dropped(let told) = aggregate.function {
            return dropped(
                told: told,
                dataSet: aggregate.dataSet,
                ranges: rangesOfUnits,
                positions: positions,
                in: table
            )
        }
        let aggregation = Aggregation(
            ranges: rangesOfUnits,
            selection: aggregate.condition.flatMap { table.selections[$0] },
            slots: slots
        )
        switch aggregate.function {
        case .count: return aggregation.counts()
        case .sum(let field): return aggregation.sums(of: table.columns[field] ?? [])
        case .countDistinct(let field): return aggregation.distinctCounts(of: table.columns[field] ?? [])
        case .dropped: return withoutRows(.count, count: positions.count)
        }
    }

    private func dropped(
        told: Int,
        dataSet: Int,
        ranges: [Range<Int>],
        positions: [Int],
        in table: PreparedTable
    ) -> [[Double]] {
        guard let figure = plan.lastYearFigures(of: dataSet).first(where: { $0.told == told }) else {
            return withoutRows(.count, count: positions.count)
        }
        let flags = DroppedCategories(figure: figure, prepared: prepared, period: period)
            .flags(of: units, ranges: ranges, in: table)
        return positions.map { position in
            if let code = plan.factColumns[position].part?.codes.first { return flags[code] }
            return units.indices.map { unit in flags.reduce(0) { $0 + $1[unit] } }
        }
    }

    private func slots(
        fact: Int,
        split: Int?,
        positions: [Int],
        table: PreparedTable,
        dataSet: Int
    ) -> SplitSlots? {
        guard let split else { return .whole }
        return SplitSlots(
            fields: plan.facts[fact].splits[split],
            parts: positions.compactMap { plan.factColumns[$0].part?.codes },
            table: table,
            dataSet: plan.dataSets[dataSet],
            codeLists: plan.codeLists
        )
    }

    private func withoutRows(_ function: FactDefinition.Aggregate.Function, count: Int) -> [[Double]] {
        let value: Double
        switch function {
        case .count, .countDistinct, .dropped: value = 0
        case .sum: value = .nan
        }
        return [[Double]](repeating: [Double](repeating: value, count: units.count), count: count)
    }

    private func values(ofField field: Int, dataSet: Int) -> [Double] {
        guard let table = table(dataSet), table.firstDay == nil, let values = table.columns[field] else {
            return [Double](repeating: .nan, count: units.count)
        }
        let place = Int32(period)
        return units.map { unit in
            // Rows of one key count once, so that a unit has one report of a period.
            table.rows.range(ofUnit: unit, in: place...place).last.map { values[$0] } ?? .nan
        }
    }

    private func values(of envelope: FactDefinition.Envelope) -> [Double] {
        let reports = prepared.reports
        func flags(_ flags: [[Bool]]) -> [Double] { units.map { flags[period][$0] ? 1 : 0 } }
        func counts(_ flags: [[Bool]]) -> [Double] {
            units.map { Double(reports.count(upTo: period, unit: $0, where: flags)) }
        }
        switch envelope {
        case .expected: return flags(reports.expected)
        case .reported: return flags(reports.reported)
        case .onTime: return flags(reports.onTime)
        case .periodsExpected: return counts(reports.expected)
        case .periodsReported: return counts(reports.reported)
        case .periodsOnTime: return counts(reports.onTime)
        }
    }

    private func table(_ dataSet: Int) -> PreparedTable? {
        dataSet < prepared.tables.count ? prepared.tables[dataSet] : nil
    }
}
