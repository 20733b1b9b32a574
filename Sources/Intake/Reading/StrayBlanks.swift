import Plan
import Records
import Tabular

/// U4: blanks at the ends of a cell, or two in a row, in codes and names: two spellings of one name are two names elsewhere.
func strayBlanks(in bytes: [UInt8], plan: Plan) -> [Finding] {
    guard let text = try? decodeText(bytes),
        case .found(let table) = HeaderSearch.search(text.bytes.span, plan: plan, vocabulary: Vocabulary(plan))
    else { return [] }
    let tokenizer = Tokenizer(delimiter: table.delimiter.rawValue, offset: table.offset, line: table.line)
    return strayBlanks(in: TableRows(text: text.bytes, from: tokenizer), below: table.header, plan: plan)
}

/// The same of the rows below a header.
func strayBlanks(in rows: TableRows, below header: Header, plan: Plan) -> [Finding] {
    let fields = plan.dataSets[plan.roster].fields
    var findings: [Finding] = []
    var rows = rows
    var record = Record()
    // What cannot be read was told by the first reading.
    while (try? rows.next(into: &record)) == true {
        for case (let column, .field(let field)) in header.columns.enumerated() where column < record.count {
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
                    header: header.titles[column],
                    value: shownText(record, column),
                    arguments: ["thừa dấu cách"]
                )
            )
        }
    }
    return findings
}

extension [UInt8] {
    fileprivate var adjacentBlanks: Bool {
        indices.dropFirst().contains { self[$0] == 0x20 && self[$0 - 1] == 0x20 }
    }
}
