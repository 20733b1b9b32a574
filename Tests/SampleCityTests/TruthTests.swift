import Foundation
import Testing

@testable import SampleCity

/// What the files say, read and merged by the words of the spec, is the truth.
struct TruthTests {
    private static func city(_ layout: Options.Layout, seed: UInt64, messy: Bool = true) -> City {
        var options = Options(units: 160, seed: seed)
        options.communes = 9
        options.layout = layout
        // Small, so that bundles are split.
        options.bundleLimit = 40_000
        options.messy = messy
        return City.generate(options: options)
    }

    /// The truth in the reader's form.
    private static func expected(_ city: City) throws -> [String: Set<InboxReader.Row>] {
        var expected: [String: Set<InboxReader.Row>] = [:]
        for truth in city.truth {
            let parts: [Rows] = [
                .reports(truth.reports), .sessions(truth.sessions), .incidents(truth.incidents),
                .violations(truth.violations),
            ]
            for rows in parts where !rows.isEmpty {
                var writer = CSVWriter(columns: Columns.of(rows.dataSet), style: .clean)
                writer.append(rows)
                let read = try InboxReader.read(writer.bytes)
                #expect(Set(read.rows).count == read.rows.count)
                expected["\(read.dataSet) \(truth.unit)"] = Set(read.rows)
            }
        }
        return expected
    }

    private func expectTruth(_ city: City, without left: Set<String> = [], _ receipt: (SubmittedFile) -> String) throws
    {
        let merged = try Merging(city.submissions, receipt: receipt).counting()
        let expected = try Self.expected(city)
        for key in Set(merged.keys).union(expected.keys).subtracting(left).sorted() where merged[key] != expected[key] {
            let surplus = (merged[key] ?? []).subtracting(expected[key] ?? [])
            let lost = (expected[key] ?? []).subtracting(merged[key] ?? [])
            Issue.record("\(key): surplus \(surplus), lost \(lost)")
        }
    }

    /// Many cities, for a release build: STRESS=40 swift test -c release ...
    @Test(.enabled(if: ProcessInfo.processInfo.environment["STRESS"] != nil))
    func manySeeds() throws {
        let count = ProcessInfo.processInfo.environment["STRESS"].flatMap { UInt64($0) } ?? 1
        for seed in 100..<(100 + count) {
            for layout in Options.Layout.allCases {
                let city = Self.city(layout, seed: seed)
                try expectTruth(city) { $0.night }
                try expectTruth(city) { _ in city.lastNight }
                try expectTruth(city) { "\($0.night.prefix(7))-31" }
            }
        }
    }

    @Test(arguments: Options.Layout.allCases, [1])
    func filesOfOneNightWithoutLedger(_ layout: Options.Layout, _ seed: UInt64) throws {
        let city = Self.city(layout, seed: seed)
        try expectTruth(city) { _ in city.lastNight }
    }

    @Test(arguments: Options.Layout.allCases, [1])
    func filesNightByNight(_ layout: Options.Layout, _ seed: UInt64) throws {
        let city = Self.city(layout, seed: seed)
        try expectTruth(city) { $0.night }
    }

    @Test(arguments: Options.Layout.allCases)
    func filesMonthByMonth(_ layout: Options.Layout) throws {
        let city = Self.city(layout, seed: 4)
        try expectTruth(city) { "\($0.night.prefix(7))-31" }
    }

    @Test(arguments: Options.Layout.allCases)
    func cleanCity(_ layout: Options.Layout) throws {
        let city = Self.city(layout, seed: 5, messy: false)
        #expect(city.decidedByPath.isEmpty)
        try expectTruth(city) { $0.night }
        try expectTruth(city) { _ in city.lastNight }
    }

    @Test(arguments: [[Period.Q1], [.H1], [.Q1, .H1], [.Q3], [.Y]])
    func fewerPeriods(_ periods: [Period]) throws {
        var options = Options(units: 100, seed: 6)
        options.messy = true
        options.periods = periods
        let city = City.generate(options: options)
        try expectTruth(city) { $0.night }
        try expectTruth(city) { _ in city.lastNight }
    }

    /// With a ledger no path matters; without one, only those that the city names.
    @Test func reversedNames() throws {
        let city = Self.city(.files, seed: 7)
        let reversed = city.submissions.map { file in
            let parts = file.path.split(separator: "/").map { String($0) }
            let number = 99 - (Int(parts[3].prefix(2)) ?? 0)
            let path = (parts[..<3] + ["\(number)\(parts[3].dropFirst(2))"] + parts[4...]).joined(separator: "/")
            return SubmittedFile(path: path, bytes: file.bytes, night: file.night)
        }
        let other = City(
            options: city.options,
            units: city.units,
            truth: city.truth,
            submissions: reversed,
            roster: city.roster,
            decidedByPath: city.decidedByPath
        )
        try expectTruth(other) { $0.night }
        let byPath = Set(city.decidedByPath.flatMap { set, units in units.map { "\(set.rawValue) \($0)" } })
        #expect(byPath.count > 10)
        try expectTruth(other, without: byPath) { _ in city.lastNight }
    }

    /// Every kind of mistake is there, or the tests above prove nothing.
    @Test func mistakesMatter() throws {
        let city = Self.city(.files, seed: 1)
        let uncorrected = city.submissions.filter { !$0.path.contains("-sua-") && !$0.path.contains("-bo-sung-") }
        let merged = try Merging(uncorrected) { $0.night }.counting()
        let wrong = try Self.expected(city).filter { $0.value != merged[$0.key] }
        for dataSet in DataSet.allCases {
            #expect(wrong.count { $0.key.hasPrefix(dataSet.rawValue) } > 2, "\(dataSet)")
        }
        #expect(city.submissions.contains { $0.path.contains("-gui-lai-") })
    }
}
