import Figures
import Plan
import Workbooks

/// What two plans differ in, as the office reads it before a new plan comes into force.
struct PlanDiffText {
    let old: PlanCatalog.Entry
    let new: PlanCatalog.Entry
    let options: PlanDiffOptions
    /// What cannot be compared, and why.
    private var notes: [String] = []

    init(old: PlanCatalog.Entry, new: PlanCatalog.Entry, options: PlanDiffOptions) {
        self.old = old
        self.new = new
        self.options = options
    }

    /// The submissions are of that year: the other plan was asked as if it were of it.
    mutating func note(year: Int, dated plan: Plan, to other: Plan) {
        notes.append(
            "Hộp thư có số liệu của năm \(year): quy định của kế hoạch \(plan.year) được thử trên các kỳ, mốc ngày của năm \(year). "
                + "Ngày ghi thẳng trong điều kiện của kế hoạch \(plan.year) giữ nguyên."
        )
        let (own, others) = (plan.periods.map(\.code), other.periods.map(\.code))
        let missing =
            plan.periods.filter { !others.contains($0.code) } + other.periods.filter { !own.contains($0.code) }
        if !missing.isEmpty {
            notes.append(
                "Chỉ một kế hoạch có, nên không so số liệu được: kỳ \(missing.map(\.id).joined(separator: ", "))."
            )
        }
    }

    /// No plan finds a report of its own.
    mutating func noteNothing() {
        notes.append(
            "Hộp thư không có báo cáo nào của năm \(old.plan.year) hay \(new.plan.year): chỉ so được quy định, "
                + "không so được phát hiện và số liệu."
        )
    }

    /// - Parameters: what each plan makes of the inbox; nil where that cannot be told.
    func text(_ before: PlanOutcome?, _ after: PlanOutcome?) -> String {
        var lines = [
            "So sánh kế hoạch: \(old.file) (năm \(old.plan.year)) → \(new.file) (năm \(new.plan.year))",
            "Hộp thư: \(options.inbox), tính đến ngày \(options.asOf.vietnamese). Không ghi gì.",
        ]
        lines += notes
        if options.out == nil {
            lines.append("Không nêu --out: không dùng số đã chốt của năm trước và ngày nhận của sổ theo dõi.")
        }
        lines += ["", "1. QUY ĐỊNH"] + orNothing(definitions)
        if let before, let after {
            lines += ["", "2. PHÁT HIỆN"] + orNothing(findings(before, after))
            lines += ["", "3. KẾT QUẢ CỦA ĐƠN VỊ"] + orNothing(verdicts(before, after))
            lines += ["", "4. SỐ LIỆU TOÀN THÀNH PHỐ"] + orNothing(cityFigures(before, after))
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func orNothing(_ lines: [String]) -> [String] {
        lines.isEmpty ? ["  Không có gì thay đổi."] : lines
    }

    private func bounded<Item>(_ items: [Item], _ noun: String, _ line: (Item) -> String) -> [String] {
        let shown = options.limit ?? items.count
        let rest = items.count - shown
        return items.prefix(shown).map(line)
            + (rest > 0 ? ["      ... và \(vietnamese(rest)) \(noun) khác (xem hết: thêm --all)"] : [])
    }

    // MARK: - What they define

    private var definitions: [String] {
        let isByCode = old.plan.year != new.plan.year
        let before = PlanDefinitions(plan: old.plan, isByCode: isByCode).parts
        let after = PlanDefinitions(plan: new.plan, isByCode: isByCode).parts
        return zip(before, after).flatMap { before, after -> [String] in
            let changes = changes(from: before.definitions, to: after.definitions)
            return changes.isEmpty ? [] : ["  \(before.title)"] + changes.flatMap(lines)
        }
    }

    private func lines(_ change: DefinitionChange) -> [String] {
        switch change.kind {
        case .added: ["    + thêm \(change.title)"] + change.differences.map { "        \($0.property): \($0.new)" }
        case .removed: ["    - bỏ \(change.title)"]
        case .changed:
            ["    * sửa \(change.title)"]
                + change.differences.flatMap { difference in
                    [
                        "        \(difference.property): \(or(difference.old))",
                        "        → \(or(difference.new))",
                    ]
                }
        }
    }

    private func or(_ text: String) -> String { text.isEmpty ? "(không có)" : text }

    // MARK: - Findings

    private func findings(_ before: PlanOutcome, _ after: PlanOutcome) -> [String] {
        let gone = unmatched(before.findings, in: after.findings)
        let come = unmatched(after.findings, in: before.findings)
        let codes = Set(gone.keys).union(come.keys).sorted { ($0.count, $0) < ($1.count, $1) }
        return codes.flatMap { code -> [String] in
            let (less, more) = (gone[code] ?? [], come[code] ?? [])
            return ["  \(code): thêm \(vietnamese(more.count)), bớt \(vietnamese(less.count))"]
                + bounded(more, "phát hiện") { "    + \(place($0.key))\($0.message)" }
                + bounded(less, "phát hiện") { "    - \(place($0.key))\($0.message)" }
        }
    }

    /// By code: those of the first that have no counterpart in the second.
    private func unmatched(
        _ findings: [PlanOutcome.FoundFinding],
        in others: [PlanOutcome.FoundFinding]
    ) -> [String: [PlanOutcome.FoundFinding]] {
        var counts: [PlanOutcome.FindingKey: Int] = [:]
        for finding in others { counts[finding.key, default: 0] += 1 }
        var left: [PlanOutcome.FoundFinding] = []
        for finding in findings {
            if let count = counts[finding.key], count > 0 {
                counts[finding.key] = count - 1
            } else {
                left.append(finding)
            }
        }
        return Dictionary(grouping: left, by: \.key.code)
    }

    private func place(_ key: PlanOutcome.FindingKey) -> String {
        let line = key.line > 0 ? ":\(key.line)" : ""
        let whose = [key.unit, key.period].filter { !$0.isEmpty }.joined(separator: ", ")
        return "\(key.file)\(line)\(whose.isEmpty ? "" : " (\(whose))"): "
    }

    // MARK: - Verdicts and figures

    /// Of what both plans judge, in the new plan's order.
    private func shared(_ before: PlanOutcome, _ after: PlanOutcome) -> [(PlanOutcome.Judgement, title: String)] {
        var shared: [(PlanOutcome.Judgement, title: String)] = []
        for period in after.periods {
            for indicator in new.plan.indicators {
                let key = PlanOutcome.Judgement(period: period, indicator: indicator.id)
                guard before.verdicts[key] != nil, after.verdicts[key] != nil else { continue }
                shared.append((key, title: "\(period) \(indicator.id) \(indicator.title)"))
            }
        }
        return shared
    }

    private func verdicts(_ before: PlanOutcome, _ after: PlanOutcome) -> [String] {
        shared(before, after).flatMap { key, title -> [String] in
            let (old, new) = (before.verdicts[key] ?? [:], after.verdicts[key] ?? [:])
            let changed = Set(old.keys).union(new.keys).filter { old[$0] != new[$0] }.sorted(by: precedes)
            guard !changed.isEmpty else { return [] }
            return ["  \(title): \(vietnamese(changed.count)) đơn vị đổi kết quả"]
                + bounded(changed, "đơn vị") { unit in
                    "      \(unit) \(after.names[unit] ?? before.names[unit] ?? ""): "
                        + "\(old[unit]?.word ?? "không xét") → \(new[unit]?.word ?? "không xét")"
                }
        }
    }

    private func cityFigures(_ before: PlanOutcome, _ after: PlanOutcome) -> [String] {
        var lines = shared(before, after).compactMap { key, title -> String? in
            guard let old = before.cityFigures[key], let new = after.cityFigures[key], old != new else { return nil }
            return "  \(title): \(words(old)) → \(words(new))"
        }
        let ids = Set(old.plan.indicators.map(\.id))
        for period in after.periods {
            for indicator in new.plan.indicators where !ids.contains(indicator.id) {
                let key = PlanOutcome.Judgement(period: period, indicator: indicator.id)
                guard let figure = after.cityFigures[key] else { continue }
                lines.append("  \(period) \(indicator.id) \(indicator.title) (chỉ tiêu mới): \(words(figure))")
            }
        }
        return lines
    }

    private func words(_ figure: PlanOutcome.CityFigure) -> String {
        let joint = figure.kind == .change ? " so với " : "/"
        return
            "\(vietnamese(figure.numerator))\(joint)\(vietnamese(figure.denominator)), \(figure.result.word.lowercased())"
    }
}
