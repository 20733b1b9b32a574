/// Settles the names, codes and types of an expression, once, when the plan loads.
///
/// - A text compared with a choice is one of its list's codes, by code, name or alias; with a date it is a day such as
///   `'2026-03-14'`.
/// - Choices of an ordered list compare by rank; all others only with `=` and `!=`; sets only with `has`.
/// - A boolean stands alone as a condition: `kip_thoi`, `not kip_thoi`.
/// - A date plus or minus a number is a date that many days later or earlier.
package struct ExpressionTyper {
    let scope: Scope
    let codeLists: [CodeList]

    package init(scope: Scope, codeLists: [CodeList]) {
        self.scope = scope
        self.codeLists = codeLists
    }

    /// Parses and types the text of a condition.
    package func condition(_ source: String) throws(ExpressionError) -> TypedExpression {
        let typed = try expression(source)
        guard typed.type == .boolean else {
            throw ExpressionError(
                message:
                    "a condition is needed, and `\(source)` is \(describe(typed.type)): compare it, or write present(...)"
            )
        }
        return typed
    }

    /// Parses and types a text of any type.
    package func expression(_ source: String) throws(ExpressionError) -> TypedExpression {
        let parsed = try ExpressionParser.parse(source)
        if case .string = parsed {
            throw ExpressionError(message: "a text alone says nothing: compare it with a name")
        }
        let (root, type) = try typed(parsed)
        return TypedExpression(source: source, root: root, type: type)
    }

    /// An expression with its type.
    typealias Typed = (root: Expression, type: ValueType)

    func typed(_ expression: Expression) throws(ExpressionError) -> Typed {
        switch expression {
        case .number: return (expression, .number)
        case .boolean: return (expression, .boolean)
        case .string(let text):
            throw ExpressionError(message: "the text '\(text)' stands beside nothing that could be compared with it")
        case .name(let name): return try variable(name)
        case .variable(let index): return (expression, scope.types[index])
        case .code(let list, _): return (expression, .choice(list: list))
        case .not(let operand): return (.not(try boolean(operand)), .boolean)
        case .and(let left, let right): return (.and(try boolean(left), try boolean(right)), .boolean)
        case .or(let left, let right): return (.or(try boolean(left), try boolean(right)), .boolean)
        case .compare(let comparison, let left, let right):
            let sides = try alike([left, right], in: expression)
            try check(comparison, on: sides.type, in: expression)
            return (.compare(comparison, sides.roots[0], sides.roots[1]), .boolean)
        case .member(let operand, let list):
            let items = try alike([operand] + list, in: expression)
            try check(.equal, on: items.type, in: expression)
            return (.member(items.roots[0], Array(items.roots.dropFirst())), .boolean)
        case .arithmetic(let arithmetic, let left, let right): return try typed(arithmetic, left, right, in: expression)
        case .negate(let operand): return (.negate(try number(operand)), .number)
        case .call(let function, let operands): return try typed(function, operands, in: expression)
        }
    }

    func boolean(_ expression: Expression) throws(ExpressionError) -> Expression {
        if case .string = expression {
            throw ExpressionError(message: "`\(expression)` is a text, and yes or no is needed: write true or false")
        }
        let (root, type) = try typed(expression)
        guard type == .boolean else {
            throw ExpressionError(
                message:
                    "`\(expression)` is \(describe(type)), and a condition is needed: compare it, or write present(\(expression))"
            )
        }
        return root
    }

    func number(_ expression: Expression) throws(ExpressionError) -> Expression {
        let (root, type) = try typed(expression)
        guard type == .number else {
            throw ExpressionError(message: "`\(expression)` is \(describe(type)), and a number is needed")
        }
        return root
    }

    /// Several expressions of one type; texts among them become codes or days where another one says so.
    func alike(
        _ expressions: [Expression],
        in whole: Expression
    ) throws(ExpressionError) -> (roots: [Expression], type: ValueType) {
        var typedOnes: [Typed?] = []
        var type: ValueType?
        for expression in expressions {
            if case .string = expression {
                typedOnes.append(nil)
                continue
            }
            let one = try typed(expression)
            if let type, type != one.type {
                throw ExpressionError(
                    message: "`\(whole)` sets \(describe(type)) beside \(describe(one.type)): both must be of one kind"
                )
            }
            type = one.type
            typedOnes.append(one)
        }
        guard let type else {
            throw ExpressionError(message: "`\(whole)` holds texts only: one side must be a name")
        }
        var roots: [Expression] = []
        for (expression, one) in zip(expressions, typedOnes) {
            if let one {
                roots.append(one.root)
            } else if case .string(let text) = expression {
                roots.append(try literal(text, as: type, in: whole))
            }
        }
        return (roots, type)
    }

    private func variable(_ name: String) throws(ExpressionError) -> Typed {
        guard let index = scope.names.firstIndex(of: name) else {
            throw ExpressionError(message: "no `\(name)` is known here" + suggestion(for: name, among: scope.names))
        }
        return (.variable(index), scope.types[index])
    }
}
