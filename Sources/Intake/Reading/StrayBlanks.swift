import Plan
import Records
import Tabular

/// U4: blanks at the ends of a cell, or two in a row, in codes and names: two spellings of one name are two names elsewhere.
///
/// - Parameter header: the roster's.
func strayBlanks(in rows: TableRows, below header: Header, plan: Plan) -> [Finding] {
    let fields = plan.dataSets[plan.roster].fields
    var findings: [Finding] = []
    var rows = rows
    var record = Record()
    // What cannot be read was told by the first reading.
    while (try? rows.next(into: &record)) == true {
        for case (let column, .field(let field)) in header.columns.enumerated() where column < record.count {
            guard fields[field].type == .code || fields[field].type == .text else { continue }
            let cell = record.bytes[record.range(column)].blanksAsSpaces
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

extension Collection<UInt8> {
    /// The bytes with each tab and each no-break space (C2 A0) as a space.
    fileprivate var blanksAsSpaces: [UInt8] {
        var bytes: [UInt8] = []
        for byte in self {
            if byte == 0xA0, bytes.last == 0xC2 {
                bytes[bytes.count - 1] = 0x20
            } else {
                bytes.append(byte == 0x09 ? 0x20 : byte)
            }
        }
        return bytes
    }
}

extension [UInt8] {
    fileprivate var adjacentBlanks: Bool {
        indices.dropFirst().contains { self[$0] == 0x20 && self[$0 - 1] == 0x20 }
    }
}
