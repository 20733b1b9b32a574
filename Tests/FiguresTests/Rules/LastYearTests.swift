import Figures
import Plan
import Records
import Testing

@Suite("Rules over last year")
struct LastYearTests {
    private let units = [SmallCity.Unit("A1", "THCS"), SmallCity.Unit("A2", "MN")]

    /// Violations of 31000001 in Q1 as `BLHD 3/5` (this year, last year), against closed figures by column.
    private func told(
        _ demand: Rule.LastYearTest.Demand,
        _ rows: [String],
        closed figures: [String: Double],
        period: String = "2025-Q1",
        unit: String = "A1"
    ) -> [String] {
        let given = demand == .same ? "nam_truoc" : "so_dong"
        var city = SmallCity(
            units,
            rule: .lastYear([given + ".BLHD", given + ".MT"], ["vi_pham.BLHD", "vi_pham.MT"], demand)
        )
        for row in rows {
            let words = row.split(whereSeparator: { $0 == " " || $0 == "/" }).map(String.init)
            city.add(SmallPlan.violations, ["A1", "Q1", "2026", words[0], words[1], words[2]])
        }
        var closed = ClosedFacts()
        for (column, value) in figures { closed.set(value, period: period, unit: unit, column: column) }
        return city.told(closed: closed)
    }

    @Test func whatDiffersFromTheClosedFigureIsTold() {
        #expect(told(.same, ["BLHD 1/5", "MT 0/2"], closed: ["vi_pham.BLHD": 5, "vi_pham.MT": 2]).isEmpty)
        #expect(
            told(.same, ["BLHD 1/4", "MT 0/2"], closed: ["vi_pham.BLHD": 5, "vi_pham.MT": 2]) == ["A1 2026-Q1: 4, 5"]
        )
    }

    /// Rows of the unit counted then: what has none of them was 0.
    @Test func aCategoryWithoutAClosedFigureWasNone() {
        #expect(told(.same, ["BLHD 1/5", "MT 0/2"], closed: ["vi_pham.BLHD": 5]) == ["A1 2026-Q1: 2, 0"])
        #expect(told(.same, ["BLHD 1/5", "MT 0/0"], closed: ["vi_pham.BLHD": 5]).isEmpty)
    }

    @Test func whereNothingWasClosedNothingIsSaid() {
        #expect(told(.same, ["BLHD 1/4"], closed: [:]).isEmpty)
        #expect(told(.same, ["BLHD 1/4"], closed: ["vi_pham.BLHD": 5], period: "2025-H1").isEmpty)
        #expect(told(.same, ["BLHD 1/4"], closed: ["vi_pham.BLHD": 5], unit: "A2").isEmpty)
        #expect(told(.same, ["BLHD 1/4"], closed: ["khac": 5]).isEmpty)
    }

    @Test func aMissingFigureIsNotCompared() {
        #expect(told(.same, [], closed: ["vi_pham.BLHD": 5]).isEmpty)
    }

    @Test func aCategoryOfLastYearWithoutARowIsTold() {
        let closed: [String: Double] = ["vi_pham.BLHD": 5, "vi_pham.MT": 2]
        #expect(told(.given, ["BLHD 1/5"], closed: closed) == ["A1 2026-Q1: 0, 2"])
        #expect(told(.given, ["BLHD 1/5", "MT 0/2"], closed: closed).isEmpty)
        #expect(told(.given, ["BLHD 1/5"], closed: ["vi_pham.BLHD": 5, "vi_pham.MT": 0]).isEmpty)
        // A unit that sent nothing is told elsewhere.
        #expect(told(.given, [], closed: closed).isEmpty)
    }
}
