import Testing

@testable import SampleCity

/// What holds for every city.
struct GeneratorTests {
    private static func city(_ units: Int = 300, messy: Bool = false) -> City {
        var options = Options(units: units, seed: 1)
        options.messy = messy
        options.communes = 14
        return City.generate(options: options)
    }

    @Test(arguments: [false, true])
    func sameSeedSameBytes(_ messy: Bool) {
        let (first, second) = (Self.city(60, messy: messy), Self.city(60, messy: messy))
        #expect(first.submissions == second.submissions)
        #expect(first.roster == second.roster)
    }

    /// Random numbers are the same on every machine and in every version.
    @Test func knownNumbers() {
        var random = Random(seed: 1, .roster, 0)
        #expect((0..<3).map { _ in random.below(1000) } == [380, 469, 901])
    }

    @Test func otherSeedOtherCity() {
        var options = Options(units: 40, seed: 2)
        options.communes = 14
        #expect(City.generate(options: options).roster != Self.city(40).roster)
    }

    @Test func everyKindAndDataSet() {
        let city = Self.city()
        #expect(Set(city.units.map(\.kind)) == Set(Kind.allCases))
        #expect(Set(city.units.map(\.commune)).count == 14)
        for dataSet in DataSet.allCases {
            #expect(city.submissions.contains { $0.path.hasSuffix("/\(dataSet.rawValue).csv") })
        }
        for period in Period.allCases {
            let reported = city.truth.filter { $0.report(for: period) != nil }
            #expect(reported.count > 270 && reported.count < 300)
            #expect(reported.contains { !$0.isOnTime(in: period) })
        }
        #expect(city.units.contains { $0.closed.map(Period.planYear.contains) ?? false })
        #expect(city.units.contains { $0.opened.map(Period.planYear.contains) ?? false })
    }

    @Test(arguments: [false, true])
    func truthHolds(_ messy: Bool) {
        let city = Self.city(messy: messy)
        #expect(Set(city.units.map(\.code)).count == city.units.count)
        #expect(Set(city.units.map { "\($0.commune.code) \($0.name)" }).count == city.units.count)
        for (unit, truth) in zip(city.units, city.truth) {
            #expect(truth.unit == unit.code)
            #expect(Set(truth.reports.map(\.period)).count == truth.reports.count)
            #expect(Set(truth.sessions.map(\.key)).count == truth.sessions.count)
            #expect(Set(truth.incidents.map(\.key)).count == truth.incidents.count)
            #expect(Set(truth.violations.map { "\($0.period) \($0.category)" }).count == truth.violations.count)
            #expect(truth.sessions.allSatisfy { Period.planYear.contains($0.day) })
            #expect(truth.incidents.allSatisfy { Period.planYear.contains($0.received) })
            #expect(truth.sessions.allSatisfy { [$0.pupils, $0.staff, $0.parents].allSatisfy { ($0 ?? 0) >= 0 } })
            for row in truth.violations {
                let counts = [row.cases, row.pupils, row.casesLastYear, row.pupilsLastYear]
                #expect(counts.allSatisfy { ($0 ?? 0) >= 0 })
                let known = truth.incidents.count {
                    row.period.window.contains($0.received) && unit.isActive(on: $0.received)
                        && ($0.category ?? .KHAC) == row.category
                }
                #expect((row.cases ?? known) >= known)
            }
            for report in truth.reports {
                #expect(unit.isActive(on: report.period.window.upperBound))
                #expect((report.sentOn ?? .init(number: 0)) >= report.period.window.upperBound)
            }
        }
    }

    /// Nothing is sent before it happened, and each unit's later files lie behind its earlier ones by path.
    @Test func nightsAndPaths() throws {
        let city = Self.city(150, messy: true)
        #expect(Set(city.submissions.map(\.path)).count == city.submissions.count)
        var last: [String: (night: String, path: String)] = [:]
        for file in city.submissions {
            let unit = String(file.path.split(separator: "/")[2])
            if let before = last[unit] { #expect(before.night <= file.night && before.path < file.path) }
            last[unit] = (file.night, file.path)
            for row in try InboxReader.read(file.bytes).rows {
                let dates = ["ngay", "ngay_bao_cao", "ngay_tiep_nhan"].compactMap { row[$0] }
                #expect(dates.allSatisfy { $0 <= file.night }, "\(file.path)")
            }
        }
    }

    /// A unit that always reports sends eight files at the least.
    @Test func filesOfAUnit() {
        let city = Self.city()
        let files = Dictionary(grouping: city.submissions) { String($0.path.split(separator: "/")[2]) }
        for truth in city.truth where truth.reports.count == 4 && Set(truth.violations.map(\.period)).count == 4 {
            #expect((8...16).contains(files[truth.unit]?.count ?? 0))
        }
    }

    @Test func bundlesAreSplitByUnits() throws {
        var options = Options(units: 120, seed: 3)
        options.layout = .bundles
        let whole = City.generate(options: options)
        options.bundleLimit = 9000
        let split = City.generate(options: options)
        #expect(whole.submissions.count <= 32)
        #expect(split.submissions.count > whole.submissions.count)
        #expect(split.truth == whole.truth)
        var seen: Set<String> = []
        for file in split.submissions where file.path.contains("/7-2026-Y/tuyen-truyen-") {
            let units = Set(try InboxReader.read(file.bytes).rows.compactMap { $0["ma_don_vi"] })
            #expect(seen.isDisjoint(with: units))
            seen.formUnion(units)
        }
        #expect(seen.count > 100)
    }

    /// Periods that are not asked for change nothing in the others.
    @Test func aPeriodAlone() {
        var options = Options(units: 50, seed: 1)
        options.communes = 14
        let all = City.generate(options: options)
        options.periods = [.H1]
        let alone = City.generate(options: options)
        #expect(alone.truth.flatMap(\.reports) == all.truth.flatMap(\.reports).filter { $0.period == .H1 })
    }
}
