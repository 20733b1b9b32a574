import Figures
import Plan

extension LastYearFigures {
    /// Reads a closed set under the names of this year's plan; nil where it is none that this program wrote.
    ///
    /// - Parameters:
    ///   - facts: the bytes of its `facts.csv`.
    ///   - assessments: the bytes of its `assessments.csv`.
    init?(facts: [UInt8], assessments: [UInt8], plan: Plan) {
        guard let (units, columns) = Self.facts(facts, plan: plan),
            let verdicts = Self.assessments(assessments, of: units, plan: plan)
        else { return nil }
        self.init(units: units, columns: columns, assessments: verdicts)
    }

    private static func facts(_ bytes: [UInt8], plan: Plan) -> (units: [Unit], columns: [[Double]?])? {
        let names = Set((try? CSVRecords(bytes))?.header ?? [])
        // No workbook compares parts by two lists, which are most of a set.
        let wanted = plan.factColumns.indices.filter {
            plan.factColumns[$0].part?.codes.count ?? 0 < 2 && names.contains(plan.factColumns[$0].name)
        }
        let own = ["unit", "commune", "kind", "expected", "reported", "on_time"]
        var units: [Unit] = []
        var values = [[Double]](repeating: [], count: wanted.count)
        // What had this name last year and was of another type is another fact.
        var others: Set<Int> = []
        var isOurs = true
        let isWhole = readCSV(bytes, columns: own + wanted.map { plan.factColumns[$0].name }) { row in
            guard let expected = row.flag(3), let reported = row.flag(4), let onTime = row.flag(5) else {
                isOurs = false
                return
            }
            units.append(
                Unit(
                    code: row[0],
                    commune: row[1],
                    kind: row[2],
                    expected: expected,
                    reported: reported,
                    onTime: onTime
                )
            )
            for (slot, position) in wanted.enumerated() where !others.contains(slot) {
                if let value = row.value(own.count + slot, plan.factColumns[position].type, plan: plan) {
                    values[slot].append(value)
                } else {
                    others.insert(slot)
                }
            }
        }
        guard isWhole, isOurs else { return nil }
        var columns = [[Double]?](repeating: nil, count: plan.factColumns.count)
        for (slot, position) in wanted.enumerated() where !others.contains(slot) { columns[position] = values[slot] }
        return (units, columns)
    }

    private static func assessments(_ bytes: [UInt8], of units: [Unit], plan: Plan) -> [[Verdict]?]? {
        let rows = Dictionary(units.enumerated().map { ($1.code, $0) }) { first, _ in first }
        let positions = Dictionary(plan.indicators.enumerated().map { ($1.id, $0) }) { first, _ in first }
        let words = Dictionary(Verdict.allCases.map { ($0.code, $0) }) { first, _ in first }
        var verdicts = [[Verdict]?](repeating: nil, count: plan.indicators.count)
        var isOurs = true
        let isWhole = readCSV(bytes, columns: ["unit", "indicator", "assessment"]) { line in
            // An indicator that this year's plan has no more.
            guard let position = positions[line[1]] else { return }
            guard let row = rows[line[0]], let verdict = words[line[2]] else {
                isOurs = false
                return
            }
            if verdicts[position] == nil { verdicts[position] = [Verdict](repeating: .notReported, count: units.count) }
            verdicts[position]?[row] = verdict
        }
        return isWhole && isOurs ? verdicts : nil
    }
}

extension CSVRecords {
    /// The value of a fact as figures hold it; of a day, a set or a text only that there is one. NaN where the cell is empty, nil where
    /// it is no such value. A code that this year's list lacks is a value all the same, though none that anything is compared with.
    fileprivate func value(_ column: Int, _ type: ValueType, plan: Plan) -> Double? {
        guard !isEmpty(column) else { return .nan }
        switch type {
        case .number: return number(column)
        case .boolean: return flag(column).map { $0 ? 1 : 0 }
        case .choice(let list): return Double(plan.codeLists[list].index(ofCode: self[column]) ?? -1)
        case .date, .choices, .text: return 1
        }
    }
}
