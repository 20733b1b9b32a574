import Plan

/// Prints what conditions compare: numbers, days, choices and texts. Each is right where `known` holds, and may be an error elsewhere.
struct ValueFormula {
    let conditions: ConditionFormula

    private var scope: Scope { conditions.scope }

    /// The type of a value; nil where a bare number may be a number or a day.
    func type(_ expression: Expression) throws(FormulaError) -> ValueType? {
        switch expression {
        case .number: return nil
        case .string: return .text
        case .code(let list, _): return .choice(list: list)
        case .variable(let index): return scope.types[index]
        case .boolean, .not, .and, .or, .compare, .member, .call(.present, _), .call(.has, _): return .boolean
        case .negate, .call(.days, _), .call(.abs, _): return .number
        case .arithmetic(_, let left, let right):
            // A day plus a number is a day, a day less a day a number of days.
            let (left, right) = (try type(left), try type(right))
            if left == .date, right == .date { return .number }
            return left == .date || right == .date ? .date : .number
        case .call(.min, let operands), .call(.max, let operands), .call(.coalesce, let operands):
            return try type(of: operands)
        case .name(let name): throw .unprintable(name)
        }
    }

    /// The type that expressions of one type have.
    func type(of expressions: [Expression]) throws(FormulaError) -> ValueType? {
        for expression in expressions { if let type = try type(expression) { return type } }
        return nil
    }

    /// Where a value is given.
    func known(_ expression: Expression) throws(FormulaError) -> Formula {
        switch expression {
        case .number, .string, .code, .boolean: return Formula("TRUE")
        case .variable(let index):
            let cell = try conditions.reference(index)
            switch scope.types[index] {
            case .number, .date: return Formula("ISNUMBER(\(cell))", depth: 1)
            case .boolean, .choice, .choices, .text: return Formula("\(cell)<>\"\"")
            }
        case .negate(let operand): return try known(operand)
        case .arithmetic(let operation, let left, let right):
            let sides = Formula.all([try known(left), try known(right)])
            guard operation == .divide else { return sides }
            return .guarded(by: sides, try value(right).infix("<>", Formula("0")))
        case .call(.coalesce, let operands):
            var given: [Formula] = []
            for operand in operands { given.append(try known(operand)) }
            return .any(given)
        case .call(.min, let operands), .call(.max, let operands), .call(.abs, let operands),
            .call(.days, let operands):
            var given: [Formula] = []
            for operand in operands { given.append(try known(operand)) }
            return .all(given)
        case .not, .and, .or, .compare, .member, .call(.present, _), .call(.has, _):
            return try conditions.known(expression)
        case .name(let name): throw .unprintable(name)
        }
    }

    /// A value as Excel computes it.
    ///
    /// - Parameter isDay: a bare number is a day since 1970.
    func value(_ expression: Expression, isDay: Bool = false) throws(FormulaError) -> Formula {
        switch expression {
        case .number(let number):
            return Formula(Self.number(isDay ? number + Double(ConditionFormula.dayOffset) : number))
        case .string(let text): return try literal(text)
        case .code(let list, let index): return try literal(conditions.codeLists[list].codes[index].name)
        case .variable(let index): return Formula(try conditions.reference(index))
        case .negate(let operand):
            let operand = try value(operand)
            return Formula("(-\(operand.text))", depth: operand.depth + 1)
        case .arithmetic(let operation, let left, let right):
            let (isLeftDay, isRightDay) = (try type(left) == .date, try type(right) == .date)
            let whole = try value(left, isDay: isLeftDay).infix(
                operation.rawValue,
                try value(right, isDay: isRightDay)
            )
            return Formula("(\(whole.text))", depth: whole.depth + 1)
        case .call(.days, let operands) where operands.count == 2:
            let whole = try value(operands[1], isDay: true).infix("-", try value(operands[0], isDay: true))
            return Formula("(\(whole.text))", depth: whole.depth + 1)
        case .call(.min, let operands): return .call("MIN", try all(operands, isDay: isDay))
        case .call(.max, let operands): return .call("MAX", try all(operands, isDay: isDay))
        case .call(.abs, let operands): return .call("ABS", try all(operands, isDay: false))
        case .call(.coalesce, let operands):
            guard let first = operands.first else { throw .unprintable("coalesce") }
            let own = try value(first, isDay: isDay)
            if operands.count == 1 { return own }
            let rest = try value(.call(.coalesce, Array(operands.dropFirst())), isDay: isDay)
            return .call("IF", [try known(first), own, rest])
        case .boolean, .name, .not, .and, .or, .compare, .member, .call: throw .unprintable("\(expression)")
        }
    }

    /// Two numbers or days, compared.
    func compared(
        _ comparison: Expression.Comparison,
        _ left: Expression,
        _ right: Expression
    ) throws(FormulaError) -> Formula {
        let isDay = try type(of: [left, right]) == .date
        return try value(left, isDay: isDay).infix(comparison.sign, try value(right, isDay: isDay))
    }

    /// The position of a choice in its list, from 1.
    func position(_ expression: Expression, of list: Int) throws(FormulaError) -> Formula {
        var names: [String] = []
        for code in conditions.codeLists[list].codes { names.append(try literal(code.name).text) }
        return .call("MATCH", [try value(expression), Formula("{\(names.joined(separator: ","))}"), Formula("0")])
    }

    func literal(_ text: String) throws(FormulaError) -> Formula {
        guard text.count <= 255 else { throw .literalTooLong(text) }
        return Formula(Formula.quoted(text))
    }

    private func all(_ operands: [Expression], isDay: Bool) throws(FormulaError) -> [Formula] {
        var values: [Formula] = []
        for operand in operands { values.append(try value(operand, isDay: isDay)) }
        return values
    }

    /// Shortest exact notation; whole numbers without a fraction.
    private static func number(_ number: Double) -> String {
        let text = "\(number)"
        let digits = text.hasSuffix(".0") ? String(text.dropLast(2)) : text
        return number < 0 ? "(\(digits))" : digits
    }
}
