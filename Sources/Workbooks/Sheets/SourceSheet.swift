import Figures
import Plan
import Spreadsheet

/// Where the figures come from: plan, program, run, and every file.
struct SourceSheet {
    let context: WorkbookContext
    let sources: [SourceFile]
    /// Name of the workbook's first sheet.
    let first: String

    var composition: SheetComposition {
        let table = SourceTable(sources: sources).table
        return SheetComposition(
            name: SheetTitles.sources.name,
            isLandscape: true,
            table: table,
            navigation: .back(to: first),
            blocks: [
                SheetTitle(
                    title: SheetTitles.sources.heading,
                    subject: context.figures.period.name,
                    period: context.figures.period,
                    isProvisional: context.isProvisional
                ),
                TextLine(text: "Kế hoạch: \(context.plan.head.plan)", size: 12),
                TextLine(text: "Số liệu tính đến ngày: \(context.asOf.vietnamese)", size: 12),
                TextLine(text: "Phiên bản chương trình: \(context.programVersion)", size: 12),
                TextLine(text: "Lần chạy: \(context.runID)", size: 12),
                Gap(),
                table,
            ],
            mark: context.mark
        )
    }
}
