// The roster is the office's own file, and the denominator of every figure: read by the same steps as any other file, then held
// to more. With one error in it there is no roster.

import Crypto
import Plan
import Records
import SystemPackage
import Tabular

/// Reads the roster's file.
///
/// - Throws: `IntakeError.rosterUnreadable`, or `.roster` with all its findings where one is an error.
package func readRoster(
    _ path: FilePath,
    plan: Plan,
    limits: IntakeLimits = IntakeLimits()
) throws(IntakeError) -> (roster: Roster, findings: [Finding]) {
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
) throws(IntakeError) -> (roster: Roster, findings: [Finding]) {
    let file = InboxFile(path: path, pathBytes: Array(path.utf8), bytes: bytes.count, sha256: "")
    var reading = FileReading(file: file)
    switch FileContent(of: bytes, name: file.pathBytes) {
    case .empty: reading.refuse(.F1)
    case .text:
        reading = TextReading(rosterOf: plan, limits: limits).read(bytes, file: file, promisesTable: true)
    // Sheets are read as they are in the inbox, once they are.
    case .workbook: reading.refuse(.F8, arguments: ["bảng tính .xlsx"])
    case .unreadTable(let title), .noTable(let title): reading.refuse(.F8, arguments: [title])
    }
    guard reading.dataSet == plan.roster, let table = reading.table else {
        if reading.findings.allSatisfy({ $0.severity != .error }) {
            reading.refuse(.F3, arguments: [plan.dataSets[plan.roster].title, "", ""])
        }
        throw .roster(reading.findings)
    }
    var assembly = RosterAssembly(plan, table, readWith: reading.findings)
    let roster = assembly.assemble()
    var findings = reading.findings.map { assembly.asRosterFinding($0) }
    findings += assembly.findings
    findings += strayBlanks(in: bytes, plan: plan)
    findings += undecided(roster, plan: plan)
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
    guard findings.allSatisfy({ $0.severity != .error }) else { throw .roster(findings) }
    return (roster, findings)
}

/// U4: blanks at the ends of a cell, or two in a row, in codes and names: two spellings of one name are two names elsewhere.
private func strayBlanks(in bytes: [UInt8], plan: Plan) -> [Finding] {
    guard let text = try? decodeText(bytes),
        case .found(let table) = HeaderSearch.search(text.bytes.span, plan: plan, vocabulary: Vocabulary(plan))
    else { return [] }
    let fields = plan.dataSets[plan.roster].fields
    var findings: [Finding] = []
    var tokenizer = Tokenizer(delimiter: table.delimiter.rawValue, offset: table.offset, line: table.line)
    var record = Record()
    // What cannot be read was told by the first reading.
    while (try? tokenizer.next(in: text.bytes.span, into: &record)) == true {
        for case (let column, .field(let field)) in table.header.columns.enumerated() where column < record.count {
            guard fields[field].type == .code || fields[field].type == .text else { continue }
            let cell = Array(record.bytes[record.range(column)])
            guard cell.first == 0x20 || cell.last == 0x20 || cell.adjacentBlanks else { continue }
            findings.append(
                Finding(
                    .U4,
                    dataSet: plan.roster,
                    file: 0,
                    line: Int32(clamping: record.line),
                    column: Int32(column),
                    header: table.header.titles[column],
                    value: shownText(record, column),
                    arguments: ["thừa dấu cách"]
                )
            )
        }
    }
    return findings
}

/// U4: a value without which the plan cannot say whether an indicator applies to the unit, such as last year's rating.
///
/// Asked of the plan's own conditions: where the roster's columns leave one unknown, its missing columns are named.
private func undecided(_ roster: Roster, plan: Plan) -> [Finding] {
    let definition = plan.dataSets[plan.roster]
    let first = plan.factColumns.count
    let levels = definition.index(of: .levels)
    let evaluation = Evaluation(count: roster.count) { variable in
        let field = variable - first
        return field == levels ? roster.levels.map(Double.init) : roster.table.numbers(field: field, plan: plan)
    }
    var named: Set<[Int]> = []
    var findings: [Finding] = []
    for condition in plan.indicators.compactMap(\.applies) {
        let fields = condition.variables.map { $0 - first }
        guard fields.allSatisfy(definition.fields.indices.contains) else { continue }
        for (unit, value) in evaluation.evaluate(condition).enumerated() where value.isNaN {
            for field in fields where roster.table.columns[field][unit] == Table.missing && field != levels {
                guard named.insert([unit, field]).inserted else { continue }
                findings.append(
                    Finding(
                        .U4,
                        dataSet: plan.roster,
                        file: 0,
                        line: roster.table.sources[unit].line,
                        unit: roster.codes[unit],
                        arguments: ["thiếu \(definition.fields[field].title)"]
                    )
                )
            }
        }
    }
    return findings
}

extension [UInt8] {
    fileprivate var adjacentBlanks: Bool {
        indices.dropFirst().contains { self[$0] == 0x20 && self[$0 - 1] == 0x20 }
    }
}
