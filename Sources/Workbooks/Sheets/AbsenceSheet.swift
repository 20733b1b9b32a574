import Figures
import Plan
import Records
import Spreadsheet

/// Who has not reported and who was late, by commune.
struct AbsenceSheet {
    let context: WorkbookContext

    var composition: SheetComposition {
        let empty = context.figures.units.isEmpty ? "Không có đơn vị nào trong kỳ" : "Tất cả đơn vị đã báo cáo đúng hạn"
        return context.sheet(
            SheetTitles.absences,
            isLandscape: true,
            table: AbsenceTable(rows: rows, emptyText: empty).table
        )
    }

    /// By commune, then by code: both are in order in the roster.
    private var rows: [AbsenceTable.Row] {
        let (roster, figures) = (context.roster, context.figures)
        return figures.units.indices
            .filter { figures.expected[$0] && !(figures.reported[$0] && figures.onTime[$0]) }
            .sorted {
                let (left, right) = (figures.units[$0], figures.units[$1])
                return (roster.communeOfUnit[left], left) < (roster.communeOfUnit[right], right)
            }
            .map { row(figures.units[$0], hasReported: figures.reported[$0]) }
    }

    private func row(_ unit: Int, hasReported: Bool) -> AbsenceTable.Row {
        let roster = context.roster
        let commune = roster.communes[roster.communeOfUnit[unit]]
        let earliest = unit < context.earliestReport.count ? context.earliestReport[unit] : .max
        let came = hasReported && earliest != .max ? CalendarDate(days: earliest) : nil
        let lastDay = context.figures.period.due.days - 1
        return AbsenceTable.Row(
            communeCode: commune.code,
            communeName: commune.name,
            code: roster.codes[unit],
            name: roster.names[unit],
            kind: context.plan.codeLists[context.plan.kindList].codes[roster.kinds[unit]].name,
            state: hasReported ? Words.late : context.isDue ? Words.missing : Words.notDue,
            came: came,
            daysLate: came.map { Int($0.days - lastDay) }
        )
    }
}
