import Figures
import Plan
import Spreadsheet

/// Writes a workbook as its layout says, reads it back and counts it.
///
/// - Parameters:
///   - office: what the workbook lists beside figures.
///   - marks: properties that programs tell the workbook by.
///   - temporaryFolder: where libxlsxwriter keeps what it has not yet packed.
package func writeWorkbook(
    _ context: WorkbookContext,
    layout: WorkbookLayout,
    office: OfficeLists = .none,
    marks: [DocumentProperties.Custom] = [],
    to path: String,
    temporaryFolder: String
) throws(WorkbookError) -> WrittenWorkbook {
    do {
        let composer = LayoutComposer(context: context, layout: layout, office: office)
        var properties = context.properties(title: layout.title)
        properties.custom += marks
        let writer = try WorkbookWriter(
            path: path,
            temporaryFolder: temporaryFolder,
            properties: properties,
            constantMemory: composer.isLarge
        )
        try composer.write(to: writer)
        return try writer.close()
    } catch {
        throw WorkbookError(path: path, reason: error)
    }
}
