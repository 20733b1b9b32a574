import Testing

/// `docs/plan-format.md` shows the real plan, and nothing that it does not say.
@Suite struct PlanFormatTests {
    @Test func everyExampleStandsInTheRealPlan() throws {
        let plan = try RealPlan.text()
        let examples = blocks(in: String(decoding: try RealPlan.bytes("docs/plan-format.md"), as: UTF8.self))
        #expect(examples.count > 10)
        for example in examples { #expect(plan.contains(example), "\(example)") }
    }

    @Test func everyElementOfTheSchemaIsExplained() throws {
        let page = String(decoding: try RealPlan.bytes("docs/plan-format.md"), as: UTF8.self)
        let schema = String(decoding: try RealPlan.bytes("templates/plan.rng"), as: UTF8.self)
        let ofHead: Set = [
            "superior", "authority", "place", "document", "subject", "reportNumber", "addressee", "recipient",
            "preparer",
            "signer", "milestone", "list", "code", "period", "department", "indicator", "header", "plan",
        ]
        let names = schema.matches(of: /<(?:element|attribute) name="([A-Za-z]+)"/).map { String($0.output.1) }
        for name in Set(names).subtracting(ofHead).sorted() {
            #expect(page.contains("`\(name)`") || page.contains("\(name)=\"") || page.contains("<\(name)"), "\(name)")
        }
    }

    /// The texts of the fenced blocks marked `xml`, without the last line break.
    private func blocks(in page: String) -> [String] {
        var blocks: [String] = []
        var open: [Substring]?
        for line in page.split(separator: "\n", omittingEmptySubsequences: false) {
            if line == "```xml" {
                open = []
            } else if line == "```", let lines = open {
                blocks.append(lines.joined(separator: "\n"))
                open = nil
            } else {
                open?.append(line)
            }
        }
        return blocks
    }
}
