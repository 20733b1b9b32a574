import Foundation
import Testing

@testable import SampleCity

/// The whole program against a second computation that shares no code with it: every line of figures.csv and assessments.csv of
/// seeded cities with corrections, re-exports, copies and resubmissions.
@Suite struct IndependentComputationTests {
    @Test(arguments: [1, 2] as [UInt64])
    func aMessyCityHasTheFiguresOfItsTruth(seed: UInt64) throws {
        var options = Options(units: 300, seed: seed)
        options.messy = true
        try check(City.generate(options: options), seed: seed)
    }

    @Test func bundlesHaveTheFiguresOfTheirTruth() throws {
        var options = Options(units: 300, seed: 3)
        options.messy = true
        options.layout = .bundles
        try check(City.generate(options: options), seed: 3)
    }

    /// Last year's periods are closed: its figures come from there, unit by unit and category by category.
    @Test(arguments: [4, 5, 6] as [UInt64])
    func aCityWithAClosedLastYearHasTheFiguresOfItsTruth(seed: UInt64) throws {
        var options = Options(units: 60, seed: seed)
        options.messy = true
        let city = City.generate(options: options)
        try check(city, seed: seed, lastYear: MadeLastYear(city, seed: seed))
    }

    private func check(_ city: City, seed: UInt64, lastYear: MadeLastYear? = nil) throws {
        let office = try Office(city)
        try lastYear?.freeze(in: office.folder.appendingPathComponent("out"))
        try office.receive(city.submissions)
        try office.run(max(city.lastNight, "2026-12-20"))
        let expected = IndependentFigures(of: city, lastYear: lastYear)
        if lastYear != nil {
            #expect(expected.figures("2026-Y") != IndependentFigures(of: city).figures("2026-Y"))
        }
        for period in periodIDs {
            expectSameLines(try office.published("\(period)/figures.csv"), expected.figures(period))
            expectSameLines(try office.published("\(period)/assessments.csv"), expected.assessments(period))
        }
    }

    /// Names the first lines that differ instead of printing two files.
    private func expectSameLines(_ found: String, _ expected: String, location: SourceLocation = #_sourceLocation) {
        guard found != expected else { return }
        let (found, expected) = (found.split(separator: "\n"), expected.split(separator: "\n"))
        let extra = found.filter { !Set(expected).contains($0) }.prefix(5)
        let missing = expected.filter { !Set(found).contains($0) }.prefix(5)
        Issue.record("found \(extra), expected \(missing)", sourceLocation: location)
    }
}
