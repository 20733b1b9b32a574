// The roster is the office's own file, and the denominator of every figure: read by the same steps as any other file, then held
// to more. With one error in it there is no roster.

import Crypto
import Plan
import Records
import SystemPackage
import Tabular

/// Reads the roster's file: a text, or a workbook of which one sheet is the roster.
///
/// - Returns: the roster, what was found in its file, and the sheet's name where it is a workbook.
/// - Throws: `IntakeError.rosterUnreadable`, or `.roster` with all its findings where one is an error.
package func readRoster(
    _ path: FilePath,
    plan: Plan,
    limits: IntakeLimits = IntakeLimits()
) throws(IntakeError) -> (roster: Roster, findings: [Finding], sheet: String?) {
    let bytes: [UInt8]
    do {
        bytes = try readBytes(path, limit: limits.fileSize)
    } catch {
        let reason =
            switch error {
            case .refused(let reason): reason
            case .tooLarge: "tệp lớn hơn \(limits.fileSize >> 20) MB"
            }
        throw .rosterUnreadable(path: path.string, reason: reason)
    }
    return try readRoster(bytes, path: path.string, plan: plan, limits: limits)
}

/// Reads a roster from bytes; `path` is how findings and errors name it.
package func readRoster(
    _ bytes: [UInt8],
    path: String,
    plan: Plan,
    limits: IntakeLimits = IntakeLimits()
) throws(IntakeError) -> (roster: Roster, findings: [Finding], sheet: String?) {
    let file = InboxFile(path: path, pathBytes: Array(path.utf8), bytes: bytes.count, sha256: "")
    let tables = TableReading(rosterOf: plan, limits: limits)
    var reading = FileReading(file: file)
    var blanks: [Finding] = []
    var sheet: String?
    switch FileContent(of: bytes, name: file.pathBytes) {
    case .empty: reading.refuse(.F1)
    case .text:
        let text = TextReading(tables: tables).readTable(bytes, file: file, promisesTable: true)
        reading = text.reading
        if let header = text.search?.header, header.dataSet == plan.roster, let rows = text.search?.rows {
            blanks = strayBlanks(in: rows, below: header, plan: plan)
        }
    case .workbook:
        do {
            let table = try RosterSheet(bytes, file: file, tables: tables)
            reading = table.reading
            blanks = table.strayBlanks
            sheet = table.name
        } catch {
            throw .roster([error.finding], sheet: nil)
        }
    case .unreadTable(let title), .noTable(let title): reading.refuse(.F8, arguments: [title])
    }
    guard reading.dataSet == plan.roster, let table = reading.table else {
        // What was found in the rows of another data set says nothing of a roster.
        if reading.dataSet != nil { reading.findings = [] }
        if reading.findings.allSatisfy({ $0.severity != .error }) {
            reading.refuse(.F3, arguments: [plan.dataSets[plan.roster].title, "", ""])
        }
        throw .roster(reading.findings, sheet: sheet)
    }
    var assembly = RosterAssembly(plan, table, readWith: reading.findings)
    let roster = assembly.assemble()
    var findings = reading.findings.map { assembly.asRosterFinding($0) }
    findings += assembly.findings
    findings += blanks
    findings += UndecidedIndicators(plan, roster).findings()
    if reading.rowsRead != table.count + reading.rowsLeftOut {
        var balance = RowBalance()
        balance.read = reading.rowsRead
        balance.counted = table.count
        balance.leftOut = reading.rowsLeftOut
        throw .imbalance(path: path, balance)
    }
    if table.count == 0, reading.rowsRead == 0 {
        findings.append(
            Finding(.U3, dataSet: plan.roster, file: 0, arguments: ["danh mục không có đơn vị nào"])
        )
    }
    findings.sort { ($0.line, $0.column ?? -1) < ($1.line, $1.column ?? -1) }
    guard findings.allSatisfy({ $0.severity != .error }) else { throw .roster(findings, sheet: sheet) }
    return (roster, findings, sheet)
}
