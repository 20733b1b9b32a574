import Figures
import Plan
import Records

/// Name of the file, in each period's folder.
package let unitsFileName = "units.csv"

/// `units.csv`: what the units of `facts.csv` are called, and whose they are; one line a present unit, sorted by code.
package func unitsCSV(of figures: PeriodFigures, plan: Plan, roster: Roster) -> [UInt8] {
    var text = CSVText(header: ["period", "unit", "name", "commune", "commune_name", "department"])
    let departments = plan.kinds.indices.map { kind in
        plan.departments.first { $0.kinds.contains(kind) }?.id ?? ""
    }
    for unit in figures.units {
        let commune = roster.communes[roster.communeOfUnit[unit]]
        text.append([
            figures.period.id, roster.codes[unit], roster.names[unit], commune.code, commune.name,
            departments[roster.kinds[unit]],
        ])
    }
    return text.bytes
}
