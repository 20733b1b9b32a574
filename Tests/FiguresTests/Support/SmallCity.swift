import Figures
import Plan
import Records

/// A few units and their rows, written as words, over the small plan.
struct SmallCity {
    struct Unit {
        let code: String
        let kind: Int
        var commune = "X1"
        var opened: String?
        var closed: String?

        init(_ code: String, _ kind: String, commune: String = "X1", opened: String? = nil, closed: String? = nil) {
            self.code = code
            self.kind = SmallPlan.codeLists[0].index(ofCode: kind) ?? 0
            self.commune = commune
            self.opened = opened
            self.closed = closed
        }
    }

    let plan: Plan
    let roster: Roster
    private var tables: [Table]
    private var earliest: [[Int32]]

    /// - Parameter units: in the order of their codes.
    init(_ units: [Unit], plan: Plan = SmallPlan.plan()) {
        self.plan = plan
        let communes = Set(units.map(\.commune)).sorted()
        var table = Table(dataSet: SmallPlan.roster, fieldCount: plan.dataSets[SmallPlan.roster].fields.count)
        for (position, unit) in units.enumerated() {
            let levels = table.texts.intern(plan.codeLists[1].codes[unit.kind].code)
            let commune = table.texts.intern("Xã \(unit.commune)")
            for (column, cell) in [position, unit.kind, levels, commune, 100].enumerated() {
                table.columns[column].append(Int32(cell))
            }
            table.sources.append(SourceRow(file: 0, line: Int32(position + 2)))
        }
        roster = Roster(
            table: table,
            codes: units.map(\.code),
            names: units.map(\.code),
            kinds: units.map(\.kind),
            levels: units.map { 1 << UInt64($0.kind) },
            communeOfUnit: units.map { communes.firstIndex(of: $0.commune) ?? 0 },
            communes: communes.map { .init(code: $0, name: "Xã \($0)") },
            opened: units.map { $0.opened.map { SmallPlan.date($0).days } ?? .min },
            closed: units.map { $0.closed.map { SmallPlan.date($0).days } ?? .max }
        )
        tables = plan.dataSets.indices.map { Table(dataSet: $0, fieldCount: plan.dataSets[$0].fields.count) }
        earliest = plan.periods.map { _ in [Int32](repeating: .max, count: units.count) }
    }

    /// Adds rows, their cells in the order of the fields as words; an empty one is missing.
    mutating func add(_ dataSet: Int, _ rows: [String]...) {
        for row in rows {
            for (field, word) in row.enumerated() {
                let cell = cell(word, field: plan.dataSets[dataSet].fields[field], texts: &tables[dataSet].texts)
                tables[dataSet].columns[field].append(cell)
            }
            tables[dataSet].sources.append(SourceRow(file: 0, line: Int32(tables[dataSet].count + 2)))
        }
    }

    /// Adds a report, sent and received on that day.
    mutating func report(
        _ unit: String,
        _ period: String,
        sent: String = "2026-01-10",
        aware: String = "true",
        rating: String = "",
        number: String = "",
        date: String = "",
        score: String = ""
    ) {
        add(SmallPlan.report, [unit, period, "2026", sent, aware, rating, number, date, score])
        if let position = plan.periods.firstIndex(where: { $0.code == period }), let unit = roster.unit(code: unit) {
            earliest[position][unit] = min(earliest[position][unit], SmallPlan.date(sent).days)
        }
    }

    private func cell(_ word: String, field: Field, texts: inout TextPool) -> Int32 {
        guard !word.isEmpty else { return Table.missing }
        switch field.type {
        case .code where field.roles.contains(.unit): return roster.unit(code: word).map(Int32.init) ?? Table.missing
        case .code, .text, .decimal, .choices: return Int32(texts.intern(word))
        case .integer: return Int32(word) ?? Table.missing
        case .date: return SmallPlan.date(word).days
        case .boolean: return word == "true" ? 1 : 0
        case .choice(let list):
            let codes = plan.codeLists[list]
            return Int32(codes.index(ofCode: word) ?? codes.codes.count + texts.intern(word))
        }
    }

    var records: AcceptedRecords { AcceptedRecords(tables: tables, earliestReport: earliest) }

    /// What was closed for last year's periods.
    var closed = ClosedFacts()

    var prepared: PreparedRecords {
        PreparedRecords(plan: plan, roster: roster, records: records, closed: closed)
    }

    /// Closes a period for a unit: by category its rows, each with its figure or `-` for none; `MT 2, KHAC 3 -`.
    mutating func close(_ period: String, _ unit: String, _ rows: String) {
        var figures: [String: [Double?]] = [:]
        for row in rows.split(separator: ",") {
            let words = row.split(separator: " ")
            figures[String(words[0])] = words.dropFirst().map { Double($0) }
        }
        func set(_ value: Double, _ column: String) { closed.set(value, period: period, unit: unit, column: column) }
        set(Double(figures.values.reduce(0) { $0 + $1.count }), "so_dong")
        for code in plan.codeLists[SmallPlan.categories].codes.map(\.code) {
            let rows = figures[code] ?? []
            let known = rows.compactMap(\.self)
            set(Double(rows.count), "so_dong.\(code)")
            set(Double(known.count), "so_dong_co.\(code)")
            if !known.isEmpty { set(known.reduce(0, +), "so_vu.\(code)") }
        }
    }

    func figures(_ period: Int) throws(FiguresError) -> PeriodFigures {
        try prepared.figures(of: period)
    }
}

extension PeriodFigures {
    /// The value of the fact column of that name, of the present unit in that row; nil is missing.
    func fact(_ name: String, _ row: Int, in city: SmallCity) -> Double? {
        guard let column = city.plan.factColumns.firstIndex(where: { $0.name == name }) else { return -999 }
        let value = facts.columns[column][row]
        return value.isNaN ? nil : value
    }

    func tally(_ group: UnitGroup, _ indicator: Int) -> Tally? {
        tallies.first { $0.group == group && $0.indicator == indicator }
    }
}
