// Conditions of the plan in Excel's words. Excel is not SQL: `""<2`, `NOT(blank)` and `"Yếu">="Khá"` are TRUE there. So a condition
// has two formulas: where it is known and true, and where it is known and false; `not` takes the other one.

import Plan

/// Prints conditions as formulas over the cells of one row.
///
/// A missing value is a blank cell, a boolean `Có` or `Không`, a choice its code's name, a set its codes' names between `"; "`,
/// a date a day that Excel counts. Only functions that Excel 2010, LibreOffice and WPS all know: AND, OR, NOT, IF, ISNUMBER,
/// EXACT, FIND, MATCH, MIN, MAX, ABS.
struct ConditionFormula {
    let scope: Scope
    let codeLists: [CodeList]
    /// The cell of the variable at that position of the scope, such as `AB5`; nil: it has none.
    let cell: (Int) -> String?

    /// Excel counts days from 30 December 1899, the program from 1 January 1970.
    static let dayOffset = 25_569

    /// TRUE where the condition is known and true, FALSE everywhere else.
    ///
    /// - Throws: where it cannot be written.
    func whereTrue(_ condition: TypedExpression) throws(FormulaError) -> String {
        try checked(try formula(condition.root, holds: true))
    }

    /// TRUE where the condition is known and false, FALSE everywhere else.
    ///
    /// - Throws: where it cannot be written.
    func whereFalse(_ condition: TypedExpression) throws(FormulaError) -> String {
        try checked(try formula(condition.root, holds: false))
    }

    private func checked(_ formula: Formula) throws(FormulaError) -> String {
        guard formula.text.count <= 8_190 else { throw .tooLong(formula.text.count) }
        guard formula.depth <= 64 else { throw .tooDeep(formula.depth) }
        return "=" + formula.text
    }

    /// Where a condition is known, and true or false as `holds` says.
    private func formula(_ condition: Expression, holds: Bool) throws(FormulaError) -> Formula {
        switch condition {
        case .boolean(let value): return Formula(value == holds ? "TRUE" : "FALSE")
        case .variable(let index): return Formula("\(try reference(index))=\"\(holds ? "Có" : "Không")\"")
        case .not(let operand): return try formula(operand, holds: !holds)
        case .and(let left, let right):
            let sides = [try formula(left, holds: holds), try formula(right, holds: holds)]
            return holds ? .all(sides) : .any(sides)
        case .or(let left, let right):
            let sides = [try formula(left, holds: holds), try formula(right, holds: holds)]
            return holds ? .any(sides) : .all(sides)
        case .compare(let comparison, let left, let right):
            return try compared(holds ? comparison : comparison.inverse, left, right)
        case .member(let operand, let list):
            var items: [Formula] = []
            for item in list { items.append(try compared(holds ? .equal : .notEqual, operand, item)) }
            return holds ? .any(items) : .all(items)
        case .call(.present, let operands):
            guard let operand = operands.first else { throw .unprintable("present") }
            let known = try values.known(operand)
            return holds ? known : .not(known)
        case .call(.has, let operands): return try has(operands, holds: holds)
        case .call(.coalesce, let operands): return try firstGiven(operands[...], holds: holds)
        case .number, .string, .name, .code, .arithmetic, .negate, .call:
            throw .unprintable("\(condition)")
        }
    }

    private func compared(
        _ comparison: Expression.Comparison,
        _ left: Expression,
        _ right: Expression
    ) throws(FormulaError) -> Formula {
        switch try values.type(of: [left, right]) ?? .number {
        case .number, .date:
            return .guarded(
                by: .all([try values.known(left), try values.known(right)]),
                try values.compared(comparison, left, right)
            )
        case .choice(let list):
            // A rank against a code is a short list of names; anything else compares positions.
            if case .code(_, let index) = right { return try choice(left, comparison, index, of: list) }
            if case .code(_, let index) = left { return try choice(right, comparison.mirrored, index, of: list) }
            let known = Formula.all([try values.known(left), try values.known(right)])
            let sides = [try values.position(left, of: list), try values.position(right, of: list)]
            return .guarded(by: known, sides[0].infix(comparison.sign, sides[1]))
        case .text:
            let known = Formula.all([try values.known(left), try values.known(right)])
            let equal = Formula.call("EXACT", [try values.value(left), try values.value(right)])
            return .guarded(by: known, comparison == .equal ? equal : .not(equal))
        case .boolean:
            let alike = comparison == .equal
            let sides = [
                Formula.all([try formula(left, holds: true), try formula(right, holds: alike)]),
                Formula.all([try formula(left, holds: false), try formula(right, holds: !alike)]),
            ]
            return .any(sides)
        case .choices: throw .unprintable("a set compared")
        }
    }

    /// A choice against one code of its list: the names that satisfy it.
    private func choice(
        _ operand: Expression,
        _ comparison: Expression.Comparison,
        _ index: Int,
        of list: Int
    ) throws(FormulaError) -> Formula {
        let value = try values.value(operand)
        var names: [Formula] = []
        for (position, code) in codeLists[list].codes.enumerated() where comparison.holds(position, index) {
            names.append(value.infix("=", try values.literal(code.name)))
        }
        return .any(names)
    }

    private func has(_ operands: [Expression], holds: Bool) throws(FormulaError) -> Formula {
        guard let set = operands.first else { throw .unprintable("has") }
        let cell = try values.value(set)
        var found: [Formula] = []
        for case .code(let list, let index) in operands.dropFirst() {
            let name = try values.literal("; \(codeLists[list].codes[index].name); ")
            let whole = Formula("\"; \"&\(cell.text)&\"; \"", depth: cell.depth)
            found.append(.call("ISNUMBER", [.call("FIND", [name, whole])]))
        }
        let any = Formula.any(found)
        return .guarded(by: try values.known(set), holds ? any : .not(any))
    }

    private func firstGiven(_ operands: ArraySlice<Expression>, holds: Bool) throws(FormulaError) -> Formula {
        guard let first = operands.first else { return Formula("FALSE") }
        let own = try formula(first, holds: holds)
        let rest = operands.dropFirst()
        if rest.isEmpty { return own }
        return .call("IF", [try values.known(first), own, try firstGiven(rest, holds: holds)])
    }

    private var values: ValueFormula { ValueFormula(conditions: self) }

    func reference(_ variable: Int) throws(FormulaError) -> String {
        guard let cell = cell(variable) else { throw .noCell(name: scope.names[variable]) }
        return cell
    }

    /// Where a condition is known at all.
    func known(_ condition: Expression) throws(FormulaError) -> Formula {
        .any([try formula(condition, holds: true), try formula(condition, holds: false)])
    }
}

extension Expression.Comparison {
    fileprivate var inverse: Expression.Comparison {
        switch self {
        case .equal: .notEqual
        case .notEqual: .equal
        case .less: .greaterOrEqual
        case .lessOrEqual: .greater
        case .greater: .lessOrEqual
        case .greaterOrEqual: .less
        }
    }

    /// The same with its sides exchanged.
    fileprivate var mirrored: Expression.Comparison {
        switch self {
        case .equal, .notEqual: self
        case .less: .greater
        case .lessOrEqual: .greaterOrEqual
        case .greater: .less
        case .greaterOrEqual: .lessOrEqual
        }
    }

    /// As Excel writes it.
    var sign: String { self == .notEqual ? "<>" : rawValue }

    fileprivate func holds(_ left: Int, _ right: Int) -> Bool {
        switch self {
        case .equal: left == right
        case .notEqual: left != right
        case .less: left < right
        case .lessOrEqual: left <= right
        case .greater: left > right
        case .greaterOrEqual: left >= right
        }
    }
}
