import Intake
import Plan
import Records

/// `findings.csv`: every finding of the inbox, sorted by file, line, column, code, value and id, as they are written.
package func findingsCSV(_ result: IntakeResult, plan: Plan) -> [UInt8] {
    var text = CSVText(header: [
        "id", "code", "severity", "dataset", "file", "line", "column", "unit", "period", "value", "message", "answer",
        "state",
    ])
    let rows = SortedFindings(result, plan: plan)
    for place in 0..<rows.count {
        let (finding, dataSet, file) = rows[place]
        text.append([
            finding.id, finding.codeName, finding.severity.rawValue, dataSet, file, finding.lineText,
            finding.columnLabel, finding.unit, finding.period, finding.value, finding.message(plan: plan),
            finding.answer, finding.state.rawValue,
        ])
    }
    return text.bytes
}

/// `findings.json`: the same, and the arguments of each message; null is none.
package func findingsJSON(_ result: IntakeResult, plan: Plan) -> [UInt8] {
    let rows = SortedFindings(result, plan: plan)
    return JSONText.list(count: rows.count) { place, text in
        let (finding, dataSet, file) = rows[place]
        text.string("id", finding.id)
        text.string("code", finding.codeName)
        text.string("severity", finding.severity.rawValue)
        text.optional("dataset", dataSet)
        text.optional("file", file)
        text.number("line", finding.line > 0 ? Int(finding.line) : nil)
        text.optional("column", finding.columnLabel)
        text.optional("unit", finding.unit)
        text.optional("period", finding.period)
        text.optional("value", finding.value)
        text.string("message", finding.message(plan: plan))
        text.optional("answer", finding.answer)
        text.string("state", finding.state.rawValue)
        text.strings("arguments", finding.arguments)
    }
}

/// The letter of a column, counted from 0, as a spreadsheet shows it.
func columnLetter(_ position: Int32) -> String {
    var letters = ""
    var rest = Int(position)
    while rest >= 0 {
        letters = String(UnicodeScalar(UInt8(65 + rest % 26))) + letters
        rest = rest / 26 - 1
    }
    return letters
}

extension Finding {
    /// The column's letter as a spreadsheet shows it; empty where the finding is about no column.
    package var columnLetter: String {
        column.map(Batch.columnLetter) ?? ""
    }

    /// Header as sent, and the column's letter: `Mã đơn vị (A)`.
    package var columnLabel: String {
        guard column != nil else { return header }
        return header.isEmpty ? columnLetter : "\(header) (\(columnLetter))"
    }
}

/// The findings in the order of their texts as they are written; what each line says is made when it is written, since a hostile
/// inbox has millions of them.
private struct SortedFindings {
    private let result: IntakeResult
    private let plan: Plan
    /// Positions in the result's findings.
    private var order: [Int32]

    init(_ result: IntakeResult, plan: Plan) {
        self.result = result
        self.plan = plan
        let paths = result.files.map(\.file.path)
        // Ranks of the files in the order of paths' bytes, so that long paths are compared once.
        var ranks = [Int](repeating: 0, count: paths.count)
        for (rank, file) in paths.indices.sorted(by: { precedes(paths[$0], paths[$1]) }).enumerated() {
            ranks[file] = rank
        }
        // A finding about the inbox as a whole names no file.
        func rank(_ finding: Finding) -> Int {
            ranks.indices.contains(Int(finding.file)) ? ranks[Int(finding.file)] : -1
        }
        let findings = result.findings
        order = (0..<Int32(findings.count)).sorted { one, other in
            let (left, right) = (findings[Int(one)], findings[Int(other)])
            if left.file != right.file, case let (mine, others) = (rank(left), rank(right)), mine != others {
                return mine < others
            }
            if left.line != right.line { return precedes(left.lineText, right.lineText) }
            if left.column != right.column || left.header != right.header {
                let (mine, others) = (left.columnLabel, right.columnLabel)
                if !mine.utf8.elementsEqual(others.utf8) { return precedes(mine, others) }
            }
            for (mine, others) in [(left.codeName, right.codeName), (left.value, right.value)]
            where !mine.utf8.elementsEqual(others.utf8) { return precedes(mine, others) }
            return precedes(left.id, right.id)
        }
    }

    var count: Int { order.count }

    subscript(place: Int) -> (finding: Finding, dataSet: String, file: String) {
        let finding = result.findings[Int(order[place])]
        let isOfFile = result.files.indices.contains(Int(finding.file))
        return (
            finding, finding.dataSet.map { plan.dataSets[$0].name } ?? "",
            isOfFile ? result.files[Int(finding.file)].file.path : ""
        )
    }
}

extension Finding {
    /// Empty for the file as a whole.
    fileprivate var lineText: String { line > 0 ? String(line) : "" }
}
