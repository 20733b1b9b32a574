import Figures
import Intake
import Plan
import Records
import Workbooks

/// How good the data of each group of units is, for the office's own workbook: rows without an open error among all that were taken or
/// left out, and reporting units without an open query of one of the plan's rules.
struct DataQuality {
    let byGroup: [UnitGroup: GroupQuality]

    init(_ figures: PeriodFigures, intake: RunIntake, plan: Plan) {
        let roster = intake.roster
        var faulty: [String: Set<Int64>] = [:]
        var contradicting: Set<String> = []
        for finding in intake.result.findings where finding.state == .open && !finding.unit.isEmpty {
            if finding.severity == .error, finding.line > 0 {
                faulty[finding.unit, default: []].insert(Int64(finding.file) << 32 | Int64(finding.line))
            }
            if finding.code == .V, finding.severity == .query,
                finding.period.isEmpty || finding.period == figures.period.id
            {
                contradicting.insert(finding.unit)
            }
        }
        var rows = [Int](repeating: 0, count: roster.count)
        for table in intake.result.records.tables {
            guard let field = plan.dataSets[table.dataSet].unitOfRoster else { continue }
            for unit in table.columns[field] where unit >= 0 && Int(unit) < roster.count { rows[Int(unit)] += 1 }
        }
        var byGroup: [UnitGroup: GroupQuality] = [:]
        for (row, unit) in figures.units.enumerated() {
            let code = roster.codes[unit]
            let wrong = faulty[code]?.count ?? 0
            let all = max(rows[unit], wrong)
            for group in [UnitGroup.city, .kind(roster.kinds[unit]), .commune(roster.communeOfUnit[unit])] {
                byGroup[group, default: GroupQuality()].validRows.good += all - wrong
                byGroup[group, default: GroupQuality()].validRows.all += all
                guard figures.reported[row] else { continue }
                byGroup[group, default: GroupQuality()].consistentUnits.good += contradicting.contains(code) ? 0 : 1
                byGroup[group, default: GroupQuality()].consistentUnits.all += 1
            }
        }
        self.byGroup = byGroup
    }
}
