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
        var hasError = [Bool](repeating: false, count: files.count)
        var hasQuery = hasError
        for finding in all where finding.state == .open {
            switch finding.severity {
            case .error: hasError[Int(finding.file)] = true
            case .query: hasQuery[Int(finding.file)] = true
            case .information: break
            }
        }
        var result = self
        result.findings = all
        for file in files.indices {
            result.files[file].settle(hasError: hasError[file], hasQuery: hasQuery[file])
        }
        return result
    }
}

extension FileRecord {
    fileprivate mutating func settle(hasError: Bool, hasQuery: Bool) {
        guard outcome != .noData else { return }
        let taken = rows.read - rows.leftOut + (feedback?.answers.count ?? 0)
        if hasError {
            outcome = taken > 0 ? .partial : .rejected
        } else if taken == 0 && rows.read > 0 {
            outcome = .rejected
        } else {
            outcome = hasQuery ? .queries : .accepted
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
