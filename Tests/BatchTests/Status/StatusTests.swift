import Ledger
import Plan
import SystemPackage
import Testing

@testable import Batch

@Suite("Who has reported, from the published set")
struct StatusTests {
    let folder: StatusFolder

    init() throws {
        folder = try StatusFolder()
    }

    @Test("each expected unit stands once, with its name, in its commune")
    func standings() throws {
        try folder.publish()
        let period = try folder.status().period
        #expect(period.units.map(\.code) == ["A1", "A2", "A3", "B1"])
        #expect(period.units.map(\.standing) == [.onTime, .late, .missing, .missing])
        #expect(period.units[1].name == "Tiểu học \"Đá\", cơ sở 2")
        #expect(period.communes.map(\.name) == ["Xã Một", "Phường Hai"])
        #expect(period.communes.map(\.expected) == [3, 1])
        #expect(period.communes.map(\.onTime) == [1, 0])
        #expect(period.communes.map(\.late) == [1, 0])
        #expect(period.communes.map(\.without) == [1, 1])
    }

    @Test("before the due date nobody is missing")
    func notYetDue() throws {
        try folder.publish(periods: [StatusFolder.period(missing: 0)], asOf: "2026-03-10")
        let period = try folder.status().period
        #expect(period.units.map(\.standing) == [.onTime, .late, .notYetDue, .notYetDue])
        #expect(!period.isDue)
    }

    @Test("a set without names shows codes")
    func withoutNames() throws {
        try folder.publish(["2026-Q1/facts.csv": StatusFolder.facts])
        let period = try folder.status().period
        #expect(period.units.map(\.name) == ["", "", "", ""])
        #expect(period.communes.map(\.code) == ["X1", "X2"])
    }

    @Test("a period that was carried over is of the day on which it was computed")
    func carriedOver() throws {
        try folder.publish(
            [
                "2026-Q1/facts.csv": StatusFolder.facts,
                "2026-Q1/period.json": #"{"run": "77", "as_of": "2026-03-18", "receipts": [], "inputs": []}"#,
            ],
            asOf: "2026-06-20"
        )
        #expect(try folder.status().period.asOf == "2026-03-18")
    }

    @Test(
        "the period that is shown without being asked for",
        arguments: [
            ("2026-03-10", "2026-Q1"), ("2026-03-16", "2026-Q1"), ("2026-05-10", "2026-Q1"),
            ("2026-05-15", "2026-H1"), ("2026-06-15", "2026-H1"), ("2026-07-20", "2026-H1"), ("2026-01-01", "2026-H1"),
        ]
    )
    func defaultPeriod(day: String, id: String) throws {
        let periods = [("2026-Q1", "2026-03-14", "2026-03-16"), ("2026-H1", "2026-06-14", "2026-06-16")].map {
            Manifest.Period(
                id: $0.0,
                state: .provisional,
                units: 4,
                reported: 2,
                onTime: 1,
                late: 1,
                missing: 2,
                end: $0.1,
                due: $0.2
            )
        }
        let files = ["2026-Q1/facts.csv": StatusFolder.facts, "2026-H1/facts.csv": StatusFolder.facts]
        try folder.publish(files, periods: periods)
        #expect(try folder.status(on: day).period.record.id == id)
        #expect(try folder.status(period: "2026-Q1", on: day).period.record.id == "2026-Q1")
    }

    @Test("a changed file stops it", arguments: ["facts.csv", "units.csv"])
    func tampered(name: String) throws {
        try folder.publish()
        try folder.folder.write("period,unit\n", to: "out/hien-hanh/2026-Q1/\(name)")
        let error = #expect(throws: BatchError.self) { try folder.status() }
        guard case .output(let words) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(words.contains("2026-Q1/\(name)"))
    }

    @Test("a file of another shape stops it, although it is as it was published")
    func otherShape() throws {
        try folder.publish(["2026-Q1/facts.csv": "unit\nA1\n"])
        #expect(throws: BatchError.self) { try folder.status() }
    }

    @Test("a set that is replaced while it is read is read as the new one, whole")
    func replaced() throws {
        try folder.publish(["a.csv": "1", "b.csv": "1"])
        var isReplaced = false
        let read = try PublishedSet.reading(folder.out) { set throws(ChangedFile) in
            let first = try set.read("a.csv")
            if !isReplaced {
                isReplaced = true
                do { try folder.publish(["a.csv": "22", "b.csv": "22"]) } catch { Issue.record("\(error)") }
            }
            return first + (try set.read("b.csv"))
        }
        #expect(read == Array("2222".utf8))
    }

    @Test("nothing published, no folder, no such period")
    func nothing() throws {
        guard case .input = #expect(throws: BatchError.self, performing: { try folder.status() }) else {
            Issue.record("a set out of nothing")
            return
        }
        try folder.publish()
        guard
            case .usage(let words) = #expect(
                throws: BatchError.self,
                performing: { try folder.status(period: "2025-Y") }
            )
        else {
            Issue.record("an unknown period")
            return
        }
        #expect(words.contains("2026-Q1"))
        let nowhere = StatusOptions(out: folder.path.appending("khac"), today: .init(days: 0))
        guard case .usage = #expect(throws: BatchError.self, performing: { try status(nowhere) }) else {
            Issue.record("a folder that is not there")
            return
        }
    }

    @Test("closed periods stand with their last issue, reopened or not")
    func closings() throws {
        try folder.publish()
        for issue in ["2025-Y-lan-1", "2026-Q1-lan-1", "2026-Q1-lan-2"] {
            try freeze("unit\n", as: issue, in: folder.path)
        }
        try folder.folder.write("", to: "out/da-chot/2026-Q1-lan-2.mo-lai")
        let closings = try folder.status().closings
        #expect(closings.map(\.issue.folder) == ["2025-Y-lan-1", "2026-Q1-lan-2"])
        #expect(closings.map(\.isReopened) == [false, true])
    }

    @Test("it writes nothing and takes no lock; without a ledger it still tells who has reported")
    func looksOnly() throws {
        let manifest = try folder.publish()
        let before = try folder.files()
        guard case .failure(.missing) = try folder.status().ledger else {
            Issue.record("a ledger out of nothing")
            return
        }
        #expect(try folder.files() == before)
        try folder.record("2026-03-20T01:00:00+07:00", manifest: manifest)
        let lock = try RunLock(folder.out)
        let recorded = try folder.files()
        let ledger = try folder.status().ledger.get()
        #expect(ledger.lastRun?.state == .published && ledger.lastRun?.manifest == manifest)
        #expect(try folder.files() == recorded)
        _ = consume lock
    }
}
