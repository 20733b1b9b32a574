/// A condition or computation of the plan, over a record's fields or over a unit's facts.
///
/// The parser makes `name` and `string`; typing replaces them by `variable`, `code` and `codes`, so that nothing is looked
/// up while columns are evaluated. SQL's three-valued logic holds: a comparison with a missing value is unknown.
package indirect enum Expression: Hashable, Sendable {
    case number(Double)
    case boolean(Bool)
    /// Only before typing, or compared with a text.
    case string(String)
    /// Only before typing.
    case name(String)
    /// The variable at that position of the scope.
    case variable(Int)
    /// A code of a list, by its position.
    case code(list: Int, index: Int)
    case not(Expression)
    case and(Expression, Expression)
    case or(Expression, Expression)
    case compare(Comparison, Expression, Expression)
    case arithmetic(Arithmetic, Expression, Expression)
    case negate(Expression)
    /// `x in (a, b)`: equal to one of them.
    case member(Expression, [Expression])
    case call(Function, [Expression])

    package enum Comparison: String, Sendable {
        case equal = "="
        case notEqual = "!="
        case less = "<"
        case lessOrEqual = "<="
        case greater = ">"
        case greaterOrEqual = ">="
    }

    package enum Arithmetic: String, Sendable {
        case add = "+"
        case subtract = "-"
        case multiply = "*"
        case divide = "/"
    }

    package enum Function: String, Sendable, CaseIterable {
        /// `present(x)`: x is given. Never unknown.
        case present
        /// `has(set, 'A', 'B')`: the set holds one of the codes.
        case has
        /// `days(a, b)`: days from date a to date b.
        case days
        case min, max, abs
        /// `coalesce(a, b)`: the first that is given.
        case coalesce
    }
}

/// An expression whose names and types are settled.
package struct TypedExpression: Sendable, Hashable {
    /// As the plan writes it.
    package let source: String
    package let root: Expression
    package let type: ValueType

    package init(source: String, root: Expression, type: ValueType) {
        self.source = source
        self.root = root
        self.type = type
    }

    /// Positions in the scope of the variables that it reads, ascending.
    package var variables: [Int] {
        var found: Set<Int> = []
        func visit(_ expression: Expression) {
            switch expression {
            case .variable(let index): found.insert(index)
            case .number, .boolean, .string, .name, .code: break
            case .not(let operand), .negate(let operand): visit(operand)
            case .and(let left, let right), .or(let left, let right), .compare(_, let left, let right),
                .arithmetic(_, let left, let right):
                visit(left)
                visit(right)
            case .member(let operand, let list):
                visit(operand)
                list.forEach(visit)
            case .call(_, let operands): operands.forEach(visit)
            }
        }
        visit(root)
        return found.sorted()
    }
}

/// The names that an expression may use, with their types; a name's position is its variable.
package struct Scope: Sendable {
    package let names: [String]
    package let types: [ValueType]

    package init(names: [String], types: [ValueType]) {
        self.names = names
        self.types = types
    }
}
