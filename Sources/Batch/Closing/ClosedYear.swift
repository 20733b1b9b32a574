import Figures
import Plan

/// What `facts.csv` of this year's closed periods tells: what later periods are compared with, and what the inbox must not differ from.
struct ClosedYear {
    struct ClosedPeriod {
        let issue: ClosedIssue
        /// Position in `Plan.periods`.
        let position: Int
        /// The bytes of `facts.csv`.
        let facts: [UInt8]
    }

    /// In the plan's order.
    private(set) var periods: [ClosedPeriod] = []
    private(set) var values = ClosedFacts()

    /// - Throws: `.output` where a closed set is not as it was frozen.
    init(_ archive: ClosedArchive, plan: Plan) throws(BatchError) {
        for (position, period) in plan.periods.enumerated() {
            guard let issue = archive.inForce(period.id) else { continue }
            let bytes = try archive.read("facts.csv", of: issue)
            do throws(UnreadableCSV) {
                try read(bytes, period: period, plan: plan)
            } catch {
                throw .output(ClosedArchive.damage("facts.csv không đọc được", issue))
            }
            periods.append(ClosedPeriod(issue: issue, position: position, facts: bytes))
        }
    }

    private mutating func read(_ bytes: [UInt8], period: Period, plan: Plan) throws(UnreadableCSV) {
        var records = try CSVRecords(bytes)
        let types = Dictionary(plan.factColumns.map { ($0.name, $0.type) }) { first, _ in first }
        let columns = records.header.enumerated().compactMap { column, name in
            name == ClosedFacts.reported ? (column, name, ValueType.boolean) : types[name].map { (column, name, $0) }
        }
        guard let unit = records.header.firstIndex(of: "unit") else { throw UnreadableCSV(line: 1) }
        while try records.next() {
            let code = records[unit]
            for (column, name, type) in columns where !records.isEmpty(column) {
                guard let value = factValue(records[column], type, plan) else { continue }
                values.set(value, period: period.id, unit: code, column: name)
            }
        }
    }
}

/// The number that stands for a cell of `facts.csv`, as `Facts` holds it; nil for texts and for codes that the plan does not know.
private func factValue(_ text: String, _ type: ValueType, _ plan: Plan) -> Double? {
    switch type {
    case .number: Double(text)
    case .boolean: text == "true" ? 1 : text == "false" ? 0 : nil
    case .date: CalendarDate(iso: text).map { Double($0.days) }
    case .choice(let list): plan.codeLists[list].index(ofCode: text).map(Double.init)
    case .choices, .text: nil
    }
}
