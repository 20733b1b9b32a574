import Plan

/// Conditions written in Swift, where a test wants no parser between itself and what it tests.
extension Expression {
    func equals(_ other: Expression) -> Expression { .compare(.equal, self, other) }
    func equals(_ number: Double) -> Expression { equals(.number(number)) }
    func atLeast(_ number: Double) -> Expression { .compare(.greaterOrEqual, self, .number(number)) }
    func atLeast(_ other: Expression) -> Expression { .compare(.greaterOrEqual, self, other) }
    func above(_ number: Double) -> Expression { above(.number(number)) }
    func above(_ other: Expression) -> Expression { .compare(.greater, self, other) }
    func and(_ other: Expression) -> Expression { .and(self, other) }
    func or(_ other: Expression) -> Expression { .or(self, other) }
    var isPresent: Expression { .call(.present, [self]) }
}

extension Scope {
    /// The variable of that name; the test names what is there.
    func callAsFunction(_ name: String) -> Expression {
        names.firstIndex(of: name).map(Expression.variable) ?? .name(name)
    }
}

func condition(_ root: Expression) -> TypedExpression {
    TypedExpression(source: "", root: root, type: .boolean)
}
