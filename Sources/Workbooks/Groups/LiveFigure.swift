import Spreadsheet

/// A figure with the formula that gives it, where there is one.
struct LiveFigure {
    let value: Int
    let formula: String?
    private var isSigned = false

    init(_ value: Int, _ formula: String?) {
        self.value = value
        self.formula = formula
    }

    /// Stands as it is: no formula tells it, though others may reckon with it.
    init(signed value: Int) {
        self.value = value
        formula = String(value)
        isSigned = true
    }

    var cell: CellValue {
        isSigned
            ? .number(Double(value))
            : formula.map { .formula("=\($0)", result: .number(Double(value))) } ?? .number(Double(value))
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

    /// A dash where there is nothing of which it would be the figure: what is missing is not 0.
    ///
    /// - Parameter known: nil: it is not known what it is the figure of.
    func cell(ifAny known: LiveFigure?) -> CellValue {
        guard let known else { return cell }
        guard let formula, let count = known.formula else { return known.value == 0 ? .text(Words.none) : cell }
        let text = "=IF((\(count))=0,\"\(Words.none)\",\(formula))"
        return .formula(text, result: known.value == 0 ? .text(Words.none) : .number(Double(value)))
    }

    /// A share less a share of last year's, which is signed and stands as it was; a dash where either has nothing to divide by.
    func rate(of whole: LiveFigure, lessShare part: Int, of all: Int) -> CellValue {
        guard whole.value != 0, all != 0 else { return .text(Words.none) }
        let change = Double(value) / Double(whole.value) - Double(part) / Double(all)
        guard let formula, let divisor = whole.formula else { return .number(change) }
        let text = "=IF((\(divisor))=0,\"\(Words.none)\",(\(formula))/(\(divisor))-\(part)/\(all))"
        return .formula(text, result: .number(change))
    }

    private static func joined(_ left: LiveFigure, _ sign: String, _ right: LiveFigure) -> String? {
        guard let first = left.formula, let second = right.formula else { return nil }
        return "(\(first))\(sign)(\(second))"
    }
}
