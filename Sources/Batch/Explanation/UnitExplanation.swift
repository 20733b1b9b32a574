import Figures
import Intake
import Plan
import Records
import Workbooks

/// One unit and one indicator: the verdict, the three questions that it answers in their order, and the values behind them.
struct UnitExplanation {
    private var words: TraceWords
    private let unit: Int
    private let position: Int
    private let judgement: TracedJudgement?

    private var plan: Plan { words.plan }
    private var indicator: IndicatorDefinition { plan.indicators[position] }

    /// - Parameters:
    ///   - unit: position in the roster.
    ///   - indicator: position in `Plan.indicators`.
    init(_ words: TraceWords, unit: Int, indicator: Int) {
        self.words = words
        self.unit = unit
        position = indicator
        judgement = self.words.tracing.judgement(of: unit, indicator: indicator)
    }

    mutating func lines() -> [String] {
        let head = ExplanationHead(plan: plan, indicator: indicator).lines(words.period) + [unitLine, ""]
        guard let judgement else {
            return head + [
                "Kết quả: đơn vị không có mặt trong kỳ này, nên không được xét.",
                "Danh mục: \(activity) (\(words.rosterPlace(ofUnit: unit))).",
            ]
        }
        var lines = head + ["Kết quả: \(judgement.verdict?.word ?? "")\(dueLater(judgement))", ""]
        lines += ["1. " + applicability(judgement)]
        if judgement.verdict != .notApplicable {
            lines += ["2. " + report(judgement)] + silence(judgement)
            lines += ["3. Đạt khi: " + conditionLine(judgement.met)] + parts(judgement.met)
        }
        return lines + values(judgement)
    }

    /// Where the published verdict differs.
    func published(_ published: PublishedFigures?) -> [String] {
        published?.comparison(
            unit: words.roster.codes[unit],
            indicator: indicator.id,
            now: judgement?.verdict
        ) ?? []
    }

    // MARK: - Head

    private var unitLine: String {
        let roster = words.roster
        let kind = plan.codeLists[plan.kindList].codes[roster.kinds[unit]].name
        let commune = roster.communes[roster.communeOfUnit[unit]]
        return "Đơn vị: \(roster.codes[unit]) \(roster.names[unit]) (\(kind), \(commune.name)); "
            + "danh mục \(words.rosterPlace(ofUnit: unit))"
    }

    private var activity: String {
        let (opened, closed) = (words.roster.opened[unit], words.roster.closed[unit])
        var words: [String] = []
        if opened != .min { words.append("hoạt động từ \(CalendarDate(days: opened).vietnamese)") }
        if closed != .max { words.append("ngừng từ \(CalendarDate(days: closed).vietnamese)") }
        return words.isEmpty ? "luôn hoạt động" : words.joined(separator: ", ")
    }

    private func dueLater(_ judgement: TracedJudgement) -> String {
        judgement.verdict == .inProgress ? " (chưa đạt, nhưng chưa đến kỳ phải đạt)" : ""
    }

    // MARK: - The three questions

    private func applicability(_ judgement: TracedJudgement) -> String {
        if indicator.kind == .units, !judgement.standing.isExpected {
            return "Áp dụng: không. Đơn vị không phải báo cáo kỳ này, vì không hoạt động vào ngày cuối kỳ "
                + "\(words.period.end.vietnamese) (\(activity))."
        }
        if let applies = judgement.applies { return "Áp dụng khi: " + conditionLine(applies) }
        return indicator.kind == .units
            ? "Áp dụng: mọi đơn vị phải báo cáo kỳ này." : "Áp dụng: mọi đơn vị có mặt trong kỳ này."
    }

    private func report(_ judgement: TracedJudgement) -> String {
        if let reported = judgement.reported {
            if case .boolean(true) = reported.condition.root {
                return "Không cần báo cáo riêng: xét theo chính số liệu."
            }
            return "Coi là đã báo cáo khi: " + conditionLine(reported)
        }
        let standing = judgement.standing
        guard standing.isReported, let row = standing.row else {
            return "Báo cáo của kỳ: chưa có dòng nào được tính."
        }
        let day = standing.earliest.map {
            ", ngày sớm nhất \($0.vietnamese), \(standing.isOnTime ? "đúng hạn" : "chậm hạn (vẫn là đã báo cáo)")"
        }
        return "Báo cáo của kỳ: có (\(words.place(row.source))\(day ?? ""))."
    }

    private func conditionLine(_ traced: TracedCondition) -> String {
        "\(words.condition(traced.condition)) → \(words.outcome(traced.result))"
    }

    private func parts(_ traced: TracedCondition) -> [String] {
        guard traced.parts.count > 1 else { return [] }
        return traced.parts.map { part in
            "   - \(words.part(part.expression)) → \(words.outcome(part.result))"
        }
    }

    /// What came of the unit where its report does not count: its files and the errors in them.
    private func silence(_ judgement: TracedJudgement) -> [String] {
        guard judgement.verdict == .notReported else { return [] }
        let code = words.roster.codes[unit]
        let dataSets = dataSetsOfReport(judgement)
        let result = words.result
        let files = (result.unitRecords[code] ?? []).filter { record in
            result.files[record.file].dataSet.map(dataSets.contains) ?? false
        }
        let names = dataSets.sorted().map { "“\(plan.dataSets[$0].title)”" }.joined(separator: ", ")
        guard !files.isEmpty else { return ["   Hộp thư không có dòng nào của đơn vị ở biểu \(names)."] }
        let faults = result.findings.filter { finding in
            finding.unit == code && finding.severity == .error && finding.dataSet.map(dataSets.contains) ?? false
                && (finding.period.isEmpty || finding.period == words.period.id)
        }
        return ["   Tệp của đơn vị ở biểu \(names) (mọi kỳ):"]
            + words.bounded(files, "tệp") { record in
                "     \(result.files[record.file].file.path): \(record.outcome.words), đọc \(record.rows.read) dòng, "
                    + "tính \(record.rows.counted)"
            }
            + (faults.isEmpty ? [] : ["   Lỗi có thể là nguyên nhân:"])
            + words.bounded(faults, "lỗi") { finding in
                "     \(result.files[Int(finding.file)].file.path):\(finding.line)  \(words.note(finding))"
            }
    }

    private func dataSetsOfReport(_ judgement: TracedJudgement) -> Set<Int> {
        var found: Set<Int> = []
        func visit(_ trace: Trace) {
            switch trace.origin {
            case .cell(let row, _): found.insert(row.dataSet)
            case .noRow(let dataSet): found.insert(dataSet)
            case .rows(let rows): found.insert(rows.aggregate.dataSet)
            case .dropped(let categories): found.insert(categories.dataSet)
            case .computed(_, let values): values.forEach(visit)
            case .roster, .calendar, .assessment: break
            }
        }
        judgement.reported?.values.forEach(visit)
        if found.isEmpty, let report = plan.reportDataSet { found.insert(report) }
        return found
    }

    // MARK: - Values

    private func values(_ judgement: TracedJudgement) -> [String] {
        var conditions = [judgement.applies].compactMap(\.self)
        if judgement.verdict != .notApplicable {
            conditions += [judgement.reported, judgement.met].compactMap(\.self)
        }
        var told: Set<Int> = []
        let traces = conditions.flatMap(\.values).filter { told.insert($0.variable).inserted }
        guard !traces.isEmpty else { return [] }
        return ["", "Số liệu trong các điều kiện trên, và nơi lấy (tệp:dòng):"]
            + words.lines(traces).map { "  " + $0 }
    }
}
