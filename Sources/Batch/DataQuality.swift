import Figures
import Intake
import Plan
import Records
import Workbooks

/// How good the data of each group of units is, for the office's own workbook: rows without an open error among all that count or were
/// left out, and reporting units without an open query of one of the plan's rules.
struct DataQuality {
    let byGroup: [UnitGroup: GroupQuality]

    init(_ figures: PeriodFigures, intake: RunIntake, plan: Plan) {
        let roster = intake.roster
        let contradicting = Set(
            intake.result.findings.filter { finding in
                finding.state == .open && finding.code == .V && finding.severity == .query
                    && (finding.period.isEmpty || finding.period == figures.period.id)
            }.map(\.unit)
        )
        let rows = Self.rows(intake, plan: plan)
        var byGroup: [UnitGroup: GroupQuality] = [:]
        for (row, unit) in figures.units.enumerated() {
            for group in [UnitGroup.city, .kind(roster.kinds[unit]), .commune(roster.communeOfUnit[unit])] {
                byGroup[group, default: GroupQuality()].validRows.good += rows[unit].good
                byGroup[group, default: GroupQuality()].validRows.all += rows[unit].all
                guard figures.reported[row] else { continue }
                let isConsistent = !contradicting.contains(roster.codes[unit])
                byGroup[group, default: GroupQuality()].consistentUnits.good += isConsistent ? 1 : 0
                byGroup[group, default: GroupQuality()].consistentUnits.all += 1
            }
        }
        self.byGroup = byGroup
    }

    /// The rows of each unit, by position in the roster. A row that stands in two files counts once; a file that the office has set aside
    /// holds none.
    private static func rows(_ intake: RunIntake, plan: Plan) -> [(good: Int, all: Int)] {
        let faulty = Set(
            intake.result.findings.filter { $0.state == .open && $0.severity == .error && $0.line > 0 }.map(\.place)
        )
        var rows = [(good: Int, all: Int)](repeating: (0, 0), count: intake.roster.count)
        func add(_ unit: Int32, _ place: RowPlace) {
            guard rows.indices.contains(Int(unit)) else { return }
            rows[Int(unit)].good += faulty.contains(place) ? 0 : 1
            rows[Int(unit)].all += 1
        }
        for table in intake.result.records.tables {
            guard let field = plan.dataSets[table.dataSet].unitOfRoster else { continue }
            for (unit, source) in zip(table.columns[field], table.sources) {
                add(unit, RowPlace(file: source.file, line: source.line))
            }
        }
        for (file, record) in intake.result.files.enumerated() where record.role == .inbox && !record.isSetAside {
            for row in record.leftOutRows.rows { add(row.unit, RowPlace(file: Int32(file), line: row.line)) }
        }
        return rows
    }
}
