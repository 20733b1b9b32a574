import Plan

extension UnitColumns {
    /// What became of each present unit and that indicator (spec 1, Indicators).
    ///
    /// Applicability is judged first; then whether the unit reported; then the condition, where a missing value is not met.
    mutating func verdicts(ofIndicator position: Int) -> [Verdict] {
        let indicator = plan.indicators[position]
        let applies = indicator.applies.map { evaluate($0) }
        let reported = indicator.reported.map { evaluate($0) }
        let met = evaluate(indicator.met)
        let needsExpectation = indicator.kind == .units
        return units.indices.map { row in
            if needsExpectation && !standing.expected[row] { return .notApplicable }
            if let applies, applies[row] != 1 { return .notApplicable }
            guard reported.map({ $0[row] == 1 }) ?? standing.reported[row] else { return .notReported }
            if met[row] == 1 { return .met }
            return standing.isAhead[position] ? .inProgress : .notMet
        }
    }
}
