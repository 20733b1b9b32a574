import Plan

/// What an indicator demands, for notes and explanations: the plan's conditions in words.
package enum IndicatorWords {
    package static func text(_ indicator: IndicatorDefinition, plan: Plan) -> String {
        let words = plan.unitWords
        var parts: [String] = []
        if let applies = indicator.applies { parts.append("Áp dụng khi: \(words.words(applies)).") }
        parts.append("Đạt khi: \(words.words(indicator.met)).")
        if let code = indicator.dueIn, let period = plan.periods.first(where: { $0.code == code }) {
            parts.append("Phải đạt trong kỳ: \(period.name).")
        }
        return parts.joined(separator: " ")
    }
}
