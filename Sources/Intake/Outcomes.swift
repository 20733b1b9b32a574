import Plan
import Records

extension IntakeResult {
    /// The same with further findings, such as those of rules over figures: with their ids, in their places, and with the
    /// outcomes of files that follow from all of them.
    package func adding(_ further: [Finding], plan: Plan) -> IntakeResult {
        var all = findings
        for var finding in further {
            finding.id = finding.identity(plan: plan, file: files[Int(finding.file)].file)
            all.append(finding)
        }
        all.sort { $0.precedes($1, in: files) }
        let faults = OpenFaults(all, fileCount: files.count)
        var result = self
        result.findings = all
        for (file, record) in files.enumerated() where record.outcome != .noData {
            result.files[file].outcome = FileOutcome(
                taken: record.rows.read - record.rows.leftOut + (record.feedback?.answers.count ?? 0),
                read: record.rows.read,
                gravest: faults.ofFiles[file]
            )
        }
        for (unit, records) in unitRecords {
            result.unitRecords[unit] = records.map { record in
                var record = record
                let file = result.files[record.file]
                record.outcome =
                    file.outcome == .noData || !file.onlyUnit.isEmpty
                    ? file.outcome
                    : FileOutcome(
                        taken: record.rows.read - record.rows.leftOut,
                        read: record.rows.read,
                        gravest: faults.ofUnits[OpenFaults.Place(file: Int32(record.file), unit: unit)]
                    )
                return record
            }
        }
        return result
    }
}

/// The gravest that is still open, errors and queries, in each file and in each unit's rows of it.
private struct OpenFaults {
    struct Place: Hashable {
        let file: Int32
        let unit: String
    }

    private(set) var ofFiles: [Severity?]
    private(set) var ofUnits: [Place: Severity] = [:]

    init(_ findings: [Finding], fileCount: Int) {
        ofFiles = [Severity?](repeating: nil, count: fileCount)
        var last: (place: Place, severity: Severity)?
        for finding in findings where finding.state == .open && finding.severity != .information {
            let severity = finding.severity
            ofFiles[Int(finding.file)] = min(ofFiles[Int(finding.file)] ?? severity, severity)
            let place = Place(file: finding.file, unit: finding.unit)
            // Findings of one unit mostly stand side by side.
            if let last, last.place == place, last.severity <= severity { continue }
            ofUnits[place] = min(ofUnits[place] ?? severity, severity)
            last = (place, severity)
        }
    }
}

extension FileOutcome {
    /// - Parameters:
    ///   - taken: rows, or answers, that were taken.
    ///   - gravest: what is still open: error, query or nil.
    fileprivate init(taken: Int, read: Int, gravest: Severity?) {
        switch gravest {
        case .error: self = taken > 0 ? .partial : .rejected
        case _ where taken == 0 && read > 0: self = .rejected
        case .query: self = .queries
        case .information, nil: self = .accepted
        }
    }
}

extension Finding {
    /// The order of spec 5: file (its path's bytes), line, column, code, value, id.
    fileprivate func precedes(_ other: Finding, in files: [FileRecord]) -> Bool {
        if file != other.file {
            let (left, right) = (files[Int(file)].file.path, files[Int(other.file)].file.path)
            if left != right { return left.utf8.lexicographicallyPrecedes(right.utf8) }
        }
        if line != other.line { return line < other.line }
        if (column ?? -1) != (other.column ?? -1) { return (column ?? -1) < (other.column ?? -1) }
        if codeName != other.codeName { return codeName.utf8.lexicographicallyPrecedes(other.codeName.utf8) }
        if value != other.value { return value.utf8.lexicographicallyPrecedes(other.value.utf8) }
        return id < other.id
    }
}
