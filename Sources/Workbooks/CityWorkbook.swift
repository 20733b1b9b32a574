import Figures
import Spreadsheet

/// Writes the city's workbook of one period: it leaves the house, so it holds no findings, paths or file names.
///
/// - Parameter temporaryFolder: where libxlsxwriter keeps what it has not yet packed.
package func writeCityWorkbook(
    _ context: WorkbookContext,
    to path: String,
    temporaryFolder: String
) throws(WorkbookError) -> WrittenWorkbook {
    let index = FigureIndex(context.figures)
    let others = [
        CommuneSheet(context: context, index: index).composition,
        UnitSheet(context: context).composition,
        ChangeSheet(context: context, index: index).composition,
        AbsenceSheet(context: context).composition,
    ]
    let first = SummarySheet(context: context, index: index).composition(others: others.map(\.name))
    return try writeWorkbook(
        [first] + others,
        properties: context.properties(title: SheetTitles.summary.heading),
        constantMemory: context.isLarge,
        to: path,
        temporaryFolder: temporaryFolder
    )
}

/// Writes sheets as one workbook, reads it back and counts it.
func writeWorkbook(
    _ sheets: [SheetComposition],
    properties: DocumentProperties,
    constantMemory: Bool,
    to path: String,
    temporaryFolder: String
) throws(WorkbookError) -> WrittenWorkbook {
    do {
        let writer = try WorkbookWriter(
            path: path,
            temporaryFolder: temporaryFolder,
            properties: properties,
            constantMemory: constantMemory
        )
        for sheet in sheets { try sheet.write(to: writer) }
        return try writer.close()
    } catch {
        throw WorkbookError(path: path, reason: error)
    }
}
