import Plan

extension ExpressionEvaluator {
    mutating func compare(_ comparison: Expression.Comparison, _ left: Expression, _ right: Expression)
        -> EvaluatedColumn
    {
        // One closure a comparison, so that the compiler makes one tight loop of each.
        switch comparison {
        case .equal: combine(left, right) { ThreeValuedLogic.known($0, $1, ==) }
        case .notEqual: combine(left, right) { ThreeValuedLogic.known($0, $1, !=) }
        case .less: combine(left, right) { ThreeValuedLogic.known($0, $1, <) }
        case .lessOrEqual: combine(left, right) { ThreeValuedLogic.known($0, $1, <=) }
        case .greater: combine(left, right) { ThreeValuedLogic.known($0, $1, >) }
        case .greaterOrEqual: combine(left, right) { ThreeValuedLogic.known($0, $1, >=) }
        }
    }

    /// NaN runs through arithmetic by itself; what no finite number holds is unknown too.
    mutating func compute(_ operation: Expression.Arithmetic, _ left: Expression, _ right: Expression)
        -> EvaluatedColumn
    {
        switch operation {
        case .add: combine(left, right) { finite($0 + $1) }
        case .subtract: combine(left, right) { finite($0 - $1) }
        case .multiply: combine(left, right) { finite($0 * $1) }
        case .divide: combine(left, right) { $1 == 0 ? .nan : finite($0 / $1) }
        }
    }

    /// `x in (a, b)`: true where one is equal, else unknown where one is missing.
    mutating func member(_ operand: Expression, of list: [Expression]) -> EvaluatedColumn {
        let value = column(of: operand)
        var found = EvaluatedColumn.constant(0)
        for item in list {
            let equal = value.combined(with: column(of: item), ThreeValuedLogic.equal)
            found = found.combined(with: equal, ThreeValuedLogic.or)
        }
        return found
    }
}

private func finite(_ value: Double) -> Double {
    value.isFinite ? value : .nan
}
