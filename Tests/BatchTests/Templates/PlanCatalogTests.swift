import Plan
import Testing

@testable import Batch

@Suite struct PlanCatalogTests {
    private let catalog = PlanCatalog(
        entries: [2027, 2026].map { year in
            PlanCatalog.Entry(plan: .bare(year: year), file: "plan-\(year).xml", sha256: "")
        }
    )

    @Test(
        arguments: [
            // Before the first plan begins there is nothing.
            ("2025-12-14", [], []),
            // It has begun, and Q1 ends in more than 30 days.
            ("2026-02-11", [], []),
            ("2026-02-12", [], ["2026-Q1"]),
            ("2026-05-15", [], ["2026-Q1", "2026-H1"]),
            ("2026-05-15", ["2026-Q1"], ["2026-H1"]),
            ("2026-08-15", ["2026-Q1", "2026-H1"], ["2026-Q3"]),
            ("2026-11-14", [], ["2026-Q1", "2026-H1", "2026-Q3", "2026-Y"]),
            ("2026-08-01", ["2026-Q1", "2026-H1"], []),
            // The 2027 plan has begun but none of its periods is near: the year's report is still to be made.
            ("2026-12-20", [], ["2026-Q1", "2026-H1", "2026-Q3", "2026-Y"]),
            ("2027-01-10", ["2026-Q1", "2026-H1", "2026-Q3"], ["2026-Y"]),
            ("2027-02-11", ["2026-Q1", "2026-H1", "2026-Q3", "2026-Y"], []),
            // From here on the newer plan alone is worked on.
            ("2027-02-12", [], ["2027-Q1"]),
            ("2027-02-12", ["2027-Q1"], ["2026-Q1", "2026-H1", "2026-Q3", "2026-Y"]),
        ] as [(String, Set<String>, [String])]
    )
    func autoTakesOpenPeriodsThatEndWithin30Days(asOf: String, closed: Set<String>, periods: [String]) throws {
        let day = try #require(CalendarDate(iso: asOf))
        #expect((catalog.auto(asOf: day, closed: closed)?.periods.map(\.id) ?? []) == periods)
    }

    @Test func namedPeriodsStandInThePlansOrder() throws {
        let choice = try catalog.choice(ids: ["2026-Y", "2026-Q1"], closed: [])
        #expect(choice.periods.map(\.id) == ["2026-Q1", "2026-Y"])
        #expect(choice.entry.file == "plan-2026.xml")
    }

    @Test(arguments: [["2026-Q2"], ["2026-Q1", "2027-Q1"], ["2026-H1"], []])
    func unknownClosedAndMixedPeriodsAreUsageErrors(ids: [String]) {
        #expect {
            try catalog.choice(ids: ids, closed: ["2026-H1"])
        } throws: { error in
            if case BatchError.usage = error { true } else { false }
        }
    }

    @Test func periodsOfOtherYearsAreKnown() {
        #expect(catalog.otherPeriods(than: catalog.entries[0]) == ["2027-Q1", "2027-H1", "2027-Q3", "2027-Y"])
    }

    @Test(arguments: [
        ("2026-12-14", "plan-2026.xml"), ("2026-12-15", "plan-2027.xml"), ("2020-01-01", "plan-2026.xml"),
    ])
    func planInForceIsTheNewestThatHasBegun(day: String, file: String) throws {
        #expect(catalog.inForce(on: try #require(CalendarDate(iso: day)))?.file == file)
    }
}
