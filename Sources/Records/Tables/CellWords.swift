import Plan

extension Table {
    /// A cell as a school's secretary would write it; `trống` where it is missing.
    package func words(row: Int, field: Int, plan: Plan, roster: Roster) -> String {
        let cell = columns[field][row]
        guard cell != Table.missing else { return "trống" }
        switch plan.dataSets[dataSet].fields[field].type {
        case .date: return CalendarDate(days: cell).vietnamese
        case .boolean: return cell == 0 ? "Không" : "Có"
        case .choice(let list):
            let codes = plan.codeLists[list].codes
            return Int(cell) < codes.count ? codes[Int(cell)].name : texts[Int(cell) - codes.count]
        case .code, .text, .integer, .decimal, .choices:
            return text(row: row, field: field, plan: plan, roster: roster)
        }
    }
}
