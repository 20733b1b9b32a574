import Plan
import Testing

@testable import Batch

@Suite struct RunIDTests {
    private func id(
        version: String = "1",
        templates: [(path: String, sha256: String)] = [("plan-2026.xml", "aa"), ("plan.rng", "bb")],
        inputs: [(path: String, sha256: String)] = [("a.csv", "01"), ("b.csv", "02")],
        decisions: String? = nil,
        receipts: [UInt8] = [],
        closedSets: [(name: String, sha256: String)] = [],
        asOf: Int32 = 20_000
    ) -> String {
        RunID(
            version: version,
            templates: templates,
            inputs: inputs,
            decisions: decisions,
            receipts: receipts,
            closedSets: closedSets,
            asOf: CalendarDate(days: asOf)
        ).text
    }

    @Test func sameRunHasTheSameIdWhateverTheOrder() {
        #expect(id() == id(inputs: [("b.csv", "02"), ("a.csv", "01")]))
        #expect(id().utf8.count == 64)
        #expect(RunID(text: id()).short.utf8.count == 12)
    }

    @Test func eachPartChangesIt() {
        let ids = [
            id(), id(version: "2"), id(templates: [("plan-2026.xml", "ac"), ("plan.rng", "bb")]),
            id(inputs: [("a.csv", "01")]), id(inputs: [("c.csv", "01"), ("b.csv", "02")]), id(decisions: "dd"),
            id(receipts: [1]), id(closedSets: [("2026-Q1-lan-1", "ee")]), id(asOf: 20_001),
        ]
        #expect(Set(ids).count == ids.count)
    }
}
