import Figures
import Plan
import Spreadsheet

/// Every unit with its facts and assessments, for pivoting rather than for paper.
struct UnitSheet {
    let context: WorkbookContext

    var composition: SheetComposition {
        let period = context.figures.period
        let columns = UnitColumns(plan: context.plan, roster: context.roster, figures: context.figures)
        let table = columns.table
        let title = "\(SheetTitles.units.heading) - \(period.name) \(VietnameseText.window(of: period))"
        return SheetComposition(
            name: SheetTitles.units.name,
            isLandscape: true,
            isFitted: false,
            table: table,
            navigation: .back(to: SheetTitles.summary.name),
            blocks: [
                OpenLine(texts: context.isProvisional ? [title, Words.provisional] : [title]),
                UnitTable(table: table, isExcelTable: !context.isLarge),
            ],
            mark: context.mark
        )
    }
}

/// Words above the table that run over the cells to the right, since nothing on this sheet is merged.
private struct OpenLine: Block {
    let texts: [String]

    func write(on sheet: inout SheetCanvas) throws(SpreadsheetError) {
        for text in texts {
            let format = HouseFormat.text(12, bold: true, horizontal: .left).with { $0.wrap = false }
            try sheet.line([Piece(0...0, .text(text), format)])
        }
    }
}
