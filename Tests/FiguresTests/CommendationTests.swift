import Figures
import Plan
import Records
import Testing

@Suite("Commendation")
struct CommendationTests {
    private func allReports(_ unit: String, rating: String = "XS", in city: inout SmallCity) {
        for (period, day) in [("Q1", "2026-03-10"), ("H1", "2026-06-10"), ("Q3", "2026-09-10"), ("Y", "2026-12-10")] {
            city.report(unit, period, sent: day, rating: rating)
        }
    }

    @Test func namesEveryReasonAgainstAndWhoIsPraised() throws {
        var city = SmallCity([
            .init("A1", "MN"), .init("A2", "MN"), .init("A3", "MN"), .init("A4", "MN", commune: "X2"),
            .init("A5", "MN"),
        ])
        allReports("A1", in: &city)
        allReports("A2", rating: "KD", in: &city)
        city.report("A3", "Q1", sent: "2026-03-10")
        allReports("A4", in: &city)
        allReports("A5", in: &city)
        city.add(SmallPlan.incidents, ["A5", "V1", "2026-01-05", "MT", "false"])
        let results = commendation(in: try city.figures(SmallPlan.year), plan: city.plan, roster: city.roster)
        #expect(
            results == [
                .init(unit: 0, against: [], isPraised: true), .init(unit: 1, against: [2], isPraised: false),
                .init(unit: 2, against: [0, 1], isPraised: false), .init(unit: 3, against: [3], isPraised: false),
                .init(unit: 4, against: [], isPraised: false),
            ]
        )
    }

    @Test func judgesExpectedUnitsOfItsPeriodOnly() throws {
        let city = SmallCity([.init("A1", "MN", closed: "2026-11-01"), .init("A2", "MN")])
        let year = try city.figures(SmallPlan.year)
        #expect(commendation(in: year, plan: city.plan, roster: city.roster).map(\.unit) == [1])
        let q1 = try city.figures(SmallPlan.q1)
        #expect(commendation(in: q1, plan: city.plan, roster: city.roster).isEmpty)
    }
}
