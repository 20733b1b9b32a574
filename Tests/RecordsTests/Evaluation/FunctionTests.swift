import Plan
import Records
import Testing

@Suite("Arithmetic, functions and texts")
struct FunctionTests {
    private let columns: [[Double]] = [
        [6, -2, 0, .nan],
        [3, 0, .nan, 5],
        // Sets of three codes.
        [0b001, 0b110, 0b000, .nan],
        // Numbers of texts.
        [0, 1, 2, .nan],
    ]
    private let x = Expression.variable(0)
    private let y = Expression.variable(1)

    private func evaluate(_ root: Expression) -> [Double?] {
        Evaluation(count: 4, column: { columns[$0] }, textNumber: { ["một": 0, "hai": 1][$0] })
            .evaluate(TypedExpression(source: "", root: root, type: .number))
            .map { $0.isNaN ? nil : $0 }
    }

    @Test(
        arguments: [
            (Expression.Arithmetic.add, [9, -2, nil, nil]), (.subtract, [3, -2, nil, nil]),
            (.multiply, [18, 0, nil, nil]),
            (.divide, [2, nil, nil, nil]),
        ] as [(Expression.Arithmetic, [Double?])]
    )
    func arithmeticWithAMissingValueOrADivisorOfZeroIsUnknown(operation: Expression.Arithmetic, expected: [Double?]) {
        #expect(evaluate(.arithmetic(operation, x, y)) == expected)
    }

    @Test func whatNoNumberHoldsIsUnknown() {
        #expect(evaluate(.arithmetic(.multiply, .number(1e308), .number(1e308))) == [nil, nil, nil, nil])
        #expect(evaluate(.arithmetic(.divide, .number(0), .number(0))) == [nil, nil, nil, nil])
    }

    @Test func unknownIsOneBitPatternAndZeroHasNoSign() {
        let payload = Double(nan: 7, signaling: false)
        let columns: [[Double]] = [[payload, -payload, -0.0, 0]]
        let evaluation = Evaluation(count: 4, column: { columns[$0] })
        let zero = Double(0).bitPattern
        let unknown = Double.nan.bitPattern
        for root in [x, .negate(x), .arithmetic(.multiply, x, .number(-1)), .call(.coalesce, [x, .name("unknown")])] {
            let values = evaluation.evaluate(TypedExpression(source: "", root: root, type: .number))
            #expect(values.map(\.bitPattern) == [unknown, unknown, zero, zero])
        }
        let constant = evaluation.evaluate(TypedExpression(source: "", root: .number(-0.0), type: .number))
        #expect(constant.map(\.bitPattern) == [zero, zero, zero, zero])
    }

    @Test func functions() {
        #expect(evaluate(.call(.min, [x, y, .number(4)])) == [3, -2, nil, nil])
        #expect(evaluate(.call(.max, [x, y, .number(4)])) == [6, 4, nil, nil])
        #expect(evaluate(.call(.abs, [x])) == [6, 2, 0, nil])
        #expect(evaluate(.call(.coalesce, [x, y])) == [6, -2, 0, 5])
        #expect(evaluate(.call(.coalesce, [y, .number(9)])) == [3, 0, 9, 5])
        #expect(evaluate(.call(.days, [x, y])) == [-3, 2, nil, nil])
        #expect(evaluate(.negate(x)) == [-6, 2, 0, nil])
    }

    @Test func aSetHasOneOfTheCodes() {
        func code(_ index: Int) -> Expression { .code(list: 0, index: index) }
        #expect(evaluate(.call(.has, [.variable(2), code(0)])) == [1, 0, 0, nil])
        #expect(evaluate(.call(.has, [.variable(2), code(0), code(2)])) == [1, 1, 0, nil])
    }

    @Test func textsAreComparedByTheirNumber() {
        let text = Expression.variable(3)
        #expect(evaluate(.compare(.equal, text, .string("hai"))) == [0, 1, 0, nil])
        #expect(evaluate(.compare(.notEqual, text, .string("hai"))) == [1, 0, 1, nil])
        #expect(evaluate(.member(text, [.string("một"), .string("ba")])) == [1, 0, 0, nil])
    }

    @Test func aTextThatNoRowHasEqualsNoneAndItself() {
        #expect(evaluate(.compare(.equal, .variable(3), .string("ba"))) == [0, 0, 0, nil])
        #expect(evaluate(.compare(.notEqual, .variable(3), .string("ba"))) == [1, 1, 1, nil])
        #expect(evaluate(.compare(.equal, .string("ba"), .string("ba"))) == [1, 1, 1, 1])
        #expect(evaluate(.compare(.equal, .string("ba"), .string("bốn"))) == [0, 0, 0, 0])
    }

    @Test func eachColumnIsFetchedOnceAndOnlyThoseNamed() {
        final class Fetches {
            var variables: [Int] = []
        }
        let fetches = Fetches()
        let evaluation = Evaluation(
            count: 4,
            column: { variable in
                fetches.variables.append(variable)
                return columns[variable]
            }
        )
        let root = Expression.and(.compare(.less, x, y), .or(.compare(.equal, x, x), .call(.present, [y])))
        _ = evaluation.evaluate(TypedExpression(source: "", root: root, type: .boolean))
        #expect(fetches.variables == [0, 1])
    }

    @Test func noRowsAreNoValues() {
        let evaluation = Evaluation(count: 0, column: { _ in [] })
        for root in [x, Expression.number(1), .arithmetic(.add, x, .number(1))] {
            #expect(evaluation.evaluate(TypedExpression(source: "", root: root, type: .number)).isEmpty)
        }
    }
}
