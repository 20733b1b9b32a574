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
/// - Throws: `IntakeError.imbalance` where rows went missing: a fault of the program, never of the data.
package func mergeReadings(
    _ readings: consuming [FileReading],
    skipped: [String],
    roster: (file: InboxFile, findings: [Finding])? = nil,
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
    if let roster {
        var reading = FileReading(file: roster.file)
        reading.dataSet = plan.roster
        reading.findings = roster.findings
        reading.rowsRead = context.roster.count
        readings.append(reading)
    }
    var balances = readings.map { reading in
        var balance = RowBalance()
        balance.read = reading.rowsRead
        balance.leftOut = reading.rowsLeftOut
        return balance
    }
    var findings: [Finding] = []
    var submissions: [(key: SubmissionKey, receipt: Receipt)] = []
    var newestReceipts = [CalendarDate?](repeating: nil, count: readings.count)

    var inputs: [MergeInput] = []
    for dataSet in plan.dataSets.indices where dataSet != plan.roster {
        guard let unitField = plan.dataSets[dataSet].index(of: .unit) else { continue }
        inputs.append(
            mergeInput(&readings, dataSet: dataSet, unitField: unitField, context: context, receipts: receipts)
        )
    }
    for (input, merged) in zip(inputs, mergeAll(inputs)) {
        for (row, fate) in merged.fates.enumerated() {
            let file = Int(input.table.sources[row].file)
            switch fate {
            case .counted: balances[file].counted += 1
            case .merged: balances[file].merged += 1
            case .superseded, .withdrawn: balances[file].superseded += 1
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
        }
    }

    for file in readings.indices {
        for var finding in readings[file].findings {
            finding.file = Int32(file)
            findings.append(finding)
        }
    }
    for index in findings.indices {
        findings[index].id = findings[index].identity(plan: plan, file: readings[Int(findings[index].file)].file)
    }
    findings.sort { $0.precedes($1, in: readings) }

    var total = RowBalance()
    if roster != nil { balances[balances.count - 1].counted = context.roster.count }
    for (file, balance) in balances.enumerated() {
        guard balance.holds else {
            throw .imbalance(path: readings[file].file.path, balance)
        }
        if !(roster != nil && file == balances.count - 1) { total += balance }
    }
    return IntakeResult(
        files: fileRecords(
            readings,
            hasRoster: roster != nil,
            balances: balances,
            findings: findings,
            newestReceipts: newestReceipts
        ),
        skipped: skipped,
        records: AcceptedRecords(tables: tables, earliestReport: earliestReport),
        findings: findings,
        submissions: distinct(submissions),
        balance: total
    )
}

/// Merges the data sets on all cores, each by itself; the order of results is theirs.
private func mergeAll(_ inputs: [MergeInput]) -> [MergedDataSet] {
    let results = Mutex([MergedDataSet?](repeating: nil, count: inputs.count))
    // The largest first, so that it does not begin when the others are done.
    let order = inputs.indices.sorted { inputs[$0].table.count > inputs[$1].table.count }
    DispatchQueue.concurrentPerform(iterations: inputs.count) { position in
        let merged = DataSetMerge.merge(inputs[order[position]])
        results.withLock { $0[order[position]] = merged }
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
    for file in readings.indices {
        files.append(
            MergeInput.SourceFile(
                path: readings[file].file.path,
                firstRow: table.count,
                unitsLeftOut: readings[file].unitsLeftOut,
                withdrawsNothing: readings[file].hasUnknownUnitLeftOut || readings[file].isBrokenOff
            )
        )
        guard readings[file].dataSet == dataSet, var rows = readings[file].table else { continue }
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
        receipts: receipts
    )
}

/// Gives the findings about taken rows their record's key, and closes those whose row was superseded or withdrawn.
private func closeFindings(_ readings: inout [FileReading], of input: MergeInput, isPast: [Bool]) {
    for file in readings.indices where readings[file].dataSet == input.table.dataSet {
        for index in readings[file].findings.indices {
            guard let row = readings[file].findings[index].row else { continue }
            let position = input.files[file].firstRow + Int(row)
            readings[file].findings[index].record = input.keyText(row: position)
            if isPast[position] { readings[file].findings[index].state = .closed }
        }
    }
}

private func fileRecords(
    _ readings: [FileReading],
    hasRoster: Bool,
    balances: [RowBalance],
    findings: [Finding],
    newestReceipts: [CalendarDate?]
) -> [FileRecord] {
    var hasError = [Bool](repeating: false, count: readings.count)
    var hasQuery = hasError
    for finding in findings where finding.state == .open {
        switch finding.severity {
        case .error: hasError[Int(finding.file)] = true
        case .query: hasQuery[Int(finding.file)] = true
        case .information: break
        }
    }
    return readings.indices.map { file in
        let reading = readings[file]
        let taken = balances[file].read - balances[file].leftOut
        let outcome: FileOutcome =
            if reading.holdsNoData {
                .noData
            } else if hasError[file] {
                taken > 0 ? .partial : .rejected
            } else if taken == 0 && balances[file].read > 0 {
                .rejected
            } else {
                hasQuery[file] ? .queries : .accepted
            }
        return FileRecord(
            file: reading.file,
            isRoster: hasRoster && file == readings.count - 1,
            dataSet: reading.dataSet,
            encoding: reading.encoding,
            delimiter: reading.delimiter,
            isRestored: reading.isRestored,
            outcome: outcome,
            rows: balances[file],
            notData: reading.notData,
            newestReceipt: newestReceipts[file],
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

extension Finding {
    /// The order of spec 5: file (its path's bytes), line, column, code, value, id.
    fileprivate func precedes(_ other: Finding, in readings: [FileReading]) -> Bool {
        if file != other.file {
            let (left, right) = (readings[Int(file)].file.path, readings[Int(other.file)].file.path)
            if left != right { return left.utf8.lexicographicallyPrecedes(right.utf8) }
        }
        if line != other.line { return line < other.line }
        if (column ?? -1) != (other.column ?? -1) { return (column ?? -1) < (other.column ?? -1) }
        if codeName != other.codeName { return codeName.utf8.lexicographicallyPrecedes(other.codeName.utf8) }
        if value != other.value { return value.utf8.lexicographicallyPrecedes(other.value.utf8) }
        return id < other.id
    }
}
