import Foundation
import GRDB
import Plan
import Testing

@testable import Ledger

@Suite struct LedgerTests {
    private let folder = TemporaryFolder()

    private func day(_ iso: String) throws -> CalendarDate {
        try #require(CalendarDate(iso: iso))
    }

    private func run(_ asOf: String, recordsReceipts: Bool = true) throws -> Ledger.Run {
        Ledger.Run(
            id: "ab12",
            asOf: try day(asOf),
            startedAt: "\(asOf)T01:00:00+07:00",
            version: "1",
            summary: "",
            recordsReceipts: recordsReceipts
        )
    }

    private func submission(_ hash: String, _ receipt: String, isExact: Bool = false) throws -> Ledger.Submission {
        Ledger.Submission(
            dataSet: "bao-cao",
            unit: "31303702",
            period: "2026-Q1",
            hash: hash,
            receipt: try day(receipt),
            isExact: isExact
        )
    }

    @Test func givesBackWhatWasRecordedAfterOpeningAgain() throws {
        let file = Ledger.File(sha256: "f0", path: "xã/bao-cao.csv")
        do {
            let ledger = try Ledger(folder: folder.path)
            #expect(ledger.isNew)
            let number = try ledger.record(
                run("2026-03-16"),
                files: [file],
                submissions: [submission("aa", "2026-03-16", isExact: true)]
            )
            try ledger.recordIntent(run: number, manifest: "m1")
            try ledger.recordPublished(run: number)
        }
        let ledger = try Ledger(folder: folder.path)
        #expect(!ledger.isNew)
        #expect(try ledger.receipts() == [submission("aa", "2026-03-16", isExact: true)])
        #expect(try ledger.firstSeen(sha256: "f0") == day("2026-03-16"))
        #expect(try ledger.latestRunDate() == day("2026-03-16"))
        #expect(try ledger.lastPublished() == "m1")
    }

    @Test func aDecisionKnowsTheFirstAndTheLastRunThatAppliedIt() throws {
        let ledger = try Ledger(folder: folder.path)
        func decision(_ subject: String) throws -> Ledger.Decision {
            Ledger.Decision(
                kind: "bo-tep",
                subject: subject,
                decidedBy: "Bà Lan",
                decidedOn: try day("2026-03-15"),
                reason: "gửi nhầm"
            )
        }
        let (first, second) = (try decision("a.csv"), try decision("b.csv"))
        for (iso, decisions) in [("2026-03-16", [first]), ("2026-03-17", [second, first]), ("2026-03-18", [second])] {
            _ = try ledger.record(run(iso), files: [], submissions: [], decisions: decisions)
        }
        let known = try Ledger(folder: folder.path).decisions()
        #expect(known.map(\.decision) == [first, second])
        #expect(known.map(\.firstRun) == [1, 2])
        #expect(known.map(\.lastRun) == [2, 3])
    }

    @Test func receiptStaysTheFirstOne() throws {
        let ledger = try Ledger(folder: folder.path)
        _ = try ledger.record(run("2026-03-16"), files: [], submissions: [submission("aa", "2026-03-16")])
        _ = try ledger.record(
            run("2026-03-17"),
            files: [],
            submissions: [submission("aa", "2026-03-17", isExact: true)]
        )
        #expect(try ledger.receipts() == [submission("aa", "2026-03-16")])
    }

    @Test func newLedgerAdoptsTheEarlierOfTwoReceipts() throws {
        let ledger = try Ledger(folder: folder.path)
        try ledger.adopt([submission("aa", "2026-03-16"), submission("aa", "2026-03-10", isExact: true)])
        #expect(try ledger.receipts() == [submission("aa", "2026-03-10", isExact: true)])
        #expect(try !Ledger(folder: folder.path).isNew)
    }

    @Test func runDatedByHandGivesNoReceiptsAndMakesNoneExact() throws {
        let ledger = try Ledger(folder: folder.path)
        _ = try ledger.record(
            run("2026-03-16", recordsReceipts: false),
            files: [],
            submissions: [submission("aa", "2026-03-16")]
        )
        #expect(try ledger.receipts().isEmpty)
        #expect(try ledger.latestRunDate() == nil)
        #expect(try !ledger.isExact(on: day("2026-03-17")))
    }

    @Test(arguments: [
        ("2026-03-16", false), ("2026-03-17", true), ("2026-03-18", true), ("2026-03-19", true),
        ("2026-03-20", false), ("2026-03-15", false),
    ])
    func receiptIsExactWhereARunOfOneToThreeDaysBeforeExists(day iso: String, isExact: Bool) throws {
        let ledger = try Ledger(folder: folder.path)
        _ = try ledger.record(run("2026-03-16"), files: [], submissions: [])
        #expect(try ledger.isExact(on: day(iso)) == isExact)
    }

    @Test func intentOfACutRunIsSettledByTheSetThatStands() throws {
        let ledger = try Ledger(folder: folder.path)
        let first = try ledger.record(run("2026-03-16"), files: [], submissions: [])
        try ledger.recordIntent(run: first, manifest: "m1")
        try ledger.reconcile(published: "m1")
        #expect(try ledger.lastPublished() == "m1")

        let second = try ledger.record(run("2026-03-17"), files: [], submissions: [])
        try ledger.recordIntent(run: second, manifest: "m2")
        try ledger.reconcile(published: "m1")
        #expect(try ledger.lastPublished() == "m1")
        // Settled once and for all: the same hash later is another run's.
        try ledger.reconcile(published: "m2")
        #expect(try ledger.lastPublished() == "m1")
    }

    @Test func recordsAllOfARunOrNothing() throws {
        let ledger = try Ledger(folder: folder.path)
        try ledger.pool.write { try $0.execute(sql: "DROP TABLE submissions") }
        #expect(throws: LedgerError.self) {
            try ledger.record(run("2026-03-16"), files: [], submissions: [submission("aa", "2026-03-16")])
        }
        #expect(try ledger.latestRunDate() == nil)
    }

    @Test func onlyItsOwnerCanReadIt() throws {
        let ledger = try Ledger(folder: folder.path)
        _ = try ledger.record(run("2026-03-16"), files: [], submissions: [])
        try ledger.backup()
        for name in ["ledger.sqlite", "ledger.sqlite-wal", "ledger.sqlite-shm", "ledger.backup.sqlite"] {
            let attributes = try FileManager.default.attributesOfItem(atPath: "\(folder.path)/\(name)")
            #expect(attributes[.posixPermissions] as? Int == 0o600, "\(name)")
        }
    }
}

/// A folder of the test's own, deleted with it.
final class TemporaryFolder {
    let path: String

    init() {
        path = NSTemporaryDirectory() + "tonghop-ledger-" + UUID().uuidString
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }
}
