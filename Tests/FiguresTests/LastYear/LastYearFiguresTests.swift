import Figures
import Plan
import Records
import Testing

/// Last year's closed figures under this year's names: what was not there is missing, never 0.
@Suite struct LastYearFiguresTests {
    private let plan = SmallPlan.plan()

    private func unit(_ code: String, _ commune: String, _ kind: String, _ reported: Bool = true)
        -> LastYearFigures.Unit
    {
        .init(code: code, commune: commune, kind: kind, expected: true, reported: reported, onTime: reported)
    }

    private var lastYear: LastYearFigures {
        var columns = [[Double]?](repeating: nil, count: plan.factColumns.count)
        func set(_ name: String, _ values: [Double]) {
            if let position = plan.factColumns.firstIndex(where: { $0.name == name }) { columns[position] = values }
        }
        set("so_vu_viec", [2, 0, 3])
        set("so_kip_thoi", [2, 0, 1])
        set("quan_triet", [1, .nan, 0])
        set("so_hs", [.nan, .nan, .nan])
        var assessments = [[Verdict]?](repeating: nil, count: plan.indicators.count)
        assessments[SmallPlanIndicators.a] = [.met, .notReported, .notMet]
        return LastYearFigures(
            units: [unit("A1", "X1", "MN"), unit("A2", "X1", "TH", false), unit("A3", "X2", "THCS")],
            columns: columns,
            assessments: assessments
        )
    }

    private func column(_ name: String) -> Int { plan.factColumns.firstIndex { $0.name == name } ?? -1 }

    /// Denominator and numerator, and both over units that reported.
    private func counts(_ indicator: Int) -> [Int]? {
        lastYear.figures(ofIndicator: indicator, plan: plan).map {
            [$0.denominator, $0.numerator, $0.reportedDenominator, $0.reportedNumerator]
        }
    }

    @Test func sumsAreOfWhatIsKnown() {
        #expect(lastYear.sum(ofColumn: column("so_vu_viec")) == 5)
        #expect(lastYear.sum(ofColumn: column("so_hs")) == nil)
        #expect(lastYear.sum(ofColumn: column("so_buoi")) == nil)
        #expect(lastYear.unitCount(ofColumn: column("quan_triet")) { $0 == 1 } == 1)
        #expect(lastYear.unitCount(ofColumn: column("so_hs")) { _ in true } == nil)
    }

    @Test func indicatorsAreAddedUpUnitByUnit() {
        #expect(
            counts(SmallPlanIndicators.a)
                == [3, 1, 2, 1]
        )
        #expect(
            counts(SmallPlanIndicators.e)
                == [5, 3, 5, 3]
        )
        #expect(lastYear.figures(ofIndicator: SmallPlanIndicators.b, plan: plan) == nil)
        #expect(lastYear.figures(ofIndicator: SmallPlanIndicators.g, plan: plan) == nil)
    }

    @Test func aGroupHasTheUnitsThatItHadThen() {
        #expect(lastYear.ofCommune("X1").units.map(\.code) == ["A1", "A2"])
        #expect(lastYear.ofCommune("X1").sum(ofColumn: column("so_vu_viec")) == 2)
        #expect(lastYear.ofKinds([1, 2], plan: plan).units.map(\.code) == ["A2", "A3"])
        #expect(lastYear.ofCommune("X9").figures(ofIndicator: SmallPlanIndicators.a, plan: plan) == nil)
    }

    @Test func thePopulationHasChanged() throws {
        var city = SmallCity([.init("A1", "MN"), .init("A3", "THCS"), .init("A4", "TH")])
        city.report("A1", "Q1")
        let change = PopulationChange(from: lastYear, to: try city.figures(SmallPlan.q1), roster: city.roster)
        #expect(change.opened == [2])
        #expect(change.closed.map { lastYear.units[$0].code } == ["A2"])
        #expect(change.silent.map { lastYear.units[$0].code } == ["A2"])
    }
}
