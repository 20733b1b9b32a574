import Plan
import Records
import Testing

@Suite("Three-valued logic")
struct ThreeValuedLogicTests {
    /// Two columns with every pair of true, false and unknown.
    private let left: [Bool?] = [true, true, true, false, false, false, nil, nil, nil]
    private let right: [Bool?] = [true, false, nil, true, false, nil, true, false, nil]

    private func evaluate(_ root: Expression) -> [Bool?] {
        let columns = [left, right].map { $0.map { $0.map { $0 ? 1.0 : 0 } ?? .nan } }
        return Evaluation(count: left.count, column: { columns[$0] })
            .evaluate(TypedExpression(source: "", root: root, type: .boolean))
            .map { $0.isNaN ? nil : $0 == 1 }
    }

    @Test func isThatOfSQL() {
        #expect(
            evaluate(.and(.variable(0), .variable(1))) == [true, false, nil, false, false, false, nil, false, nil]
        )
        #expect(
            evaluate(.or(.variable(0), .variable(1))) == [true, true, true, true, false, nil, true, nil, nil]
        )
        #expect(evaluate(.not(.variable(1))) == [false, true, nil, false, true, nil, false, true, nil])
        #expect(
            evaluate(.compare(.equal, .variable(0), .variable(1))) == [
                true, false, nil, false, true, nil, nil, nil, nil,
            ]
        )
        #expect(evaluate(.call(.present, [.variable(0)])) == [true, true, true, true, true, true, false, false, false])
    }

    @Test(arguments: [true, false, nil])
    func isTheSameForConstants(_ constant: Bool?) {
        let literal: Expression = constant.map(Expression.boolean) ?? .name("untyped")
        let expected = left.map { value -> Bool? in
            if value == false || constant == false { return false }
            return value == nil || constant == nil ? nil : true
        }
        #expect(evaluate(.and(.variable(0), literal)) == expected)
        #expect(evaluate(.and(literal, .variable(0))) == expected)
    }

    @Test(arguments: [
        (Expression.Comparison.equal, [false, true, false]), (.notEqual, [true, false, true]),
        (.less, [true, false, false]), (.lessOrEqual, [true, true, false]), (.greater, [false, false, true]),
        (.greaterOrEqual, [false, true, true]),
    ])
    func comparesKnownValuesAndNothingElse(comparison: Expression.Comparison, expected: [Bool?]) {
        let evaluation = Evaluation(count: 4, column: { _ in [1, 2, 3, .nan] })
        func known(_ root: Expression) -> [Bool?] {
            evaluation.evaluate(TypedExpression(source: "", root: root, type: .boolean)).map {
                $0.isNaN ? nil : $0 == 1
            }
        }
        #expect(known(.compare(comparison, .variable(0), .number(2))) == expected + [nil])
        #expect(known(.compare(comparison, .number(2), .variable(0))) == expected.reversed() + [nil])
        #expect(known(.compare(comparison, .variable(0), .name("unknown"))) == [nil, nil, nil, nil])
    }

    @Test func membershipIsAChainOfEqualities() {
        let columns: [[Double]] = [[1, 2, 3, .nan], [1, .nan, .nan, 1]]
        let evaluation = Evaluation(count: 4, column: { columns[$0] })
        func member(_ list: [Expression]) -> [Double?] {
            evaluation.evaluate(TypedExpression(source: "", root: .member(.variable(0), list), type: .boolean))
                .map { $0.isNaN ? nil : $0 }
        }
        #expect(member([.number(1), .number(3)]) == [1, 0, 1, nil])
        #expect(member([.number(2), .variable(1)]) == [1, 1, nil, nil])
        #expect(member([]) == [0, 0, 0, 0])
    }
}
