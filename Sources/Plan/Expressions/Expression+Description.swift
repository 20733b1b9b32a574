extension Expression: CustomStringConvertible {
    /// The expression in the plan's syntax, with every operation in parentheses: for messages and tests.
    package var description: String {
        switch self {
        case .number(let value):
            if let whole = Int(exactly: value) { "\(whole)" } else { "\(value)" }
        case .boolean(let value): "\(value)"
        case .string(let text): "'\(text)'"
        case .name(let name): name
        case .variable(let index): "$\(index)"
        case .code(let list, let index): "#\(list):\(index)"
        case .not(let operand): "(not \(operand))"
        case .and(let left, let right): "(\(left) and \(right))"
        case .or(let left, let right): "(\(left) or \(right))"
        case .compare(let comparison, let left, let right): "(\(left) \(comparison.rawValue) \(right))"
        case .arithmetic(let arithmetic, let left, let right): "(\(left) \(arithmetic.rawValue) \(right))"
        case .negate(let operand): "(-\(operand))"
        case .member(let operand, let items): "(\(operand) in (\(list(items))))"
        case .call(let function, let operands): "\(function.rawValue)(\(list(operands)))"
        }
    }

    private func list(_ items: [Expression]) -> String {
        items.map(\.description).joined(separator: ", ")
    }
}
