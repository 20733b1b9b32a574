import Plan

extension ExpressionEvaluator {
    mutating func call(_ function: Expression.Function, _ operands: [Expression]) -> EvaluatedColumn {
        guard let first = operands.first else { return .unknown }
        switch function {
        case .present:
            return column(of: first).map { $0.isNaN ? 0 : 1 }
        case .has:
            return has(first, operands.dropFirst())
        case .days:
            guard operands.count == 2 else { return .unknown }
            return combine(operands[1], first) { $0 - $1 }
        case .min:
            return folded(operands) { $0.isNaN || $1.isNaN ? .nan : Swift.min($0, $1) }
        case .max:
            return folded(operands) { $0.isNaN || $1.isNaN ? .nan : Swift.max($0, $1) }
        case .abs:
            return column(of: first).map { Swift.abs($0) }
        case .coalesce:
            return folded(operands) { $0.isNaN ? $1 : $0 }
        }
    }

    /// Whether the set holds one of the codes; unknown where the set is missing.
    private mutating func has(_ set: Expression, _ codes: ArraySlice<Expression>) -> EvaluatedColumn {
        var bits: UInt64 = 0
        for case .code(_, let position) in codes { bits |= 1 << UInt64(position) }
        // Sets are whole numbers below 2^53, which a `Double` holds exactly.
        return column(of: set).map { value in
            guard value >= 0, value < 0x1p53 else { return .nan }
            return UInt64(value) & bits == 0 ? 0 : 1
        }
    }

    private mutating func folded(
        _ operands: [Expression],
        _ combine: (Double, Double) -> Double
    ) -> EvaluatedColumn {
        var result: EvaluatedColumn?
        for operand in operands {
            let next = column(of: operand)
            result = result.map { $0.combined(with: next, combine) } ?? next
        }
        return result ?? .unknown
    }
}
