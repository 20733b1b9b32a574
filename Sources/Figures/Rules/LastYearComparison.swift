import Plan
import Records

/// `lastYear`: what a unit gives against what was closed for last year's period; where nothing was closed, nothing is said.
extension UnitRule {
    func differences(from test: Rule.LastYearTest, in values: PeriodValues) -> [Finding] {
        roster.codes.indices.filter { values.present[$0] }.flatMap { unit -> [Finding] in
            guard let closed = closed.facts(period: values.period.comparesWith, unit: roster.codes[unit]) else {
                return []
            }
            let known = test.pairs.map { closedValue($0.closed, in: closed) }
            let given = test.pairs.map { isGiven($0.given, values, unit) }
            return test.pairs.indices.compactMap { index -> Finding? in
                let pair = test.pairs[index]
                guard let before = known[index] else { return nil }
                let isOdd =
                    switch test.demand {
                    case .same:
                        !values.column(pair.given)[unit].isNaN && values.column(pair.given)[unit] != before
                    case .given: before > 0 && !given[index] && given.contains(true)
                    }
                guard isOdd else { return nil }
                let texts = ValueText(plan: plan, texts: values.texts)
                return finding(
                    of: unit,
                    in: values,
                    column: pair.given,
                    words: [.closedValue: texts.words(before, .number)],
                    evidence: [texts.canonical(before, .number)]
                )
            }
        }
    }

    /// What was closed under that name; of a figure by category what it was then, which is 0 where rows counted and had none of it.
    private func closedValue(_ name: String, in facts: [String: Double]) -> Double? {
        for figure in closedFigures {
            if let category = figure.category(ofColumn: name) { return figure.value(of: category, in: facts) }
        }
        return facts[name]
    }

    /// A count is always known; where there was nothing to count, nothing was given.
    private func isGiven(_ column: Int, _ values: PeriodValues, _ unit: Int) -> Bool {
        let value = values.column(column)[unit]
        guard case .aggregate(let aggregate) = plan.facts[plan.factColumns[column].fact].source else {
            return !value.isNaN
        }
        switch aggregate.function {
        case .sum: return !value.isNaN
        case .count, .countDistinct, .dropped: return value > 0
        }
    }
}
