import Plan

/// The plans of all years that the templates hold, and which of their periods a run is about.
package struct PlanCatalog: Sendable {
    /// A plan and the file that says it.
    package struct Entry: Sendable {
        package let plan: Plan
        /// Its file name, such as `plan-2026.xml`.
        package let file: String
        package let sha256: String

        package init(plan: Plan, file: String, sha256: String) {
            self.plan = plan
            self.file = file
            self.sha256 = sha256
        }
    }

    /// Periods of one plan, in the plan's order.
    package struct Choice: Sendable {
        package let entry: Entry
        package let periods: [Period]
    }

    /// Plans whose periods can be chosen, by year.
    package let entries: [Entry]
    /// Plans that only tell which periods belong to other years: those beside the one that `--plan` names.
    package let others: [Entry]

    package init(entries: [Entry], others: [Entry] = []) {
        self.entries = entries.sorted { $0.plan.year < $1.plan.year }
        self.others = others
    }

    /// `--period auto`: under the newest plan whose first window has begun and that has such a period, every period that is
    /// not closed and whose window ends at most 30 days after the as-of date. Nil: there is nothing to do.
    package func auto(asOf: CalendarDate, closed: Set<String>) -> Choice? {
        for entry in entries.reversed() where entry.plan.firstDay <= asOf {
            let periods = entry.plan.periods.filter { !closed.contains($0.id) && $0.end <= asOf.advanced(by: 30) }
            if !periods.isEmpty { return Choice(entry: entry, periods: periods) }
        }
        return nil
    }

    /// The periods with these ids, which must be of one plan and open.
    package func choice(ids: [String], closed: Set<String>) throws(BatchError) -> Choice {
        guard !ids.isEmpty else { throw .usage("Chưa nêu kỳ báo cáo nào.") }
        for id in ids where !entries.contains(where: { $0.plan.period(id: id) != nil }) {
            let known = entries.flatMap { $0.plan.periods.map(\.id) }
            throw .usage("Không có kỳ báo cáo \(id); các kế hoạch có: \(known.joined(separator: ", ")).")
        }
        guard let entry = entries.first(where: { entry in ids.allSatisfy { entry.plan.period(id: $0) != nil } }) else {
            throw .usage(
                "\(ids.joined(separator: ", ")): các kỳ của hai kế hoạch không chạy chung được; hãy chạy riêng từng năm."
            )
        }
        if let id = ids.first(where: closed.contains) {
            throw .usage("Kỳ \(id) đã chốt; muốn sửa, hãy mở lại bằng tonghop reopen \(id).")
        }
        return Choice(entry: entry, periods: entry.plan.periods.filter { ids.contains($0.id) })
    }

    /// The plan that is in force on that day: the newest whose first window has begun, else the oldest.
    package func inForce(on day: CalendarDate) -> Entry? {
        entries.last { $0.plan.firstDay <= day } ?? entries.first
    }

    /// Ids of all periods of other plans: their rows stay out with an information (P6).
    package func otherPeriods(than entry: Entry) -> Set<String> {
        var ids: Set<String> = []
        for other in entries + others where other.plan.year != entry.plan.year {
            ids.formUnion(other.plan.periods.map(\.id))
        }
        return ids
    }

    /// Whether a file of that name in the templates is a plan.
    static func isPlanName(_ name: String) -> Bool {
        guard name.hasPrefix("plan-"), name.hasSuffix(".xml") else { return false }
        let year = name.dropFirst("plan-".count).dropLast(".xml".count)
        return year.utf8.count == 4 && year.utf8.allSatisfy { (48...57).contains($0) }
    }
}
