import Plan
import Records
import Testing

@testable import Figures

@Suite("Rules over what is usual")
struct OutlierTests {
    /// Scores of units A1, A2, ... of one kind in Q1; a score `-` is a unit that did not report.
    private func told(_ scores: [String], rule: Rule = .outlier("diem"), kinds: [String] = []) -> [String] {
        let units = scores.indices.map { SmallCity.Unit("A\($0 + 1)", kinds.isEmpty ? "TH" : kinds[$0]) }
        var city = SmallCity(units, rule: rule)
        for (position, score) in scores.enumerated() where score != "-" {
            city.report("A\(position + 1)", "Q1", score: score)
        }
        return city.told()
    }

    @Test func tenTimesTheMedianOfItsKindIsTold() {
        #expect(told(["2", "3", "4", "3", "2", "300"]) == ["A6 2026-Q1: 300, trung vị của loại hình, 3"])
        #expect(told(["2", "3", "4", "3", "2", "29"]).isEmpty)
        #expect(told(["2", "3", "4", "3", "2", "30"]) == ["A6 2026-Q1: 30, trung vị của loại hình, 3"])
    }

    /// Both the ratio and the robust z-score; among figures that spread widely, twice the median is nothing.
    @Test(arguments: [(20, false), (35, false), (36, true), (40, true)] as [(Double, Bool)])
    func aFigureMustBeFarOutOfTheSpreadToo(figure: Double, isExceeded: Bool) throws {
        let test = Rule.OutlierTest(columns: [], ratio: 2, robustScore: 3.5, leastValue: 0, leastUnits: 1)
        let usual = try #require(UsualFigure([1, 5, 10, 15, 19]))
        #expect(usual.isExceeded(by: figure, test) == isExceeded)
    }

    @Test func whereAllButOneSayTheSameTheRatioDecides() {
        #expect(told(["3", "3", "3", "3", "30"]).count == 1)
        #expect(told(["3", "3", "3", "3", "29"]).isEmpty)
    }

    @Test func nothingIsTenTimesNothing() {
        #expect(told(["0", "0", "0", "0", "0", "50"]).isEmpty)
    }

    @Test func smallFiguresAndSmallKindsAreNotAsked() {
        #expect(told(["1", "1", "1", "1", "19"]).isEmpty)
        #expect(told(["1", "1", "1", "1", "20"]).count == 1)
        #expect(told(["1", "1", "1", "20"]).isEmpty)
        #expect(told(["1", "1", "1", "-", "20"]).isEmpty)
        #expect(told(["1", "1", "1", "1", "20"], kinds: ["TH", "TH", "TH", "MN", "TH"]).isEmpty)
    }

    @Test(
        arguments: [
            (["Q1": "3", "H1": "30"], ["A1 2026-H1: 30, kỳ trước của đơn vị, 3"]), (["Q1": "3", "H1": "29"], []),
            (["Q1": "0", "H1": "30"], []), (["Q1": "1", "H1": "19"], []), (["Q1": "3"], []),
            // The nearest period before that begins on the same day.
            (["Q1": "3", "H1": "20", "Y": "60"], []),
            (["Q1": "3", "Y": "60"], ["A1 2026-Y: 60, kỳ trước của đơn vị, 3"]),
            (["Q3": "3", "Y": "60"], []), (["H1": "3", "Q3": "60"], []),
        ] as [([String: String], [String])]
    )
    func tenTimesThePeriodBeforeIsTold(scores: [String: String], told: [String]) {
        var city = SmallCity([SmallCity.Unit("A1", "TH")], rule: .outlier("diem"))
        for (period, score) in scores { city.report("A1", period, score: score) }
        #expect(city.told() == told)
    }

    @Test func oneFigureIsToldOnce() {
        var city = SmallCity((1...6).map { SmallCity.Unit("A\($0)", "TH") }, rule: .outlier("diem"))
        for unit in 1...6 {
            city.report("A\(unit)", "Q1", score: "2")
            city.report("A\(unit)", "H1", score: unit == 6 ? "90" : "2")
        }
        #expect(city.told() == ["A6 2026-H1: 90, kỳ trước của đơn vị, 2"])
    }

    /// The answer of a school holds, whatever the others send tomorrow.
    @Test func theMedianIsNoPartOfTheId() throws {
        func evidence(_ scores: [String]) -> String? {
            var city = SmallCity(scores.indices.map { SmallCity.Unit("A\($0 + 1)", "TH") }, rule: .outlier("diem"))
            for (position, score) in scores.enumerated() { city.report("A\(position + 1)", "Q1", score: score) }
            return city.findings().first.map { $0.record + " " + $0.evidence }
        }
        let first = evidence(["300", "2", "3", "4", "3"])
        #expect(first != nil)
        #expect(evidence(["300", "2", "2", "2", "2"]) == first)
        #expect(evidence(["301", "2", "3", "4", "3"]) != first)
    }

    @Test(
        arguments: [([3, 1, 2], 2, 1), ([4, 1, 2, 3], 2.5, 1), ([5], 5, 0), ([1, 1, 1, 9], 1, 0)]
            as [([Double], Double, Double)]
    )
    func theMiddleAndTheSpread(figures: [Double], median: Double, deviation: Double) throws {
        let usual = try #require(UsualFigure(figures))
        #expect((usual.median, usual.deviation) == (median, deviation))
    }
}
