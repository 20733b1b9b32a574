import Plan
import Records
import Testing

@Suite("When ... require")
struct CheckTests {
    private let values: [Double] = [1, 0, .nan]

    private func broken(when: Rule.MissingValue?, require: Rule.MissingValue) -> [String] {
        // Every pair of true, false and unknown.
        let left = values.flatMap { value in values.map { _ in value } }
        let right = values.flatMap { _ in values }
        func condition(_ variable: Int, _ missing: Rule.MissingValue) -> Rule.Condition {
            Rule.Condition(
                expression: TypedExpression(source: "", root: .variable(variable), type: .boolean),
                missing: missing
            )
        }
        let evaluation = Evaluation(count: left.count, column: { $0 == 0 ? left : right })
        let check = Rule.Check(when: when.map { condition(0, $0) }, require: condition(1, require))
        func word(_ value: Double) -> String { value.isNaN ? "?" : value == 1 ? "1" : "0" }
        return evaluation.rows(breaking: check).map { word(left[$0]) + word(right[$0]) }
    }

    /// `when`, then `require`; `?` is unknown.
    @Test(
        arguments: [
            (.skip, .skip, ["10"]), (.counts, .skip, ["10", "?0"]), (.skip, .counts, ["10", "1?"]),
            (.counts, .counts, ["10", "1?", "?0", "??"]),
        ] as [(Rule.MissingValue, Rule.MissingValue, [String])]
    )
    func eachSideSaysWhatAMissingValueMeans(when: Rule.MissingValue, require: Rule.MissingValue, rows: [String]) {
        #expect(broken(when: when, require: require) == rows)
    }

    @Test func withoutWhenEveryRowIsMeant() {
        #expect(broken(when: nil, require: .skip) == ["10", "00", "?0"])
        #expect(broken(when: nil, require: .counts) == ["10", "1?", "00", "0?", "?0", "??"])
    }
}
