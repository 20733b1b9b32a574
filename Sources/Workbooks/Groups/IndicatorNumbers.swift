import Plan

/// What indicators are called by number: an id without the letters before it (`6a`), so that the number is the plan's own.
enum IndicatorNumbers {
    /// Ids without the letters that all of them begin with; running numbers where that leaves two alike, or none.
    static func numbers(_ indicators: [IndicatorDefinition]) -> [String] {
        let numbers = indicators.map { String($0.id.drop { !$0.isNumber }) }
        if numbers.contains("") || Set(numbers).count < numbers.count {
            return indicators.indices.map { String($0 + 1) }
        }
        return numbers
    }
}
