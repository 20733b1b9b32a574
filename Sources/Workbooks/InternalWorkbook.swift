import Plan
import Records
import Spreadsheet

/// Writes the office's own workbook of one period: findings, sources and the office's decisions.
///
/// - Parameters:
///   - findings: in the order in which they are listed.
///   - sources: every input file, the roster and the office's decisions included.
///   - decisions: in the order of their lines.
///   - temporaryFolder: where libxlsxwriter keeps what it has not yet packed.
package func writeInternalWorkbook(
    _ context: WorkbookContext,
    findings: [FindingRow],
    sources: [SourceFile],
    decisions: [DecisionRow] = [],
    to path: String,
    temporaryFolder: String
) throws(WorkbookError) -> WrittenWorkbook {
    let findingSheets = FindingSheets(context: context, findings: findings).compositions
    let first = findingSheets.first?.name ?? SheetTitles.findings.name
    let sourceSheet = SourceSheet(context: context, sources: sources, first: first).composition
    let decisionSheet = DecisionSheet(context: context, decisions: decisions, first: first).composition
    return try writeWorkbook(
        findingSheets + [sourceSheet, decisionSheet],
        properties: context.properties(title: SheetTitles.findings.heading),
        constantMemory: findings.count > FindingSheets.largestInMemory,
        to: path,
        temporaryFolder: temporaryFolder
    )
}
