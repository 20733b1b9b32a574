// What each literal, operator and function asks of its operands.

extension ExpressionTyper {
    /// What a text beside a value of that type stands for.
    func literal(
        _ text: String,
        as type: ValueType,
        in whole: Expression
    ) throws(ExpressionError) -> Expression {
        switch type {
        case .text: return .string(text)
        case .choice(let list): return .code(list: list, index: try code(text, of: list))
        case .date:
            guard let day = CalendarDate(iso: text) else {
                throw ExpressionError(message: "'\(text)' is no day: write it as '2026-03-14'")
            }
            return .number(Double(day.days))
        case .boolean:
            throw ExpressionError(
                message:
                    "`\(whole)` compares yes or no with the text '\(text)': let the name stand alone, with `not` for no"
            )
        case .number:
            throw ExpressionError(message: "`\(whole)` compares a number with the text '\(text)': write it without '")
        case .choices:
            throw ExpressionError(message: "`\(whole)` compares a set: write has(..., '\(text)')")
        }
    }

    /// The code that is spelt so, else the one whose name or alias is so but for capitals.
    func code(_ text: String, of list: Int) throws(ExpressionError) -> Int {
        let list = codeLists[list]
        if let exact = list.index(ofCode: text) { return exact }
        let lowered = text.lowercased()
        let named = list.codes.firstIndex { code in
            code.name.lowercased() == lowered || code.aliases.contains { $0.lowercased() == lowered }
        }
        guard let named else {
            throw ExpressionError(
                message: "'\(text)' is not on the list `\(list.name)`: write one of "
                    + list.codes.map { "'\($0.code)'" }.joined(separator: ", ")
            )
        }
        return named
    }

    func check(
        _ comparison: Expression.Comparison,
        on type: ValueType,
        in whole: Expression
    ) throws(ExpressionError) {
        let isEquality = comparison == .equal || comparison == .notEqual
        switch type {
        case .number, .date: return
        case .choices:
            throw ExpressionError(message: "`\(whole)` compares a set: ask for its codes with has(set, 'A', 'B')")
        case .choice(let list) where !isEquality && !codeLists[list].isOrdered:
            throw ExpressionError(
                message:
                    "`\(whole)` compares by rank, and the list `\(codeLists[list].name)` has none: use = or !=, or say ordered=\"yes\" of the list"
            )
        case .text where !isEquality, .boolean where !isEquality:
            throw ExpressionError(
                message: "`\(whole)` compares \(describe(type)) by size: only = and != have a meaning"
            )
        case .choice, .text, .boolean: return
        }
    }

    func typed(
        _ arithmetic: Expression.Arithmetic,
        _ left: Expression,
        _ right: Expression,
        in whole: Expression
    ) throws(ExpressionError) -> Typed {
        let (first, firstType) = try typed(left)
        let (second, secondType) = try typed(right)
        let root = Expression.arithmetic(arithmetic, first, second)
        switch (firstType, arithmetic, secondType) {
        case (.number, _, .number): return (root, .number)
        case (.date, .add, .number), (.date, .subtract, .number), (.number, .add, .date): return (root, .date)
        case (.date, .subtract, .date):
            throw ExpressionError(message: "`\(whole)` subtracts dates: write days(\(right), \(left))")
        default:
            throw ExpressionError(
                message:
                    "`\(whole)` reckons with \(describe(firstType)) and \(describe(secondType)): numbers are needed, or a date + or - a number of days"
            )
        }
    }

    func typed(
        _ function: Expression.Function,
        _ operands: [Expression],
        in whole: Expression
    ) throws(ExpressionError) -> Typed {
        switch function {
        case .present:
            try expect(operands.count == 1, in: whole, "takes one name: present(x)")
            return (.call(.present, [try typed(operands[0]).root]), .boolean)
        case .has: return try has(operands, in: whole)
        case .days:
            try expect(operands.count == 2, in: whole, "takes two dates: days(from, to)")
            let dates = try alike(operands, in: whole)
            try expect(dates.type == .date, in: whole, "takes two dates, not \(describe(dates.type))")
            return (.call(.days, dates.roots), .number)
        case .min, .max:
            try expect(operands.count >= 2, in: whole, "takes two or more: \(function.rawValue)(a, b)")
            let values = try alike(operands, in: whole)
            try expect(
                values.type == .number || values.type == .date,
                in: whole,
                "takes numbers or dates, not \(describe(values.type))"
            )
            return (.call(function, values.roots), values.type)
        case .abs:
            try expect(operands.count == 1, in: whole, "takes one number: abs(x)")
            return (.call(.abs, [try number(operands[0])]), .number)
        case .coalesce:
            try expect(operands.count >= 2, in: whole, "takes two or more: coalesce(x, 0)")
            let values = try alike(operands, in: whole)
            return (.call(.coalesce, values.roots), values.type)
        }
    }

    private func has(_ operands: [Expression], in whole: Expression) throws(ExpressionError) -> Typed {
        try expect(operands.count >= 2, in: whole, "takes a set and its codes: has(set, 'A', 'B')")
        let (set, type) = try typed(operands[0])
        guard case .choices(let list) = type else {
            throw ExpressionError(
                message: "`\(operands[0])` is \(describe(type)) and no set: write \(operands[0]) in ('A', 'B')"
            )
        }
        var roots = [set]
        for operand in operands.dropFirst() {
            guard case .string(let text) = operand else {
                throw ExpressionError(message: "`\(whole)`: after the set come codes between ' and ', not `\(operand)`")
            }
            roots.append(.code(list: list, index: try code(text, of: list)))
        }
        return (.call(.has, roots), .boolean)
    }

    private func expect(_ holds: Bool, in whole: Expression, _ message: String) throws(ExpressionError) {
        if !holds { throw ExpressionError(message: "`\(whole)`: the function \(message)") }
    }

    func describe(_ type: ValueType) -> String {
        switch type {
        case .number: "a number"
        case .date: "a date"
        case .boolean: "yes or no"
        case .choice(let list): "a choice of the list `\(codeLists[list].name)`"
        case .choices(let list): "a set of the list `\(codeLists[list].name)`"
        case .text: "a text"
        }
    }
}
