import Foundation
import Testing

@testable import Batch
@testable import SampleCity

/// Properties of a run that no way of arriving may change.
@Suite struct ArrivalPropertyTests {
    private func city(_ seed: UInt64, units: Int = 40, layout: Options.Layout = .files, messy: Bool = true) -> City {
        var options = Options(units: units, seed: seed)
        options.communes = 6
        options.messy = messy
        options.layout = layout
        return City.generate(options: options)
    }

    @Test(arguments: [11, 12] as [UInt64])
    func nightByNightOrAllAtOnceTheFiguresOfUnitsThatCanBeKnownAreTheSame(seed: UInt64) throws {
        let city = city(seed)
        let atOnce = try Office(city)
        try atOnce.receive(city.submissions)
        try atOnce.run("2026-12-28")
        let byNight = try Office(city)
        let nights = Dictionary(grouping: city.submissions, by: \.night).sorted { $0.key < $1.key }
        for (position, (night, files)) in nights.enumerated() {
            try byNight.receive(files)
            // What came is recorded for all periods; a run of each would only write more workbooks.
            if position % 3 == 0 { try byNight.run(night, periods: ["2026-Q1"]) }
        }
        try byNight.run("2026-12-28")
        #expect(try figureFiles(atOnce).keys.sorted() == figureFiles(byNight).keys.sorted())
        for period in periodIDs {
            #expect(
                try atOnce.published("\(period)/figures.csv") == byNight.published("\(period)/figures.csv"),
                "\(period)"
            )
        }
    }

    @Test(arguments: [21, 22] as [UInt64])
    func aBundleOrOneByOneTheFiguresAreTheSame(seed: UInt64) throws {
        let files = try Office(city(seed, messy: false))
        try files.receive(city(seed, messy: false).submissions)
        try files.run("2026-12-28")
        let bundles = try Office(city(seed, layout: .bundles, messy: false))
        try bundles.receive(city(seed, layout: .bundles, messy: false).submissions)
        try bundles.run("2026-12-28")
        #expect(try figureFiles(files) == figureFiles(bundles))
    }

    @Test func sentTwiceTheFiguresAreTheSame() throws {
        let city = city(31)
        let once = try Office(city)
        try once.receive(city.submissions)
        try once.run("2026-12-28")
        let twice = try Office(city)
        try twice.receive(city.submissions)
        try twice.receive(city.submissions, rename: { $0.replacingOccurrences(of: "inbox/", with: "inbox/0-lai/") })
        try twice.run("2026-12-28")
        #expect(try figureFiles(once) == figureFiles(twice))
    }

    @Test func aRunTwiceIsTheSameBytes() throws {
        let city = city(41)
        let office = try Office(city)
        try office.receive(city.submissions)
        try office.run("2026-12-28", to: "a", recordsReceipts: false)
        // Written again in another order, so that the file system enumerates it otherwise.
        try FileManager.default.removeItem(at: office.inbox)
        try office.receive(city.submissions.reversed())
        try office.run("2026-12-28", to: "b", recordsReceipts: false)
        let (first, second) = (try office.set("a"), try office.set("b"))
        #expect(first.keys.sorted() == second.keys.sorted())
        for (path, bytes) in first { #expect(second[path] == bytes, "\(path)") }
    }

    @Test(arguments: [51, 52] as [UInt64])
    func theCityIsTheSumOfItsCommunesKindsAndDepartments(seed: UInt64) throws {
        let city = city(seed)
        let office = try Office(city)
        try office.receive(city.submissions)
        try office.run("2026-12-28")
        for period in periodIDs {
            var sums: [String: [String: [Int]]] = [:]
            for line in try office.published("\(period)/figures.csv").split(separator: "\n").dropFirst() {
                let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
                let figures = cells[4...6].compactMap { Int($0) }
                let sum = sums[cells[3]]?[cells[1]] ?? [0, 0, 0]
                sums[cells[3], default: [:]][cells[1]] = zip(sum, figures).map { $0 + $1 }
            }
            #expect(sums.count == 10)
            for (indicator, groups) in sums {
                for (group, sum) in groups { #expect(sum == groups["city"], "\(period) \(indicator) \(group)") }
            }
        }
    }

    @Test func anInboxWithoutAReadableFilePublishesNothing() throws {
        let office = try Office(city(61))
        try Data("Kính gửi\n".utf8).write(to: office.inbox.appendingPathComponent("thu.txt"))
        #expect(throws: (any Error).self) { try office.run("2026-12-28") }
        #expect(throws: (any Error).self) { try office.set() }
    }

    @Test func anOutFolderInsideTheInboxIsRefused() throws {
        let city = city(62, units: 6)
        let office = try Office(city)
        try office.receive(city.submissions)
        #expect(throws: BatchError.self) { try office.run("2026-12-28", to: "inbox/out") }
        #expect(!FileManager.default.fileExists(atPath: office.inbox.appendingPathComponent("out").path))
    }

    @Test func receiptsThatSomebodyChangedAreNotAdopted() throws {
        let city = city(63, units: 6)
        let office = try Office(city)
        try office.receive(city.submissions)
        try office.run("2026-12-28")
        let out = office.folder.appendingPathComponent("out")
        let receipts = out.appendingPathComponent("hien-hanh/receipts.csv")
        let changed = try office.published("receipts.csv").replacingOccurrences(of: "2026-12-28", with: "2026-03-01")
        try Data(changed.utf8).write(to: receipts)
        for name in try FileManager.default.contentsOfDirectory(atPath: out.appendingPathComponent(".tonghop").path)
        where name.hasPrefix("ledger") {
            try FileManager.default.removeItem(at: out.appendingPathComponent(".tonghop/\(name)"))
        }
        try office.run("2026-12-29")
        #expect(try !office.published("receipts.csv").contains("2026-03-01"))
        #expect(office.report?.warnings.count == 1)
    }
}
