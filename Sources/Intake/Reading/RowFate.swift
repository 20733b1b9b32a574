// What becomes of one line: taken, left out with an error, or no data.

import Plan
import Records
import Tabular

extension TableReader {
    /// Deals with a line that is no data, or may be none; false for a row.
    mutating func passOver(_ record: Record, hasUnit: Bool) -> Bool {
        let line = NoDataLine(record, header: header, unitColumn: unitColumn.map { columns[$0].column })
        switch line {
        case .row: return false
        case .totals where hasUnit, .remark where hasUnit: return false
        case .repeatedHeader, .columnNumbers:
            findings.append(noData(record))
            notData += 1
        case .totals(let label):
            findings.append(noData(record))
            notData += 1
            compareTotals(record, label: label)
        case .remark:
            remarks.append((noData(record), makeFindings(record, unit: "", period: "", row: nil)))
            remarkRows.append(record, header: header, unit: Table.missing, period: "", isShifted: false)
        }
        return true
    }

    /// A row follows: the remarks before it were rows without a unit.
    mutating func settleRemarks() {
        guard !remarks.isEmpty else { return }
        for remark in remarks {
            findings += remark.findings
            rowsRead += 1
            rowsLeftOut += 1
            hasUnknownUnitLeftOut = true
        }
        remarks.removeAll()
        leftOutRows.append(remarkRows)
        remarkRows = LeftOutRows()
    }

    mutating func append(_ record: Record, unit: Int32, period: String) {
        if !faults.isEmpty {
            findings += makeFindings(record, unit: code(ofUnit: unit), period: period, row: Int32(table.count))
            for fault in faults where fault.column != nil { totals.noteFault(column: fault.column, values) }
        }
        block.append(contentsOf: values)
        if block.count >= Self.blockLength * values.count { writeBlock() }
        table.sources.append(SourceRow(file: 0, line: Int32(clamping: record.line)))
    }

    /// Rows that are written into the columns at once: a column at a time, a cell costs a tenth of what it does row by row.
    private static let blockLength = 512

    /// Writes the rows of the block into the table's columns.
    mutating func writeBlock() {
        let width = values.count
        guard width > 0, !block.isEmpty else { return }
        let count = block.count / width
        for field in table.columns.indices {
            table.columns[field].append(addingCapacity: count) { output in
                for row in 0..<count { output.append(block[row * width + field]) }
            }
        }
        block.removeAll(keepingCapacity: true)
    }

    mutating func leaveOut(_ record: Record, unit: Int32, period: String) {
        findings += makeFindings(record, unit: code(ofUnit: unit), period: period, row: nil)
        leftOutRows.append(
            record,
            header: header,
            unit: hasUnitsOfRoster ? unit : Table.missing,
            period: period,
            isShifted: faults.contains { $0.code == .L4 }
        )
        rowsLeftOut += 1
        totals.noteRowLeftOut()
        if unit != Table.missing {
            unitsLeftOut[unit, default: 0] += 1
        } else if !hasReadableUnit {
            hasUnknownUnitLeftOut = true
        }
    }

    private var hasUnitsOfRoster: Bool { unitColumn.map { columns[$0].definition.type == .code } ?? false }

    /// The unit's code, as findings name it.
    private func code(ofUnit unit: Int32) -> String {
        guard unit != Table.missing, let unitColumn else { return "" }
        switch columns[unitColumn].definition.type {
        case .choice(let list):
            let codes = plan.codeLists[list].codes
            return Int(unit) < codes.count ? codes[Int(unit)].code : ""
        default:
            return definition.isRoster ? table.texts[Int(unit)] : tools.roster?.codes[Int(unit)] ?? ""
        }
    }

    private func noData(_ record: Record) -> Finding {
        let first = (0..<record.count).lazy.map { shownText(record, $0) }.first { !$0.isEmpty }
        return Finding(
            .L2,
            dataSet: header.dataSet,
            file: 0,
            line: Int32(clamping: record.line),
            value: first ?? ""
        )
    }
}

// MARK: - Faults

extension TableReader {
    /// Something about a column's cell.
    mutating func add(_ code: FindingCode, _ index: Int, _ record: Record, _ arguments: [String]) {
        let column = columns[index].column
        let value = column < record.count ? shownText(record, column) : ""
        faults.append(RowFault(code: code, column: column, value: value, arguments: arguments))
    }

    /// Something about the row as a whole.
    mutating func add(_ code: FindingCode, arguments: [String]) {
        faults.append(RowFault(code: code, column: nil, value: "", arguments: arguments))
    }

    /// A period that is in no plan (P1), or in another year's (P6); the year's column is mostly what is wrong.
    mutating func complainAboutPeriod(_ code: FindingCode, _ record: Record) {
        guard let period else { return }
        func sent(_ field: Int?) -> (index: Int, text: String)? {
            guard let index = columns.firstIndex(where: { $0.field == field }) else { return nil }
            return (index, shownText(record, columns[index].column))
        }
        let year = sent(period.year)
        let name = sent(period.period)
        let arguments = [year?.text ?? String(plan.year), name?.text ?? ""]
        if let index = (year ?? name)?.index { add(code, index, record, arguments) }
        mustLeaveOut = true
    }

    private func makeFindings(_ record: Record, unit: String, period: String, row: Int32?) -> [Finding] {
        faults.map { fault in
            Finding(
                fault.code,
                dataSet: header.dataSet,
                file: 0,
                line: Int32(clamping: record.line),
                column: fault.column.map(Int32.init),
                header: fault.column.map { header.titles[$0] } ?? "",
                row: row,
                unit: unit,
                period: period,
                value: fault.value,
                arguments: fault.arguments
            )
        }
    }
}
