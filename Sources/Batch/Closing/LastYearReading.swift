import Figures
import Plan

/// Reads a closed set's `facts.csv` and `assessments.csv` under the names of this year's plan.
struct LastYearReading {
    private let plan: Plan
    private var units: [LastYearFigures.Unit] = []
    private var columns: [[Double]?]
    private var assessments: [[Verdict]?]
    private var rowOfUnit: [String: Int] = [:]

    init(facts file: ClosedFile, plan: Plan) throws(ClosedFileError) {
        self.plan = plan
        columns = plan.factColumns.map { _ in nil }
        assessments = plan.indicators.map { _ in nil }
        var places: [String: Int] = [:]
        for (index, name) in file.header.enumerated() { places[name] = index }
        // No workbook compares parts by two lists, which are most of a set.
        let wanted = plan.factColumns.indices.compactMap { position -> (position: Int, index: Int)? in
            guard plan.factColumns[position].part?.codes.count ?? 0 < 2 else { return nil }
            return places[plan.factColumns[position].name].map { (position, $0) }
        }
        // What had this name last year and was of another type is another fact.
        var others: Set<Int> = []
        var values = [[Double]](repeating: [], count: wanted.count)
        let (code, commune, kind) = (try file.column("unit"), try file.column("commune"), try file.column("kind"))
        let flags = (try file.column("expected"), try file.column("reported"), try file.column("on_time"))
        try file.forEachRow { row throws(ClosedFileError) in
            units.append(
                LastYearFigures.Unit(
                    code: row.text(code),
                    commune: row.text(commune),
                    kind: row.text(kind),
                    expected: try row.boolean(flags.0),
                    reported: try row.boolean(flags.1),
                    onTime: try row.boolean(flags.2)
                )
            )
            for (slot, column) in wanted.enumerated() where !others.contains(slot) {
                if let value = value(of: row, column.index, plan.factColumns[column.position].type) {
                    values[slot].append(value)
                } else {
                    others.insert(slot)
                }
            }
        }
        for (slot, column) in wanted.enumerated() where !others.contains(slot) {
            columns[column.position] = values[slot]
        }
        for (row, unit) in units.enumerated() { rowOfUnit[unit.code] = row }
    }

    mutating func readAssessments(_ file: ClosedFile) throws(ClosedFileError) {
        let (unit, indicator) = (try file.column("unit"), try file.column("indicator"))
        let assessment = try file.column("assessment")
        try file.forEachRow { row throws(ClosedFileError) in
            guard let position = plan.indicators.firstIndex(where: { $0.id == row.text(indicator) }) else { return }
            let word = row.text(assessment)
            guard let verdict = Verdict.allCases.first(where: { $0.code == word }),
                let place = rowOfUnit[row.text(unit)]
            else { throw .value(word) }
            assessments[position, default: .notReported, count: units.count][place] = verdict
        }
    }

    var figures: LastYearFigures {
        LastYearFigures(units: units, columns: columns, assessments: assessments)
    }

    /// A code that this year's list lacks is a value all the same, though none that anything is compared with.
    private func value(of row: ClosedFile.Row, _ index: Int, _ type: ValueType) -> Double? {
        guard !row.isEmpty(index) else { return .nan }
        switch type {
        case .number: return row.number(index)
        case .boolean: return row.flag(index).map { $0 ? 1 : 0 }
        case .choice(let list): return Double(plan.codeLists[list].index(ofCode: row.text(index)) ?? -1)
        case .date, .choices, .text: return 1
        }
    }
}

extension Array where Element == [Verdict]? {
    /// The column at a position, made where it is nil.
    fileprivate subscript(position: Int, default verdict: Verdict, count count: Int) -> [Verdict] {
        get { self[position] ?? [Verdict](repeating: verdict, count: count) }
        set { self[position] = newValue }
    }
}
