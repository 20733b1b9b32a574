import Plan

extension Evaluation {
    /// The rows of which a rule has something to say: `when` holds and `require` does not.
    ///
    /// Where a missing value leaves a side unknown, the side says itself what that means (`Rule.MissingValue`).
    package func rows(breaking check: Rule.Check) -> [Int] {
        var rows = Array(0..<count)
        if let when = check.when {
            let values = evaluate(when.expression)
            rows = rows.filter { values[$0].isNaN ? when.missing == .counts : values[$0] != 0 }
            // Mostly no row is meant.
            if rows.isEmpty { return [] }
        }
        let values = evaluate(check.require.expression)
        return rows.filter { values[$0].isNaN ? check.require.missing == .counts : values[$0] == 0 }
    }
}
