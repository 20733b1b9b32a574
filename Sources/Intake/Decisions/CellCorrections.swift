import Plan
import Records

/// Corrects cells of rows that count, after merging, while they still hold what the office saw.
///
/// What decides which row counts (keys, the date of sending) is never corrected, so neither receipts nor merging look at it.
struct CellCorrections {
    private let context: ReadingContext
    private var tables: [Table]
    private var readings: [FileReading]
    /// The line of the decision that corrected a cell.
    private var corrected: [Place: Int32] = [:]
    /// Positions of the rows that count, by data set and unit, for the units that decisions name.
    private var rowsOfUnits: [Int: [Int32: [Int]]] = [:]

    /// A cell of a row that counts.
    struct Place: Hashable {
        let dataSet: Int
        let row: Int
        let field: Int
    }

    /// - Parameters:
    ///   - tables: the rows that count, by data set.
    ///   - readings: with their findings, which know their records.
    init(_ context: ReadingContext, tables: [Table], readings: [FileReading]) {
        self.context = context
        self.tables = tables
        self.readings = readings
    }

    /// Applies the corrections in the order of their lines.
    ///
    /// - Returns: why a correction is not applied, by its position in the list, and the cells that were corrected.
    static func apply(
        _ list: DecisionList,
        context: ReadingContext,
        to tables: inout [Table],
        _ readings: inout [FileReading]
    ) -> (obstacles: [Int: String], cells: [Place]) {
        var corrections = CellCorrections(context, tables: tables, readings: readings)
        var obstacles: [Int: String] = [:]
        for (position, decision) in list.decisions.enumerated() {
            guard case .correct(let correction) = decision.matter else { continue }
            do throws(DecisionObstacle) {
                try corrections.apply(correction, of: decision)
            } catch {
                obstacles[position] = error.reason
            }
        }
        tables = corrections.tables
        readings = corrections.readings
        return (obstacles, Array(corrections.corrected.keys))
    }

    private mutating func apply(
        _ correction: Decision.Correction,
        of decision: Decision
    ) throws(DecisionObstacle) {
        let cell = try CorrectedCell(correction, context: context, tables: &tables)
        let row = try row(of: cell, correction)
        let field = context.plan.dataSets[cell.dataSet].fields[cell.field]
        let value = try newValue(correction, cell, field)
        let old = tables[cell.dataSet].words(
            row: row,
            field: cell.field,
            plan: context.plan,
            roster: context.roster
        )
        let sent = sentText(row, cell)
        tables[cell.dataSet].columns[cell.field][row] = value
        corrected[Place(dataSet: cell.dataSet, row: row, field: cell.field)] = decision.line
        let new = tables[cell.dataSet].words(
            row: row,
            field: cell.field,
            plan: context.plan,
            roster: context.roster
        )
        close(row, cell)
        tell(decision, row, cell, what: "sửa “\(field.title)” từ “\(sent ?? old)” thành “\(new)”", value: sent ?? old)
    }

    /// The row that counts, of those with the key the one whose cell holds the old value.
    private mutating func row(of cell: CorrectedCell, _ correction: Decision.Correction) throws(DecisionObstacle) -> Int
    {
        let definition = context.plan.dataSets[cell.dataSet]
        let rows = rows(withKey: cell.key, of: cell.dataSet)
        guard let first = rows.first else { throw DecisionObstacle("không có dòng nào với khóa này đang được tính") }
        for row in rows {
            if let line = corrected[Place(dataSet: cell.dataSet, row: row, field: cell.field)] {
                throw DecisionObstacle("ô này đã được sửa theo quyết định ở dòng \(line); hãy chỉ giữ một quyết định")
            }
        }
        let old = tables[cell.dataSet].read(correction.oldValue, field: cell.field, context: context)
        let holding = rows.filter { row in
            if let sent = sentText(row, cell) { return sent == shownText(Array(correction.oldValue.utf8).span) }
            return (old.fault == nil || !old.isMissing)
                && tables[cell.dataSet].columns[cell.field][row] == old.value
        }
        guard let row = holding.first else {
            let words = rows.map { row in
                let text = tables[cell.dataSet].words(
                    row: row,
                    field: cell.field,
                    plan: context.plan,
                    roster: context.roster
                )
                return "“\(sentText(row, cell) ?? text)”"
            }
            let new = tables[cell.dataSet].read(correction.newValue, field: cell.field, context: context)
            if new.fault == nil, rows.count == 1, sentText(first, cell) == nil,
                tables[cell.dataSet].columns[cell.field][first] == new.value
            {
                throw DecisionObstacle("ô nay đã ghi \(words[0]), không cần quyết định này nữa")
            }
            throw DecisionObstacle(
                "ô nay ghi \(words.joined(separator: " và ")), không còn là “\(correction.oldValue)”"
            )
        }
        guard holding.count == 1 else {
            throw DecisionObstacle("có \(holding.count) dòng cùng khóa này đang được tính (\(definition.title))")
        }
        return row
    }

    private mutating func newValue(
        _ correction: Decision.Correction,
        _ cell: CorrectedCell,
        _ field: Field
    ) throws(DecisionObstacle) -> Int32 {
        let reading = tables[cell.dataSet].read(correction.newValue, field: cell.field, context: context)
        switch reading.fault?.code {
        case nil, .C11, .C13: break
        case let code?:
            let finding = Finding(
                code,
                dataSet: cell.dataSet,
                file: 0,
                value: correction.newValue,
                arguments: reading.fault?.arguments ?? []
            )
            throw DecisionObstacle("giá trị mới không dùng được: \(finding.message(plan: context.plan))")
        }
        if reading.isMissing, context.plan.dataSets[cell.dataSet].isIndispensable(cell.field) {
            throw DecisionObstacle("cột “\(field.title)” không được để trống")
        }
        return reading.value
    }

    private mutating func rows(withKey key: [Int32], of dataSet: Int) -> [Int] {
        let definition = context.plan.dataSets[dataSet]
        let table = tables[dataSet]
        guard let unitField = definition.index(of: .unit), let unit = definition.key.firstIndex(of: unitField) else {
            return []
        }
        if rowsOfUnits[dataSet] == nil {
            rowsOfUnits[dataSet] = Dictionary(grouping: 0..<table.count) { table.columns[unitField][$0] }
        }
        let rows = rowsOfUnits[dataSet]?[key[unit]] ?? []
        return rows.filter { row in
            zip(definition.key, key).allSatisfy { field, cell in table.columns[field][row] == cell }
        }
    }

    /// What the sender wrote in a cell that could not be read; nil where it was read, or empty.
    private func sentText(_ row: Int, _ cell: CorrectedCell) -> String? {
        let table = tables[cell.dataSet]
        guard table.columns[cell.field][row] == Table.missing else { return nil }
        let source = table.sources[row]
        let reading = readings[Int(source.file)]
        guard let column = reading.column(of: cell.field) else { return nil }
        return reading.findings.first { finding in
            finding.line == source.line && finding.column == column.position && finding.severity == .error
                && finding.row != nil && !finding.value.isEmpty
        }?.value
    }

    /// Closes what was found in the cell, in every copy of the row.
    private mutating func close(_ row: Int, _ cell: CorrectedCell) {
        let definition = context.plan.dataSets[cell.dataSet]
        let table = tables[cell.dataSet]
        let record = table.keyText(row: row, plan: context.plan, roster: context.roster)
        let key = definition.key.map { table.columns[$0][row] }
        let isAlone = rows(withKey: key, of: cell.dataSet).count == 1
        let source = table.sources[row]
        for file in readings.indices where readings[file].dataSet == cell.dataSet {
            guard let column = readings[file].column(of: cell.field) else { continue }
            for index in readings[file].findings.indices {
                let finding = readings[file].findings[index]
                guard finding.row != nil, finding.column == column.position, finding.record == record,
                    isAlone || Int(source.file) == file && source.line == finding.line
                else { continue }
                readings[file].findings[index].state = .closed
            }
        }
    }

    /// O1, at the corrected cell.
    private mutating func tell(_ decision: Decision, _ row: Int, _ cell: CorrectedCell, what: String, value: String) {
        let plan = context.plan
        let definition = plan.dataSets[cell.dataSet]
        let table = tables[cell.dataSet]
        let source = table.sources[row]
        let column = readings[Int(source.file)].column(of: cell.field)
        var period = RowPeriod(plan, dataSet: cell.dataSet, otherPeriods: [])
        let cells = definition.fields.indices.map { table.columns[$0][row] }
        let id: String = if case .known(let id) = period?.outcome(cells, table.texts) { id } else { "" }
        let unit = definition.index(of: .unit).map {
            table.text(row: row, field: $0, plan: plan, roster: context.roster)
        }
        var finding = Finding(
            .O1,
            dataSet: cell.dataSet,
            file: source.file,
            line: source.line,
            column: column?.position,
            header: column?.header ?? definition.fields[cell.field].title,
            unit: unit ?? "",
            period: id,
            value: value,
            arguments: decision.arguments(for: what)
        )
        finding.record = table.keyText(row: row, plan: plan, roster: context.roster)
        finding.evidence = what
        readings[Int(source.file)].findings.append(finding)
    }
}

extension FileReading {
    fileprivate func column(of field: Int) -> SentColumn? {
        sentColumns.indices.contains(field) ? sentColumns[field] : nil
    }
}

extension Table {
    /// A row's key in canonical form, as it may be shown: personal numbers masked but in the unit's code, which the roster gives.
    func keyText(row: Int, plan: Plan, roster: Roster) -> String {
        let definition = plan.dataSets[dataSet]
        return definition.key.map { field in
            let text = text(row: row, field: field, plan: plan, roster: roster)
            return definition.fields[field].roles.contains(.unit) ? text : PersonalNumbers.masked(text)
        }.joined(separator: "|")
    }
}
