import Figures
import Plan
import Spreadsheet

/// The office's decisions, applied or not.
struct DecisionSheet {
    let context: WorkbookContext
    let decisions: [DecisionRow]
    /// Name of the workbook's first sheet.
    let first: String

    var composition: SheetComposition {
        let table = DecisionTable(decisions: decisions).table
        return SheetComposition(
            name: SheetTitles.decisions.name,
            isLandscape: true,
            table: table,
            navigation: .back(to: first),
            blocks: [
                SheetTitle(
                    title: SheetTitles.decisions.heading,
                    subject: context.figures.period.name,
                    period: context.figures.period,
                    isProvisional: context.isProvisional
                ),
                KeyFigures(figures: counts),
                table,
            ],
            mark: context.mark
        )
    }

    private var counts: [KeyFigures.Figure] {
        let applied = decisions.count { $0.obstacle == nil }
        return [
            KeyFigures.Figure(label: DecisionTable.applied, value: FigureValues.count(applied)),
            KeyFigures.Figure(label: DecisionTable.notApplied, value: FigureValues.count(decisions.count - applied)),
        ]
    }
}
