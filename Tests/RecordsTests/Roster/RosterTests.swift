import Plan
import Records
import Testing

@Suite("The roster")
struct RosterTests {
    private let period = Period(
        id: "2026-Q1",
        code: "Q1",
        year: 2026,
        name: "",
        start: SmallTable.day("2025-12-15"),
        end: SmallTable.day("2026-03-14"),
        due: SmallTable.day("2026-03-16"),
        comparesWith: ""
    )

    private func roster(opened: String?, closed: String?) -> Roster {
        Roster(
            table: Table(dataSet: 0, fieldCount: 0),
            codes: ["A1"],
            names: [""],
            kinds: [0],
            levels: [0],
            communeOfUnit: [0],
            communes: [],
            opened: [opened.map { SmallTable.day($0).days } ?? .min],
            closed: [closed.map { SmallTable.day($0).days } ?? .max]
        )
    }

    @Test func findsAUnitByItsCode() {
        let roster = SmallTable.roster
        #expect(roster.count == 2)
        #expect(roster.unit(code: "A2") == 1)
        #expect(roster.unit(code: "a2") == nil)
        let bytes = Array("A1".utf8)
        #expect(roster.unit(code: bytes.span) == 0)
    }

    @Test(
        arguments: [
            (nil, nil, true, true), ("2026-03-14", nil, true, true), ("2026-03-15", nil, false, false),
            (nil, "2026-03-14", false, true), (nil, "2026-03-15", true, true), (nil, "2025-12-15", false, false),
            (nil, "2025-12-16", false, true), ("2026-01-01", "2026-01-02", false, true),
            ("2026-01-01", "2026-01-01", false, false),
            ("2026-02-01", "2026-01-01", false, false),
        ] as [(String?, String?, Bool, Bool)]
    )
    func isExpectedOnTheLastDayAndPresentOnAny(opened: String?, closed: String?, expected: Bool, present: Bool) {
        let roster = roster(opened: opened, closed: closed)
        #expect(roster.isExpected(0, in: period) == expected)
        #expect(roster.isPresent(0, in: period) == present)
    }

    @Test func isActiveFromTheFirstDayUpToTheLast() {
        let roster = roster(opened: "2026-01-10", closed: "2026-01-12")
        #expect(
            ["2026-01-09", "2026-01-10", "2026-01-11", "2026-01-12"].map { roster.isActive(0, on: SmallTable.day($0)) }
                == [false, true, true, false]
        )
    }
}
