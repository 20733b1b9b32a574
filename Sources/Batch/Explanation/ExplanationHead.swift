import Plan

/// The first lines of every explanation: the target in the plan's own words, and the period.
struct ExplanationHead {
    let plan: Plan
    let indicator: IndicatorDefinition

    func lines(_ period: Period?) -> [String] {
        var target = "Chỉ tiêu giao: \(indicator.target) (đơn vị tính: \(indicator.measure))"
        if let code = indicator.dueIn, let due = plan.periods.first(where: { $0.code == code }) {
            target += ", phải đạt trong kỳ \(due.id) \(due.name)"
        }
        let period = period.map { period in
            "Kỳ: \(period.id) \(period.name), số liệu từ \(period.start.vietnamese) đến \(period.end.vietnamese), "
                + "gửi trước ngày \(period.due.vietnamese)"
        }
        return ["\(indicator.id)  \(indicator.title)", "", "Kế hoạch: “\(indicator.wording)”", target]
            + [period].compactMap(\.self)
    }
}
