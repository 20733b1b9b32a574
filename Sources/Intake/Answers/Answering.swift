import Plan
import Records

extension IntakeResult {
    /// The same with the units' answers beside the findings that they are about: a query that is answered is no longer open.
    ///
    /// A finding's id is made of the values that it looked at, so an answer holds as long as they stay the same. Of two answers to
    /// one finding the one in the greater path stands, within a workbook the later row. An answer that matches no finding of its
    /// unit is O3. To be called when all findings are there.
    package func answered(plan: Plan) -> IntakeResult {
        var result = self
        var unmatched: [Finding] = []
        var byID: [String: [Int]] = [:]
        guard files.contains(where: { $0.feedback != nil }) else { return self }
        for (index, finding) in findings.enumerated() { byID[finding.id, default: []].append(index) }
        var left: [(file: Int, answer: Feedback.Answer)] = []
        for (file, record) in files.enumerated() {
            guard let feedback = record.feedback else { continue }
            for answer in feedback.answers {
                let matched = (byID[answer.finding] ?? []).filter { belongs(findings[$0], to: feedback.unit) }
                for index in matched { result.findings[index].take(answer.text) }
                if !matched.isEmpty { continue }
                left.append((file, answer))
                unmatched.append(mismatch(of: answer, in: file, plan: plan))
            }
        }
        // An answer may be about such a mismatch of an earlier workbook; then it matches.
        var byMismatch: [String: Int] = [:]
        for (index, finding) in unmatched.enumerated() { byMismatch[finding.id] = index }
        var isMatched = [Bool](repeating: false, count: unmatched.count)
        for (position, (file, answer)) in left.enumerated() {
            guard let index = byMismatch[answer.finding], index != position, let unit = files[file].feedback?.unit,
                belongs(unmatched[index], to: unit)
            else { continue }
            unmatched[index].take(answer.text)
            isMatched[position] = true
        }
        return result.adding(unmatched.indices.filter { !isMatched[$0] }.map { unmatched[$0] }, plan: plan)
    }

    /// Whether the finding is the unit's own: it names it, or it is about a whole file that holds rows of no other.
    private func belongs(_ finding: Finding, to unit: String) -> Bool {
        guard !unit.isEmpty else { return false }
        return finding.unit.isEmpty ? files[Int(finding.file)].onlyUnit == unit : finding.unit == unit
    }

    private func mismatch(of answer: Feedback.Answer, in file: Int, plan: Plan) -> Finding {
        var finding = Finding(
            .O3,
            file: Int32(file),
            line: answer.line,
            header: FeedbackMarks.finding,
            unit: files[file].feedback?.unit ?? "",
            value: answer.finding,
            arguments: [answer.text]
        )
        finding.id = finding.identity(plan: plan, file: files[file].file)
        return finding
    }
}

extension Finding {
    /// Errors are mended, not explained; what is closed stays closed.
    fileprivate mutating func take(_ text: String) {
        answer = text
        if severity == .query, state == .open { state = .answered }
    }
}
