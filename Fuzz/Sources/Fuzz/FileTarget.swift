import Plan
import Records

@testable import Intake
@testable import Tabular

/// Any bytes as a file of the inbox, with the real plan: every row is taken or told, and every line accounted for.
func fuzzFile(_ bytes: [UInt8]) {
    for reading in readContent(bytes, name: "a.csv", context: House.context) {
        check(reading, of: bytes, House.context)
    }
}

func readContent(_ bytes: [UInt8], name: String, context: ReadingContext) -> [FileReading] {
    let entry = InboxListing.Entry(pathBytes: Array(name.utf8), path: name, refusal: nil)
    return readContent(bytes, of: entry, context: context)
}

/// What must hold of every reading.
func check(_ reading: FileReading, of bytes: [UInt8], _ context: ReadingContext) {
    let taken = reading.table?.count ?? 0
    must(
        reading.rowsRead == taken + reading.rowsLeftOut,
        "\(reading.rowsRead) read, \(taken) taken, \(reading.rowsLeftOut) left out"
    )
    must(taken > 0 || !reading.findings.isEmpty, "nothing taken, and nothing said")
    for finding in reading.findings { check(finding, reading, context) }
    guard let table = reading.table else { return }
    let fields = context.plan.dataSets[table.dataSet].fields
    for (field, column) in table.columns.enumerated() {
        must(column.count == taken, "the column \(fields[field].name) has \(column.count) of \(taken) rows")
        for row in column.indices {
            let text = table.text(row: row, field: field, plan: context.plan, roster: context.roster)
            must(column[row] == Table.missing ? text.isEmpty : true, "a missing value has the text \(text)")
        }
    }
    checkLines(reading, table, of: bytes, context)
}

private func check(_ finding: Finding, _ reading: FileReading, _ context: ReadingContext) {
    must(!finding.message(plan: context.plan).isEmpty, "\(finding.code) without a message")
    must(finding.value.count <= 80 && finding.header.count <= 80, "\(finding.code): a value that is not cut")
    must(finding.line >= 0, "\(finding.code) on line \(finding.line)")
    if let row = finding.row {
        must(Int(row) < reading.table?.count ?? 0, "\(finding.code) of row \(row)")
        must(reading.table?.sources[Int(row)].line == finding.line, "\(finding.code): row and line differ")
    }
    let shown = [finding.value, finding.header] + finding.arguments
    must(
        !shown.joined().unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" && $0 != "\t" && $0 != "\r" },
        "control characters in \(finding.code)"
    )
}

/// Each line below the header that is not blank is a row that was taken, or has a finding that takes no row.
private func checkLines(_ reading: FileReading, _ table: Table, of bytes: [UInt8], _ context: ReadingContext) {
    guard
        case .read(let candidate, _) = TextDecider(plan: context.plan, vocabulary: context.vocabulary).decide(bytes)
            .outcome,
        case .text(let text) = candidate.text, let delimiter = candidate.search.delimiter?.rawValue
    else { return }
    let start = separatorLine(text.span)?.end ?? 0
    let plain = PlainTokenizer.rows(Array(text[start...]), delimiter: delimiter)
    var cleaned = CleanedCell()
    let lines = plain.rows.indices.filter { row in
        plain.rows[row].contains { cell in
            clean(cell.span, into: &cleaned)
            return !cleaned.bytes.isEmpty
        }
    }.map { Int32(plain.lines[$0] + (start > 0 ? 1 : 0)) }
    let taken = Set(table.sources.map(\.line))
    must(taken.count == table.count, "two rows of one line")
    let header = reading.findings.filter { $0.code.rawValue.hasPrefix("H") || $0.code.rawValue.hasPrefix("F") }
    let told = Set(reading.findings.filter { $0.row == nil && $0.line > 0 }.map(\.line)).subtracting(header.map(\.line))
    must(told.isDisjoint(with: taken), "a line that is taken and left out")
    let isWhole = plain.openQuote == nil && !reading.isBrokenOff
    guard let first = taken.union(told).min() else {
        if isWhole { must(lines.count <= 20, "no line of \(lines.count) is accounted for") }
        return
    }
    // Titles and the header stand above the first row; the search tries 20 lines.
    must(lines.count { $0 < first } <= 20, "lines above the first row")
    let below = lines.filter { $0 >= first }
    must(taken.isSubset(of: below), "a row of no line")
    if isWhole {
        must(
            Set(below).isSubset(of: taken.union(told)),
            "lines lost: \(Set(below).subtracting(taken.union(told)).sorted())"
        )
        must(
            reading.rowsRead + reading.notData == below.count,
            "\(below.count) lines, \(reading.rowsRead) + \(reading.notData) read"
        )
    }
}
