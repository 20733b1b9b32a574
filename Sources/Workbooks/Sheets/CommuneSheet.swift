import Figures
import Plan
import Records
import Spreadsheet

/// A row a commune, and the whole city.
struct CommuneSheet {
    let context: WorkbookContext
    let index: FigureIndex

    var composition: SheetComposition {
        let roster = context.roster
        let groups = index.communes.map { commune in
            group(.commune(commune), roster.communes[commune].code, roster.communes[commune].name)
        }
        let table = GroupTable(
            indicators: context.plan.indicators,
            groupTitle: SheetTitles.groupOfCommunes,
            codeTitle: SheetTitles.codeOfCommune,
            groups: groups,
            total: group(.city, "", Words.total)
        ).table
        return context.sheet(SheetTitles.communes, isLandscape: true, table: table)
    }

    private func group(_ group: UnitGroup, _ code: String, _ name: String) -> GroupTable.Group {
        GroupTable.Group(
            code: code,
            name: name,
            completeness: index.completeness(group),
            tallies: context.plan.indicators.indices.map { index.tally(group, $0) }
        )
    }
}
