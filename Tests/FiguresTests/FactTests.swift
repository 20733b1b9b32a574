import Figures
import Plan
import Records
import Testing

@Suite("Facts of a unit and period")
struct FactTests {
    private let unit = [SmallCity.Unit("A1", "THCS")]

    @Test func valuesComeFromTheReportOfThePeriod() throws {
        var city = SmallCity(unit)
        city.report("A1", "Q1", aware: "false", rating: "K", number: "12/KH", date: "2026-01-05", score: "7.5")
        city.report("A1", "H1", aware: "true", number: "13/KH")
        let q1 = try city.figures(SmallPlan.q1)
        let h1 = try city.figures(SmallPlan.h1)
        #expect(q1.fact("quan_triet", 0, in: city) == 0)
        #expect(q1.fact("xep_loai", 0, in: city) == 1)
        #expect(q1.fact("diem", 0, in: city) == 7.5)
        #expect(q1.fact("ngay_ke_hoach", 0, in: city) == Double(SmallPlan.date("2026-01-05").days))
        #expect(h1.fact("quan_triet", 0, in: city) == 1)
        #expect(h1.fact("xep_loai", 0, in: city) == nil)
        let number = try #require(q1.fact("so_ke_hoach", 0, in: city))
        #expect(q1.facts.texts[Int(number)] == "12/KH")
    }

    @Test func withoutRowsCountsAreZeroAndSumsAndValuesMissing() throws {
        let city = SmallCity(unit)
        let figures = try city.figures(SmallPlan.q1)
        for name in ["so_buoi", "so_buoi.TP", "so_dot", "so_muc_hs.MT", "so_vu_viec", "so_dong"] {
            #expect(figures.fact(name, 0, in: city) == 0, "\(name)")
        }
        for name in ["so_hs", "so_hs.TP", "nam_nay", "quan_triet", "so_ke_hoach", "hs_moi_buoi"] {
            #expect(figures.fact(name, 0, in: city) == nil, "\(name)")
        }
    }

    @Test func aSumOverMissingValuesIsMissingAndOverSomeKnownOnesTheirSum() throws {
        var city = SmallCity([.init("A1", "MN"), .init("A2", "MN")])
        city.add(
            SmallPlan.sessions,
            ["A1", "2026-01-05", "TP", "true", "", ""],
            ["A2", "2026-01-05", "TP", "true", "", ""],
            ["A2", "2026-01-06", "TP", "true", "", "40"],
            ["A2", "2026-01-07", "MT", "true", "", "0"]
        )
        let figures = try city.figures(SmallPlan.q1)
        #expect(figures.fact("so_hs", 0, in: city) == nil)
        #expect(figures.fact("so_hs", 1, in: city) == 40)
        #expect(figures.fact("so_hs.MT", 1, in: city) == 0)
        #expect(figures.fact("so_hs.KHAC", 1, in: city) == nil)
    }

    @Test(arguments: [
        (SmallPlan.q1, 1.0, 1.0, 4.0, 1.0), (SmallPlan.h1, 2, 2, 4, 1), (SmallPlan.q3, 1, 3, 4, 1),
        (SmallPlan.year, 4, 4, 4, 1),
    ])
    func spansAreTheWindowTheYearToDateThePlanYearOrAnotherPeriod(
        period: Int,
        window: Double,
        yearToDate: Double,
        planYear: Double,
        q1: Double
    ) throws {
        var city = SmallCity(unit)
        for day in ["2025-12-14", "2025-12-15", "2026-03-15", "2026-06-15", "2026-12-14", "2026-12-15"] {
            city.add(SmallPlan.sessions, ["A1", day, "TP", "true", "", "1"])
        }
        let figures = try city.figures(period)
        #expect(figures.fact("so_buoi", 0, in: city) == window)
        #expect(figures.fact("so_dot", 0, in: city) == yearToDate)
        #expect(figures.fact("so_buoi_ca_nam", 0, in: city) == planYear)
        #expect(figures.fact("so_buoi_quy_1", 0, in: city) == q1)
    }

    @Test func rowsOfAPeriodAreThoseOfItsYearAndCode() throws {
        var city = SmallCity(unit)
        city.add(
            SmallPlan.violations,
            ["A1", "Q1", "2026", "BLHD", "1", "2"],
            ["A1", "H1", "2026", "BLHD", "3", "4"],
            ["A1", "Q1", "2025", "BLHD", "5", "6"],
            ["A1", "", "2026", "BLHD", "7", "8"]
        )
        let h1 = try city.figures(SmallPlan.h1)
        #expect(h1.fact("nam_nay", 0, in: city) == 3)
        #expect(h1.fact("so_dong", 0, in: city) == 1)
        #expect(h1.fact("so_dong_quy_1", 0, in: city) == 1)
    }

    @Test func aRoundIsADayWithAThematicSession() throws {
        var city = SmallCity(unit)
        city.add(
            SmallPlan.sessions,
            ["A1", "2026-01-05", "TP", "true", "", "1"],
            ["A1", "2026-01-05", "MT", "true", "", "1"],
            ["A1", "2026-01-06", "TP", "false", "", "1"],
            ["A1", "2026-01-07", "TP", "", "", "1"],
            ["A1", "2026-01-08", "TP", "true", "", "1"]
        )
        #expect(try city.figures(SmallPlan.q1).fact("so_dot", 0, in: city) == 2)
    }

    @Test func distinctValuesAreToldApartInAnyOrderAndInEachPart() throws {
        var city = SmallCity(unit)
        for (day, topic, pupils) in [
            ("01", "TP", "30"), ("02", "MT", "10"), ("03", "TP", "10"), ("04", "TP;MT", "30"), ("05", "TP", ""),
        ] {
            city.add(SmallPlan.sessions, ["A1", "2026-02-\(day)", topic, "true", "", pupils])
        }
        let figures = try city.figures(SmallPlan.q1)
        #expect(figures.fact("so_muc_hs", 0, in: city) == 2)
        #expect(figures.fact("so_muc_hs.TP", 0, in: city) == 2)
        #expect(figures.fact("so_muc_hs.MT", 0, in: city) == 2)
        #expect(figures.fact("so_muc_hs.KHAC", 0, in: city) == 0)
    }

    @Test func conditionsCompareCodesAndUnitsWithTexts() throws {
        var city = SmallCity([.init("A1", "MN"), .init("A2", "MN")])
        city.add(
            SmallPlan.incidents,
            ["A1", "VV1", "2026-01-05", "MT", "true"],
            ["A1", "VV2", "2026-01-05", "MT", "true"],
            ["A2", "VV1", "2026-01-05", "MT", "true"]
        )
        let figures = try city.figures(SmallPlan.q1)
        #expect(figures.fact("so_vu_a1", 0, in: city) == 1)
        #expect(figures.fact("so_vu_a1", 1, in: city) == 0)
    }

    @Test func expressionsRunOverOtherFactsAndTheRoster() throws {
        var city = SmallCity([.init("A1", "THCS"), .init("A2", "MN")])
        city.add(
            SmallPlan.sessions,
            ["A1", "2026-01-05", "TP", "true", "", "10"],
            ["A1", "2026-01-06", "TP", "true", "", "15"]
        )
        let figures = try city.figures(SmallPlan.q1)
        #expect(figures.fact("hs_moi_buoi", 0, in: city) == 12.5)
        #expect(figures.fact("hs_moi_buoi", 1, in: city) == nil)
        #expect(figures.fact("tu_thcs", 0, in: city) == 1)
        #expect(figures.fact("tu_thcs", 1, in: city) == 0)
    }
}
