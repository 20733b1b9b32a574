import Plan
import Records

/// The bytes of `facts.csv`: one line a present unit, sorted by code; after what is known of every unit, one column a fact, in
/// the plan's order (spec 5).
package func factsCSV(of figures: PeriodFigures, plan: Plan, roster: Roster) -> [UInt8] {
    var csv = CSVBytes()
    for name in ["period", "unit", "commune", "kind", "expected", "reported", "on_time"] { csv.text(name) }
    for column in plan.factColumns { csv.text(column.name) }
    csv.endRecord()
    let kinds = plan.codeLists[plan.kindList].codes
    let columns = figures.facts.columns
    let writer = FactCellWriter(types: plan.factColumns.map(\.type), texts: figures.facts.texts, plan: plan)
    // The matrix lies by column and is written by row: it is turned a block of rows at a time, which stays in the cache.
    let blockLength = 64
    var block = [Double](repeating: .nan, count: blockLength * columns.count)
    for start in stride(from: 0, to: figures.units.count, by: blockLength) {
        let rows = start..<min(start + blockLength, figures.units.count)
        for column in columns.indices {
            for row in rows { block[(row - start) * columns.count + column] = columns[column][row] }
        }
        // The roster's units are in the order of their codes' bytes.
        for row in rows {
            let unit = figures.units[row]
            csv.text(figures.period.id)
            csv.text(roster.codes[unit])
            csv.text(roster.communes[roster.communeOfUnit[unit]].code)
            csv.text(kinds[roster.kinds[unit]].code)
            csv.boolean(figures.expected[row])
            csv.boolean(figures.reported[row])
            csv.boolean(figures.onTime[row])
            for column in columns.indices {
                writer.write(block[(row - start) * columns.count + column], column: column, to: &csv)
            }
            csv.endRecord()
        }
    }
    return csv.bytes
}

/// Writes cells of facts, by the type of their column.
private struct FactCellWriter {
    let types: [ValueType]
    let texts: TextPool
    /// By code list.
    let codes: [[String]]

    init(types: [ValueType], texts: TextPool, plan: Plan) {
        self.types = types
        self.texts = texts
        codes = plan.codeLists.map { $0.codes.map(\.code) }
    }

    func write(_ value: Double, column: Int, to csv: inout CSVBytes) {
        guard !value.isNaN else {
            csv.missing()
            return
        }
        switch types[column] {
        case .number: csv.number(value)
        case .boolean: csv.boolean(value != 0)
        case .date:
            let (year, month, day) = CalendarDate(days: Int32(value)).components
            csv.date(year: year, month: month, day: day)
        case .choice(let list): csv.text(codes[list][Int(value)])
        case .choices(let list):
            let set = UInt64(value)
            let held = codes[list].enumerated().filter { set >> UInt64($0.offset) & 1 == 1 }
            csv.text(held.map(\.element).joined(separator: ";"))
        case .text:
            // A literal of the plan that no row holds has no number.
            if value < 0 { csv.missing() } else { csv.text(utf8: texts.utf8(Int(value))) }
        }
    }
}
