import Spreadsheet

/// A figure with the formula that gives it, where there is one.
struct LiveFigure {
    let value: Int
    let formula: String?

    init(_ value: Int, _ formula: String?) {
        self.value = value
        self.formula = formula
    }

    var cell: CellValue {
        formula.map { .formula("=\($0)", result: .number(Double(value))) } ?? .number(Double(value))
    }

    static func - (left: LiveFigure, right: LiveFigure) -> LiveFigure {
        LiveFigure(left.value - right.value, Self.joined(left, "-", right))
    }

    /// A dash where there is nothing to divide by.
    func rate(of whole: LiveFigure) -> CellValue {
        let share: CellValue =
            whole.value == 0 ? .text(Words.none) : .number(Double(value) / Double(whole.value))
        guard let formula, let divisor = whole.formula else { return share }
        let text = "=IF((\(divisor))=0,\"\(Words.none)\",(\(formula))/(\(divisor)))"
        switch share {
        case .number(let number): return .formula(text, result: .number(number))
        default: return .formula(text, result: .text(Words.none))
        }
    }

    private static func joined(_ left: LiveFigure, _ sign: String, _ right: LiveFigure) -> String? {
        guard let first = left.formula, let second = right.formula else { return nil }
        return "(\(first))\(sign)(\(second))"
    }
}
