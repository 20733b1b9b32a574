import Figures
import Plan
import Spreadsheet

/// Writes a workbook as its layout says, reads it back and counts it.
///
/// - Parameters:
///   - office: what the workbook lists beside figures.
///   - marks: properties that programs tell the workbook by.
///   - temporaryFolder: where libxlsxwriter keeps what it has not yet packed.
///   - limits: what a sheet takes; a table with more rows goes on, on further sheets.
package func writeWorkbook(
    _ context: WorkbookContext,
    layout: WorkbookLayout,
    office: OfficeLists = .none,
    marks: [DocumentProperties.Custom] = [],
    to path: String,
    temporaryFolder: String,
    limits: SheetLimits = .excel
) throws(WorkbookError) -> ComposedWorkbook {
    do {
        let composer = LayoutComposer(context: context, layout: layout, office: office, limits: limits)
        var properties = context.properties(title: layout.title)
        properties.custom += marks
        let writer = try WorkbookWriter(
            path: path,
            temporaryFolder: temporaryFolder,
            properties: properties,
            constantMemory: composer.isLarge
        )
        let figures = try composer.write(to: writer)
        return ComposedWorkbook(written: try writer.close(), period: context.figures.period.id, figures: figures)
    } catch {
        throw WorkbookError(path: path, reason: error)
    }
}
