import Figures
import Plan
import Spreadsheet

/// Writes a workbook as its layout says, reads it back and counts it.
///
/// - Parameters:
///   - office: what the workbook lists beside figures.
///   - marks: properties that programs tell the workbook by.
///   - temporaryFolder: where libxlsxwriter keeps what it has not yet packed, in a file for each part.
///   - memoryFolder: a folder in memory, where it keeps that of small workbooks: to make and to delete so many files takes a disk
///     longer than to write the workbooks. Where it cannot be used, or is full, the other is.
///   - limits: what a sheet takes; a table with more rows goes on, on further sheets.
package func writeWorkbook(
    _ context: WorkbookContext,
    layout: WorkbookLayout,
    office: OfficeLists = .none,
    marks: [DocumentProperties.Custom] = [],
    to path: String,
    temporaryFolder: String,
    memoryFolder: String? = nil,
    limits: SheetLimits = .excel
) throws(WorkbookError) -> ComposedWorkbook {
    let composer = LayoutComposer(context: context, layout: layout, office: office, limits: limits)
    var properties = context.properties(title: layout.title)
    properties.custom += marks
    if composer.isSmall, let memoryFolder,
        let written = try? write(composer, properties, to: path, temporaryFolder: memoryFolder)
    {
        return written
    }
    do {
        return try write(composer, properties, to: path, temporaryFolder: temporaryFolder)
    } catch {
        throw WorkbookError(path: path, reason: error)
    }
}

private func write(
    _ composer: LayoutComposer,
    _ properties: DocumentProperties,
    to path: String,
    temporaryFolder: String
) throws(SpreadsheetError) -> ComposedWorkbook {
    let writer = try WorkbookWriter(
        path: path,
        temporaryFolder: temporaryFolder,
        properties: properties,
        constantMemory: composer.isLarge
    )
    let figures = try composer.write(to: writer)
    return ComposedWorkbook(
        written: try writer.close(),
        period: composer.context.figures.period.id,
        figures: figures
    )
}
