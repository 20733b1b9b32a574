import Plan

/// Evaluates an expression column by column: one pass over all rows for each node of the expression.
///
/// Columns are `Double`s: missing and unknown are NaN, booleans 0 and 1, dates days since 1 January 1970, choices positions in
/// their list, sets bits by position, texts numbers of a pool.
package struct Evaluation {
    /// Number of rows.
    package let count: Int
    /// The column of the variable at that position of the expression's scope; of length `count`.
    package let column: (Int) -> [Double]
    /// The number of a text in the pool that the columns' texts come from, for comparisons with a literal; nil: no row has it.
    package let textNumber: (String) -> Int?

    package init(
        count: Int,
        column: @escaping (Int) -> [Double],
        textNumber: @escaping (String) -> Int? = { _ in nil }
    ) {
        self.count = count
        self.column = column
        self.textNumber = textNumber
    }

    /// The expression's value in each row.
    ///
    /// SQL's three-valued logic holds: what is computed from a missing value is unknown, `and` and `or` are known where one
    /// side decides, and a division by zero or a result that no number holds is unknown. Unknown is always the same NaN, and
    /// zero has no sign, so that equal columns have equal bytes.
    package func evaluate(_ expression: TypedExpression) -> [Double] {
        var evaluator = ExpressionEvaluator(evaluation: self, variables: expression.variables)
        switch evaluator.column(of: expression.root) {
        case .constant(let value): return [Double](repeating: canonical(value), count: count)
        case .rows(let values): return values.map(canonical)
        }
    }

    private func canonical(_ value: Double) -> Double {
        // The sum of -0 and 0 is 0.
        value.isNaN ? .nan : value + 0
    }
}
