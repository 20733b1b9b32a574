import FoundationEssentials
import Plan
import Records
import Testing

/// What the short forms of the plan's rules come to, value by value.
@Suite("Short forms of rules")
struct RuleShortFormTests {
    /// NaN is missing.
    private static let values: [Double] = [1, 0, .nan]

    @Test func bothOrNeither() throws {
        // Both sides are conditions: one that is unknown leaves the whole unknown.
        #expect(
            try table("<bothOrNeither first=\"kip_thoi\" second=\"keo_dai\"/>") == [
                "11 yes", "10 no", "1- unknown", "01 no", "00 yes", "0- unknown", "-1 unknown", "-0 unknown",
                "-- unknown",
            ]
        )
    }

    @Test func notBoth() throws {
        #expect(
            try table("<notBoth first=\"kip_thoi\" second=\"keo_dai\"/>") == [
                "11 no", "10 yes", "1- unknown", "01 yes", "00 yes", "0- yes", "-1 unknown", "-0 yes", "-- unknown",
            ]
        )
    }

    @Test func aNameThatIsNoConditionMeansThatItIsGiven() throws {
        let form = "<bothOrNeither first=\"kip_thoi\" second=\"so_hs_lien_quan\"/>"
        #expect(
            try table(form, second: "so_hs_lien_quan") == [
                "11 yes", "10 yes", "1- no", "01 no", "00 no", "0- yes", "-1 unknown", "-0 unknown", "-- unknown",
            ]
        )
    }

    @Test func sidesAreWholeConditions() throws {
        // Without parentheses `or` would take the rest with it.
        let form = "<notBoth first=\"kip_thoi or keo_dai\" second=\"so_hs_lien_quan > 0 or keo_dai\"/>"
        #expect(
            try table(form, second: "so_hs_lien_quan", rest: ["keo_dai": 0]) == [
                "11 no", "10 yes", "1- unknown", "01 yes", "00 yes", "0- yes", "-1 unknown", "-0 yes", "-- unknown",
            ]
        )
    }

    @Test func missingStaysWithTheShortForm() throws {
        #expect(
            try check("<notBoth first=\"kip_thoi\" second=\"keo_dai\" missing=\"counts\"/>").require.missing == .counts
        )
        #expect(try check("<notBoth first=\"kip_thoi\" second=\"keo_dai\"/>").require.missing == .skip)
    }

    /// The requirement's value for every pair of `kip_thoi` and the second field.
    private func table(_ form: String, second: String = "keo_dai", rest: [String: Double] = [:]) throws -> [String] {
        let plan = try plan(form)
        let names = plan.ruleScope(of: try #require(plan.dataSet(named: "vu-viec"))).names
        let pairs = Self.values.flatMap { first in Self.values.map { (first, $0) } }
        let evaluation = Evaluation(count: pairs.count) { variable in
            switch names[variable] {
            case "kip_thoi": pairs.map(\.0)
            case second: pairs.map(\.1)
            default: [Double](repeating: rest[names[variable]] ?? .nan, count: pairs.count)
            }
        }
        let required = evaluation.evaluate(try check(form).require.expression)
        func sign(_ value: Double) -> String { value.isNaN ? "-" : value == 0 ? "0" : "1" }
        return zip(pairs, required).map { pair, value in
            "\(sign(pair.0))\(sign(pair.1)) " + (value.isNaN ? "unknown" : value == 0 ? "no" : "yes")
        }
    }

    private func check(_ form: String) throws -> Rule.Check {
        guard case .record(let test) = try plan(form).rules.first?.test else { throw NoRecordRule() }
        return test.check
    }

    /// The real plan with one rule.
    private func plan(_ form: String) throws -> Plan {
        let checkout = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let text = String(
            decoding: try Data(contentsOf: checkout.appending(path: "templates/plan-2026.xml")),
            as: UTF8.self
        )
        let start = try #require(text.firstRange(of: "<rules>")).upperBound
        let end = try #require(text.firstRange(of: "</rules>")).lowerBound
        let rule =
            "<rule code=\"V1\" severity=\"query\" title=\"Sai\"><record dataSet=\"vu-viec\">\(form)</record><message>Sai.</message><mend>Sửa.</mend></rule>"
        return try Plan.load(Array((text[..<start] + rule + text[end...]).utf8), file: "plan-2026.xml")
    }
}

private struct NoRecordRule: Error {}
