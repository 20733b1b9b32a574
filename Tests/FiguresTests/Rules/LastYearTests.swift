import Figures
import Plan
import Records
import Testing

@Suite("Rules over last year")
struct LastYearTests {
    private let units = [SmallCity.Unit("A1", "THCS"), SmallCity.Unit("A2", "MN")]

    /// Violations of A1 in Q1 as `BLHD 3/5` (this year, last year), against what was closed.
    private func told(
        _ demand: Rule.LastYearTest.Demand,
        _ rows: [String],
        closed: String?,
        period: String = "2025-Q1",
        unit: String = "A1"
    ) -> [String] {
        let given = demand == .same ? "nam_truoc_tu_ghi" : "so_dong"
        var city = SmallCity(
            units,
            rule: .lastYear([given + ".BLHD", given + ".MT"], ["so_vu.BLHD", "so_vu.MT"], demand)
        )
        city.violations(rows)
        if let closed { city.close(period, unit, closed) }
        return city.told()
    }

    @Test func whatDiffersFromTheClosedFigureIsTold() {
        #expect(told(.same, ["BLHD 1/5", "MT 0/2"], closed: "BLHD 5, MT 2").isEmpty)
        #expect(told(.same, ["BLHD 1/4", "MT 0/2"], closed: "BLHD 5, MT 2") == ["A1 2026-Q1: 4, 5"])
    }

    /// Rows of the unit counted then: what has none of them was 0.
    @Test func aCategoryWithoutAClosedRowWasNone() {
        #expect(told(.same, ["BLHD 1/5", "MT 0/2"], closed: "BLHD 5") == ["A1 2026-Q1: 2, 0"])
        #expect(told(.same, ["BLHD 1/5", "MT 0/0"], closed: "BLHD 5").isEmpty)
    }

    @Test func whereNothingWasClosedNothingIsSaid() {
        #expect(told(.same, ["BLHD 1/4"], closed: nil).isEmpty)
        #expect(told(.same, ["BLHD 1/4"], closed: "").isEmpty)
        #expect(told(.same, ["BLHD 1/4"], closed: "BLHD 5", period: "2025-H1").isEmpty)
        #expect(told(.same, ["BLHD 1/4"], closed: "BLHD 5", unit: "A2").isEmpty)
    }

    /// A row was closed whose figure is missing: that is not 0.
    @Test func aClosedRowWithoutItsFigureIsUnknown() {
        #expect(told(.same, ["BLHD 1/4"], closed: "BLHD -").isEmpty)
        #expect(told(.given, ["MT 1/4"], closed: "BLHD -").isEmpty)
    }

    @Test func aMissingFigureIsNotCompared() {
        #expect(told(.same, [], closed: "BLHD 5").isEmpty)
        #expect(told(.same, ["BLHD 1/"], closed: "BLHD 5").isEmpty)
    }

    @Test func aCategoryOfLastYearWithoutARowIsTold() {
        #expect(told(.given, ["BLHD 1/5"], closed: "BLHD 5, MT 2") == ["A1 2026-Q1: 0, 2"])
        #expect(told(.given, ["BLHD 1/5", "MT 0/2"], closed: "BLHD 5, MT 2").isEmpty)
        #expect(told(.given, ["BLHD 1/5"], closed: "BLHD 5, MT 0").isEmpty)
        // A unit that sent nothing is told elsewhere.
        #expect(told(.given, [], closed: "BLHD 5, MT 2").isEmpty)
    }
}
