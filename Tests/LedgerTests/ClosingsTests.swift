import GRDB
import Plan
import Testing

@testable import Ledger

@Suite struct ClosingsTests {
    private let folder = TemporaryFolder()

    private let first = Ledger.Closing(
        period: "2026-Q1",
        issue: 1,
        event: .closed,
        at: "2026-03-21T09:00:00+07:00",
        by: "lan"
    )
    private let opened = Ledger.Closing(
        period: "2026-Q1",
        issue: 1,
        event: .reopened,
        at: "2026-04-02T08:00:00+07:00",
        by: "minh",
        reason: "trường gửi lại"
    )

    @Test func givesBackWhatWasRecordedByPeriodAndIssue() throws {
        let half = Ledger.Closing(period: "2026-H1", issue: 1, event: .closed, at: "", by: "")
        try Ledger(folder: folder.path).record([first, opened])
        try Ledger(folder: folder.path).record([half])
        #expect(try Ledger(folder: folder.path).closings() == [half, first, opened])
    }

    @Test func whatIsKnownStaysAsItIs() throws {
        let ledger = try Ledger(folder: folder.path)
        try ledger.record([first])
        try ledger.record([Ledger.Closing(period: "2026-Q1", issue: 1, event: .closed, at: "", by: "ai đó"), opened])
        #expect(try ledger.closings() == [first, opened])
    }

    @Test func aClosingPublishesASetWithoutARun() throws {
        let ledger = try Ledger(folder: folder.path)
        let date = try #require(CalendarDate(iso: "2026-03-20"))
        let run = try ledger.record(
            Ledger.Run(id: "a", asOf: date, startedAt: "", version: "1", summary: "", recordsReceipts: true),
            files: [],
            submissions: []
        )
        try ledger.recordIntent(run: run, manifest: "m1")
        try ledger.recordPublished(run: run)
        let closing = try ledger.recordIntent(manifest: "m2")
        #expect(try ledger.lastPublished() == "m1")
        try ledger.recordPublished(publication: closing)
        #expect(try ledger.lastPublished() == "m2")
        _ = try ledger.recordIntent(manifest: "m3")
        try ledger.reconcile(published: "m3")
        #expect(try ledger.lastPublished() == "m3")
        let known = try #require(try Ledger.publications(inFolder: folder.path))
        #expect(known.map(\.manifestSHA256) == ["m3"] && known[0].number == nil)
    }

    /// A ledger of the version before keeps what it knows.
    @Test func publicationsOfAnEarlierVersionAreKept() throws {
        let file = "\(folder.path)/\(Ledger.fileName)"
        try StateFolder.prepare(folder: folder.path, file: file)
        let queue = try DatabaseQueue(path: file)
        try Schema.migrator.migrate(queue, upTo: "2 decisions")
        try queue.write { database in
            for (number, state) in ["published", "abandoned", "intent"].enumerated() {
                try database.execute(
                    sql:
                        "INSERT INTO runs (id, as_of, started_at, version, summary, records_receipts) VALUES ('a', '2026-03-20', '', '1', '', 1)"
                )
                try database.execute(
                    sql: "INSERT INTO publications (run, manifest_sha256, state) VALUES (?, ?, ?)",
                    arguments: [number + 1, "m\(number + 1)", state]
                )
            }
        }
        try queue.close()
        let ledger = try Ledger(folder: folder.path)
        #expect(try ledger.lastPublished() == "m1")
        try ledger.reconcile(published: "m3")
        #expect(try ledger.lastPublished() == "m3")
        #expect(try ledger.closings().isEmpty)
    }
}
