import Plan
import Records

/// The bytes of `assessments.csv`: one line a present unit and indicator, units sorted by code, indicators in the plan's order
/// (spec 5).
package func assessmentsCSV(of figures: PeriodFigures, plan: Plan, roster: Roster) -> [UInt8] {
    var csv = CSVBytes()
    for name in ["period", "unit", "indicator", "assessment"] { csv.text(name) }
    csv.endRecord()
    // The roster's units are in the order of their codes' bytes.
    for (row, unit) in figures.units.enumerated() {
        for (indicator, definition) in plan.indicators.enumerated() {
            csv.text(figures.period.id)
            csv.text(roster.codes[unit])
            csv.text(definition.id)
            csv.text(figures.assessments[indicator][row].code)
            csv.endRecord()
        }
    }
    return csv.bytes
}
