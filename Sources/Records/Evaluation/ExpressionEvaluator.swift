import Plan

/// One evaluation: walks the expression once, with the columns that it names.
struct ExpressionEvaluator {
    /// Each fetched once, however often the expression names it.
    private let columns: [Int: [Double]]
    private let textNumber: (String) -> Int?
    /// Numbers of literal texts that no row has: negative, equal to nothing but themselves.
    private var absentTexts: [String: Double] = [:]

    init(evaluation: Evaluation, variables: [Int]) {
        columns = Dictionary(uniqueKeysWithValues: variables.map { ($0, evaluation.column($0)) })
        textNumber = evaluation.textNumber
    }

    mutating func column(of expression: Expression) -> EvaluatedColumn {
        switch expression {
        case .number(let number):
            return .constant(number)
        case .boolean(let boolean):
            return .constant(boolean ? 1 : 0)
        case .string(let text):
            return .constant(number(ofText: text))
        case .name:
            // Typing has replaced every name by a variable or a code.
            return .unknown
        case .variable(let index):
            return columns[index].map(EvaluatedColumn.rows) ?? .unknown
        case .code(_, let index):
            return .constant(Double(index))
        case .not(let operand):
            return column(of: operand).map(ThreeValuedLogic.not)
        case .and(let left, let right):
            return combine(left, right, ThreeValuedLogic.and)
        case .or(let left, let right):
            return combine(left, right, ThreeValuedLogic.or)
        case .compare(let comparison, let left, let right):
            return compare(comparison, left, right)
        case .arithmetic(let operation, let left, let right):
            return compute(operation, left, right)
        case .negate(let operand):
            return column(of: operand).map { -$0 }
        case .member(let operand, let list):
            return member(operand, of: list)
        case .call(let function, let operands):
            return call(function, operands)
        }
    }

    mutating func combine(
        _ left: Expression,
        _ right: Expression,
        _ combine: (Double, Double) -> Double
    ) -> EvaluatedColumn {
        column(of: left).combined(with: column(of: right), combine)
    }

    private mutating func number(ofText text: String) -> Double {
        if let number = textNumber(text) { return Double(number) }
        let number = absentTexts[text] ?? -Double(absentTexts.count + 1)
        absentTexts[text] = number
        return number
    }
}
