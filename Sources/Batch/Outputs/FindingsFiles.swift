import Intake
import Plan
import Records

/// `findings.csv`: every finding of the inbox, sorted by file, line, column, code, value and id, as they are written.
package func findingsCSV(_ result: IntakeResult, plan: Plan) -> [UInt8] {
    var text = CSVText(header: [
        "id", "code", "severity", "dataset", "file", "line", "column", "unit", "period", "value", "message", "answer",
        "state",
    ])
    for row in sortedFindings(result, plan: plan) {
        let finding = row.finding
        text.append([
            finding.id, finding.codeName, finding.severity.rawValue, row.dataSet, row.file, row.line, row.column,
            finding.unit, finding.period, finding.value, finding.message(plan: plan), finding.answer,
            finding.state.rawValue,
        ])
    }
    return text.bytes
}

/// `findings.json`: the same, and the arguments of each message; null is none.
package func findingsJSON(_ result: IntakeResult, plan: Plan) -> [UInt8] {
    let rows = sortedFindings(result, plan: plan)
    return JSONText.list(count: rows.count) { index, text in
        let (row, finding) = (rows[index], rows[index].finding)
        text.string("id", finding.id)
        text.string("code", finding.codeName)
        text.string("severity", finding.severity.rawValue)
        text.optional("dataset", row.dataSet)
        text.optional("file", row.file)
        text.number("line", finding.line > 0 ? Int(finding.line) : nil)
        text.optional("column", row.column)
        text.optional("unit", finding.unit)
        text.optional("period", finding.period)
        text.optional("value", finding.value)
        text.string("message", finding.message(plan: plan))
        text.optional("answer", finding.answer)
        text.string("state", finding.state.rawValue)
        text.strings("arguments", finding.arguments)
    }
}

extension Finding {
    /// The column's letter as a spreadsheet shows it; empty where the finding is about no column.
    package var columnLetter: String {
        guard let column else { return "" }
        var letters = ""
        var rest = Int(column)
        while rest >= 0 {
            letters = String(UnicodeScalar(UInt8(65 + rest % 26))) + letters
            rest = rest / 26 - 1
        }
        return letters
    }

    /// Header as sent, and the column's letter: `Mã đơn vị (A)`.
    package var columnLabel: String {
        guard column != nil else { return header }
        return header.isEmpty ? columnLetter : "\(header) (\(columnLetter))"
    }
}

/// A finding with the texts that it is sorted by.
private struct FindingRow {
    let finding: Finding
    let dataSet: String
    let file: String
    /// Position of the file in the order of paths' bytes, so that long paths are compared once.
    let rank: Int
    let line: String
    let column: String
}

private func sortedFindings(_ result: IntakeResult, plan: Plan) -> [FindingRow] {
    let paths = result.files.map(\.file.path)
    var ranks = [Int](repeating: 0, count: paths.count)
    for (rank, file) in paths.indices.sorted(by: { precedes(paths[$0], paths[$1]) }).enumerated() { ranks[file] = rank }
    let rows = result.findings.map { finding in
        // A finding about the inbox as a whole names no file.
        let file = paths.indices.contains(Int(finding.file)) ? Int(finding.file) : nil
        return FindingRow(
            finding: finding,
            dataSet: finding.dataSet.map { plan.dataSets[$0].name } ?? "",
            file: file.map { paths[$0] } ?? "",
            rank: file.map { ranks[$0] } ?? -1,
            line: finding.line > 0 ? String(finding.line) : "",
            column: finding.columnLabel
        )
    }
    return rows.sorted { left, right in
        if left.rank != right.rank { return left.rank < right.rank }
        let pairs = [
            (left.line, right.line), (left.column, right.column),
            (left.finding.codeName, right.finding.codeName), (left.finding.value, right.finding.value),
        ]
        for (one, other) in pairs where !one.utf8.elementsEqual(other.utf8) { return precedes(one, other) }
        return precedes(left.finding.id, right.finding.id)
    }
}
