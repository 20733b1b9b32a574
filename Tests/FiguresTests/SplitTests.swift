import Figures
import Plan
import Records
import Testing

@Suite("Facts split by code")
struct SplitTests {
    private let unit = [SmallCity.Unit("A1", "THCS")]

    @Test func aSetCountsInEachOfItsCodes() throws {
        var city = SmallCity(unit)
        city.add(
            SmallPlan.sessions,
            ["A1", "2026-01-05", "TP;MT", "true", "", "10"],
            ["A1", "2026-01-06", "TP;?rung", "true", "", "5"]
        )
        let figures = try city.figures(SmallPlan.q1)
        #expect(
            ["so_buoi", "so_buoi.TP", "so_buoi.MT", "so_buoi.KHAC"].map { figures.fact($0, 0, in: city) } == [
                2, 2, 1, 1,
            ]
        )
        #expect(
            ["so_hs", "so_hs.TP", "so_hs.MT", "so_hs.KHAC"].map { figures.fact($0, 0, in: city) } == [15, 15, 10, 5]
        )
    }

    @Test func pairsOfCodesCountTogether() throws {
        var city = SmallCity(unit)
        city.add(
            SmallPlan.sessions,
            ["A1", "2026-01-05", "TP;MT", "true", "D198", "1"],
            ["A1", "2026-01-06", "TP", "true", "?hoi", "1"],
            ["A1", "2026-01-07", "TP", "true", "", "1"]
        )
        let figures = try city.figures(SmallPlan.q1)
        #expect(figures.fact("so_buoi.TP.D198", 0, in: city) == 1)
        #expect(figures.fact("so_buoi.MT.D198", 0, in: city) == 1)
        #expect(figures.fact("so_buoi.TP.KHAC", 0, in: city) == 1)
        #expect(figures.fact("so_buoi.MT.KHAC", 0, in: city) == 0)
    }

    @Test func aCategoryOfAnIncidentThatIsEmptyOrOnNoListIsTheOther() throws {
        var city = SmallCity(unit)
        city.add(
            SmallPlan.incidents,
            ["A1", "V1", "2026-01-05", "", "true"],
            ["A1", "V2", "2026-01-05", "?la", "true"],
            ["A1", "V3", "2026-01-05", "BLHD", "false"]
        )
        let figures = try city.figures(SmallPlan.q1)
        #expect(figures.fact("so_vu_viec.KHAC", 0, in: city) == 2)
        #expect(figures.fact("so_vu_viec.BLHD", 0, in: city) == 1)
        #expect(figures.fact("so_kip_thoi.KHAC", 0, in: city) == 2)
        #expect(figures.fact("so_kip_thoi.BLHD", 0, in: city) == 0)
    }

    @Test func anEmptyOptionalFieldCountsInNoCode() throws {
        var city = SmallCity(unit)
        city.add(
            SmallPlan.sessions,
            ["A1", "2026-01-05", "TP", "true", "D198", "1"],
            ["A1", "2026-01-06", "TP", "true", "", "1"]
        )
        let figures = try city.figures(SmallPlan.q1)
        #expect(
            ["so_huong_ung", "so_huong_ung.D198", "so_huong_ung.KHAC"].map { figures.fact($0, 0, in: city) } == [
                1, 1, 0,
            ]
        )
    }
}
