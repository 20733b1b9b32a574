/// Reads the text of an expression: `so_dot_chuyen_de >= 2`, `has(cap_hoc, 'THCS')`, `not present(x) or x < 'Khá'`.
///
/// By what binds first: `- x`, `* /`, `+ -`, comparisons and `in`, `not`, `and`, `or`; operators of one rank from the left.
/// Comparisons do not chain. Names and codes are left as texts; `ExpressionTyper` settles them.
package struct ExpressionParser {
    /// The longest text that is read, in UTF-8 bytes.
    package static let longest = 8192
    /// The most names, literals and operators of one expression, and so the most that a tree of it is deep.
    package static let mostParts = 512
    /// How deep parentheses, calls and signs may nest.
    package static let deepest = 64

    private let tokens: [ExpressionToken]
    private var position = 0
    private var depth = 0
    private var parts = 0

    private init(_ tokens: [ExpressionToken]) {
        self.tokens = tokens
    }

    package static func parse(_ text: String) throws(ExpressionError) -> Expression {
        guard text.utf8.count <= longest else {
            throw ExpressionError(column: 1, message: "longer than \(longest) bytes: make a fact of a part of it")
        }
        var parser = ExpressionParser(try ExpressionTokenizer.tokens(of: text))
        guard parser.token.kind != .end else {
            throw ExpressionError(column: 1, message: "the expression is empty: write a condition, or `true`")
        }
        let expression = try parser.disjunction()
        guard parser.token.kind == .end else {
            throw parser.unexpected("the end, or an operator such as `and`, `or`, `=`, `+`")
        }
        return expression
    }

    // MARK: By rank

    private mutating func disjunction() throws(ExpressionError) -> Expression {
        var left = try conjunction()
        while try take(word: "or") { left = .or(left, try conjunction()) }
        return left
    }

    private mutating func conjunction() throws(ExpressionError) -> Expression {
        var left = try negation()
        while try take(word: "and") { left = .and(left, try negation()) }
        return left
    }

    private mutating func negation() throws(ExpressionError) -> Expression {
        guard try take(word: "not") else { return try comparison() }
        try enter()
        defer { depth -= 1 }
        return .not(try negation())
    }

    private mutating func comparison() throws(ExpressionError) -> Expression {
        let left = try sum()
        if try take(word: "in") { return .member(left, try list()) }
        guard let comparison = try takeComparison() else { return left }
        let right = try sum()
        if comparisonAhead != nil || token.kind == .word("in") {
            throw ExpressionError(
                column: token.column,
                message: "comparisons do not chain: write `a <= b and b <= c`"
            )
        }
        return .compare(comparison, left, right)
    }

    private mutating func sum() throws(ExpressionError) -> Expression {
        var left = try product()
        while let arithmetic = try take([.add, .subtract]) { left = .arithmetic(arithmetic, left, try product()) }
        return left
    }

    private mutating func product() throws(ExpressionError) -> Expression {
        var left = try signed()
        while let arithmetic = try take([.multiply, .divide]) { left = .arithmetic(arithmetic, left, try signed()) }
        return left
    }

    private mutating func signed() throws(ExpressionError) -> Expression {
        guard try take(symbol: "-") else { return try primary() }
        try enter()
        defer { depth -= 1 }
        return .negate(try signed())
    }

    private mutating func primary() throws(ExpressionError) -> Expression {
        let first = token
        switch first.kind {
        case .number(let value):
            try advance()
            return .number(value)
        case .string(let text):
            try advance()
            return .string(text)
        case .symbol("("):
            try advance()
            try enter()
            defer { depth -= 1 }
            let inner = try disjunction()
            try expect(")")
            return inner
        case .word("true"), .word("false"):
            try advance()
            return .boolean(first.kind == .word("true"))
        case .word(let word) where !["and", "or", "not", "in"].contains(word):
            try advance()
            return token.kind == .symbol("(") ? try call(word, at: first.column) : .name(word)
        default:
            throw unexpected("a name, a number, a text between ' and ', or (")
        }
    }

    private mutating func call(_ name: String, at column: Int) throws(ExpressionError) -> Expression {
        guard let function = Expression.Function(rawValue: name) else {
            let known = Expression.Function.allCases.map(\.rawValue).joined(separator: ", ")
            throw ExpressionError(column: column, message: "no function is called `\(name)`: there are \(known)")
        }
        return .call(function, try list())
    }

    /// `(a, b, ...)`, at least one.
    private mutating func list() throws(ExpressionError) -> [Expression] {
        try expect("(")
        try enter()
        defer { depth -= 1 }
        var items = [try disjunction()]
        while try take(symbol: ",") { items.append(try disjunction()) }
        try expect(")")
        return items
    }

    // MARK: Words

    private var token: ExpressionToken { tokens[position] }

    private mutating func advance() throws(ExpressionError) {
        parts += 1
        guard parts <= Self.mostParts else {
            throw ExpressionError(
                column: token.column,
                message: "more than \(Self.mostParts) parts: make a fact of a part of it"
            )
        }
        if position + 1 < tokens.count { position += 1 }
    }

    private mutating func enter() throws(ExpressionError) {
        depth += 1
        guard depth <= Self.deepest else {
            throw ExpressionError(column: token.column, message: "nested deeper than \(Self.deepest): take parts out")
        }
    }

    private mutating func take(word: String) throws(ExpressionError) -> Bool {
        guard token.kind == .word(word) else { return false }
        try advance()
        return true
    }

    private mutating func take(symbol: String) throws(ExpressionError) -> Bool {
        guard token.kind == .symbol(symbol) else { return false }
        try advance()
        return true
    }

    private mutating func take(_ choices: [Expression.Arithmetic]) throws(ExpressionError) -> Expression.Arithmetic? {
        for choice in choices where try take(symbol: choice.rawValue) { return choice }
        return nil
    }

    private var comparisonAhead: Expression.Comparison? {
        if case .symbol(let symbol) = token.kind { Expression.Comparison(rawValue: symbol) } else { nil }
    }

    private mutating func takeComparison() throws(ExpressionError) -> Expression.Comparison? {
        guard let comparison = comparisonAhead else { return nil }
        try advance()
        return comparison
    }

    private mutating func expect(_ symbol: String) throws(ExpressionError) {
        guard try take(symbol: symbol) else { throw unexpected("`\(symbol)`") }
    }

    private func unexpected(_ expected: String) -> ExpressionError {
        let found =
            switch token.kind {
            case .number(let value): "the number \(Expression.number(value))"
            case .string(let text): "the text '\(text)'"
            case .word(let word): "`\(word)`"
            case .symbol(let symbol): "`\(symbol)`"
            case .end: "the end"
            }
        return ExpressionError(column: token.column, message: "found \(found), expected \(expected)")
    }
}
