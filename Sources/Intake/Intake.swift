import Dispatch
import Plan
import Records
import Synchronization

/// Merges what was read of all files into the records that count, and settles each file's outcome and balance.
///
/// - Parameters:
///   - readings: in the order of paths (`PathOrder`).
///   - skipped: paths of what was not read at all.
///   - roster: its file and what was found in it, so that its findings stand with the others; nil where there is no file.
///   - decisions: the office's, which set files aside before merging and correct cells after it.
/// - Throws: `IntakeError.imbalance` where rows went missing: a fault of the program, never of the data.
package func mergeReadings(
    _ readings: consuming [FileReading],
    skipped: [String],
    roster: (file: InboxFile, findings: [Finding])? = nil,
    decisions: DecisionList? = nil,
    context: ReadingContext,
    receipts: Receipts
) throws(IntakeError) -> IntakeResult {
    var readings = readings
    let plan = context.plan
    var tables: [Table] = plan.dataSets.indices.map { Table(dataSet: $0, fieldCount: plan.dataSets[$0].fields.count) }
    var earliestReport = [[Int32]](
        repeating: [Int32](repeating: .max, count: context.roster.count),
        count: plan.periods.count
    )
    let setAside = decisions?.setAside(&readings)
    if let roster {
        var reading = FileReading(file: roster.file)
        reading.role = .roster
        reading.dataSet = plan.roster
        reading.findings = roster.findings
        reading.rowsRead = context.roster.count
        readings.append(reading)
    }
    if let decisions { readings.append(FileReading(decisions)) }
    var balances = readings.map { reading in
        var balance = RowBalance()
        balance.read = reading.rowsRead
        balance.leftOut = reading.rowsLeftOut
        if reading.role == .roster { balance.counted = reading.rowsRead }
        return balance
    }
    var findings: [Finding] = []
    var submissions: [(key: SubmissionKey, receipt: Receipt)] = []
    var newestReceipts = [CalendarDate?](repeating: nil, count: readings.count)
    var units = UnitRecords(readings, context: context)

    var inputs: [MergeInput] = []
    for dataSet in plan.dataSets.indices where dataSet != plan.roster {
        guard let unitField = plan.dataSets[dataSet].index(of: .unit) else { continue }
        inputs.append(
            mergeInput(&readings, dataSet: dataSet, unitField: unitField, context: context, receipts: receipts)
        )
    }
    let mergedDataSets = concurrently(inputs, DataSetMerge.merge)
    for (input, merged) in zip(inputs, mergedDataSets) {
        for (row, fate) in merged.fates.enumerated() {
            let file = Int(input.table.sources[row].file)
            balances[file].add(fate)
            if input.hasUnitsOfRoster {
                units.add(fate, file: file, unit: input.table.columns[input.unitField][row])
            }
        }
        closeFindings(&readings, of: input, isPast: merged.isPast)
        tables[input.table.dataSet] = input.table.filtered { merged.fates[$0] == .counted }
        if !merged.earliestReport.isEmpty { earliestReport = merged.earliestReport }
        findings += merged.findings
        for submission in merged.submissions {
            submissions.append((submission.key, submission.receipt))
            let file = Int(submission.file)
            newestReceipts[file] = max(newestReceipts[file] ?? submission.receipt.date, submission.receipt.date)
            if input.hasUnitsOfRoster { units.add(submission.receipt, file: file, unit: submission.unit) }
        }
    }

    var decided: [DecisionRecord] = []
    if let decisions {
        var obstacles = setAside?.obstacles ?? [:]
        let corrections = CellCorrections.apply(decisions, context: context, to: &tables, &readings)
        obstacles.merge(corrections.obstacles) { $1 }
        for (position, merged) in mergedDataSets.enumerated() {
            inputs[position].take(corrections.cells, of: tables[inputs[position].table.dataSet], fates: merged.fates)
        }
        decided = decisions.records(obstacles)
        readings[readings.count - 1].findings = decided.compactMap(\.finding) + (setAside?.remarks ?? [])
    }

    for (position, found) in concurrently(inputs, { RecordRules($0).findings() }).enumerated() {
        for var finding in found {
            let file = Int(finding.file)
            inputs[position].complete(&finding, file: file, isPast: mergedDataSets[position].isPast)
            readings[file].findings.append(finding)
        }
    }
    inputs.removeAll()

    for file in readings.indices {
        // The readings give them up: no finding is held twice.
        var own: [Finding] = []
        swap(&own, &readings[file].findings)
        for index in own.indices { own[index].file = Int32(file) }
        if findings.isEmpty { findings = own } else { findings += own }
    }
    var total = RowBalance()
    for (file, balance) in balances.enumerated() {
        guard balance.holds else {
            throw .imbalance(path: readings[file].file.path, balance)
        }
        if readings[file].role == .inbox { total += balance }
    }
    var result = IntakeResult(
        files: fileRecords(
            readings,
            balances: balances,
            newestReceipts: newestReceipts,
            onlyUnits: units.onlyUnits(context.roster, fileCount: readings.count)
        ),
        unitRecords: units.byUnit(context.roster),
        skipped: skipped,
        records: AcceptedRecords(
            tables: tables,
            earliestReport: earliestReport,
            sentColumns: readings.map(\.sentColumns)
        ),
        findings: [],
        submissions: distinct(submissions),
        balance: total,
        decisions: decided
    )
    result.add(findings, plan: plan)
    return result
}

/// Does the same to all data sets on all cores, each by itself; the order of results is theirs.
private func concurrently<Outcome: Sendable>(
    _ inputs: [MergeInput],
    _ work: @Sendable (MergeInput) -> Outcome
) -> [Outcome] {
    let results = Mutex([Outcome?](repeating: nil, count: inputs.count))
    // The largest first, so that it does not begin when the others are done.
    let order = inputs.indices.sorted { inputs[$0].table.count > inputs[$1].table.count }
    DispatchQueue.concurrentPerform(iterations: inputs.count) { position in
        let outcome = work(inputs[order[position]])
        results.withLock { $0[order[position]] = outcome }
    }
    return results.withLock { $0 }.compactMap(\.self)
}

/// All taken rows of one data set; the readings give up their tables, so that no row is held twice.
private func mergeInput(
    _ readings: inout [FileReading],
    dataSet: Int,
    unitField: Int,
    context: ReadingContext,
    receipts: Receipts
) -> MergeInput {
    var table = Table(dataSet: dataSet, fieldCount: context.plan.dataSets[dataSet].fields.count)
    var files: [MergeInput.SourceFile] = []
    var unreadable: Set<MergeInput.Cell> = []
    let rules = UncheckedRules(context.plan, dataSet: dataSet)
    for file in readings.indices {
        files.append(
            MergeInput.SourceFile(
                path: readings[file].file.path,
                firstRow: table.count,
                isSetAside: readings[file].isSetAside,
                unitsLeftOut: readings[file].unitsLeftOut,
                withdrawsNothing: readings[file].hasUnknownUnitLeftOut || readings[file].isBrokenOff,
                columns: readings[file].sentColumns
            )
        )
        guard readings[file].dataSet == dataSet, var rows = readings[file].table else { continue }
        for (row, field) in rules.mark(&readings[file]) {
            unreadable.insert(MergeInput.Cell(row: Int32(table.count) + row, field: Int32(field)))
        }
        readings[file].table = nil
        rows.sources = rows.sources.map { SourceRow(file: Int32(file), line: $0.line) }
        table.append(rows, plan: context.plan)
    }
    return MergeInput(
        plan: context.plan,
        roster: context.roster,
        dataSet: context.plan.dataSets[dataSet],
        unitField: unitField,
        table: table,
        files: files,
        unreadable: unreadable,
        receipts: receipts
    )
}

/// Gives the findings about taken rows their record's key, and closes those whose row was superseded or withdrawn.
private func closeFindings(_ readings: inout [FileReading], of input: MergeInput, isPast: [Bool]) {
    for file in readings.indices where readings[file].dataSet == input.table.dataSet {
        // Findings about one row stand side by side and share its key.
        var last: Finding?
        for index in readings[file].findings.indices {
            if let last, let row = last.row, row == readings[file].findings[index].row {
                readings[file].findings[index].record = last.record
                readings[file].findings[index].evidence = last.evidence
                readings[file].findings[index].state = last.state
            } else {
                input.complete(&readings[file].findings[index], file: file, isPast: isPast)
                last = readings[file].findings[index]
            }
        }
    }
}

private func fileRecords(
    _ readings: [FileReading],
    balances: [RowBalance],
    newestReceipts: [CalendarDate?],
    onlyUnits: [String]
) -> [FileRecord] {
    readings.indices.map { file in
        let reading = readings[file]
        return FileRecord(
            file: reading.file,
            role: reading.role,
            isSetAside: reading.isSetAside,
            dataSet: reading.dataSet,
            encoding: reading.encoding,
            delimiter: reading.delimiter,
            isRestored: reading.isRestored,
            outcome: reading.holdsNoData ? .noData : .accepted,
            rows: balances[file],
            notData: reading.notData,
            leftOutRows: reading.leftOutRows,
            newestReceipt: newestReceipts[file],
            feedback: reading.feedback,
            onlyUnit: onlyUnits[file],
            decision: reading.decision
        )
    }
}

/// The same submission may lie in several files: once each, in the order of keys.
private func distinct(
    _ submissions: [(key: SubmissionKey, receipt: Receipt)]
) -> [(key: SubmissionKey, receipt: Receipt)] {
    var last: SubmissionKey?
    return submissions.sorted { $0.key < $1.key }.filter { submission in
        defer { last = submission.key }
        return submission.key != last
    }
}

extension SubmissionKey: Comparable {
    package static func < (left: SubmissionKey, right: SubmissionKey) -> Bool {
        if left.dataSet != right.dataSet { return left.dataSet.utf8.lexicographicallyPrecedes(right.dataSet.utf8) }
        if left.unit != right.unit { return left.unit.utf8.lexicographicallyPrecedes(right.unit.utf8) }
        if left.period != right.period { return left.period.utf8.lexicographicallyPrecedes(right.period.utf8) }
        return left.hash.utf8.lexicographicallyPrecedes(right.hash.utf8)
    }
}
