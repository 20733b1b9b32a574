import Ledger
import Plan
import SystemPackage
import Testing

@testable import Batch

/// The set that stands there against what the ledger knows.
@Suite struct LedgerVerificationTests {
    let folder: TemporaryFolder
    let out: OutFolder

    init() throws {
        folder = try TemporaryFolder()
        out = OutFolder(folder.path.appending("out"))
        try out.prepare()
        try publishFiles(["a.txt": "1"], to: out)
    }

    private var manifest: String {
        get throws { try sha256(SystemCalls.read(out.set.appending(Manifest.fileName))) }
    }

    private func record(_ manifest: String, isPublished: Bool = true, in ledger: Ledger) throws {
        let run = Ledger.Run(
            id: "ab",
            asOf: try #require(CalendarDate(iso: "2026-03-20")),
            startedAt: "2026-03-20T01:00:00+07:00",
            version: "1",
            summary: "",
            recordsReceipts: true
        )
        let number = try ledger.record(run, files: [], submissions: [])
        try ledger.recordIntent(run: number, manifest: manifest)
        if isPublished { try ledger.recordPublished(run: number) }
    }

    private func report() throws -> VerificationReport {
        try Batch.verify(VerifyOptions(out: out.path), progress: { _ in })
    }

    @Test func setThatTheLedgerPublishedLastIsRight() throws {
        do {
            let ledger = try Ledger(folder: out.internals.string)
            try record("0", in: ledger)
            try record(manifest, in: ledger)
        }
        let report = try report()
        #expect(report.differences.isEmpty && report.notes.isEmpty)
    }

    @Test func ledgerInUseIsReadToo() throws {
        let ledger = try Ledger(folder: out.internals.string)
        try record(manifest, in: ledger)
        let report = try report()
        #expect(report.differences.isEmpty && report.notes.isEmpty)
        try record("0", in: ledger)
        #expect(try self.report().differences.count == 1)
    }

    @Test func olderSetInItsPlaceIsTold() throws {
        do {
            let ledger = try Ledger(folder: out.internals.string)
            try record(manifest, in: ledger)
            try record("0", in: ledger)
        }
        #expect(
            try report().differences == [
                SetDifference(path: "hien-hanh/manifest.json", fault: .notLastPublished(2, asOf: "2026-03-20"))
            ]
        )
    }

    @Test func setOfARunThatWasCutAfterTheExchangeIsRight() throws {
        do {
            let ledger = try Ledger(folder: out.internals.string)
            try record("0", in: ledger)
            try record(manifest, isPublished: false, in: ledger)
        }
        #expect(try report().differences.isEmpty)
    }

    @Test func readingTheLedgerMakesNoFileBesideIt() throws {
        do {
            let ledger = try Ledger(folder: out.internals.string)
            try record(manifest, in: ledger)
        }
        let before = try SystemCalls.files(below: out.internals)
        #expect(before.contains("ledger.sqlite") && !before.contains("ledger.sqlite-wal"))
        #expect(try report().notes.isEmpty)
        #expect(try SystemCalls.files(below: out.internals) == before)
    }

    @Test func withoutALedgerANoteSaysSo() throws {
        let report = try report()
        #expect(report.differences.isEmpty)
        #expect(report.notes.count == 1)
    }

    @Test func damagedLedgerIsTold() throws {
        try folder.write("đây không phải là cơ sở dữ liệu, chỉ là chữ", to: "out/.tonghop/ledger.sqlite")
        let found = try report().differences
        #expect(found.count == 1)
        guard case .ledgerDamaged = found.first?.fault else {
            Issue.record("\(found)")
            return
        }
    }

    @Test func ledgerElsewhereIsFoundByItsFolder() throws {
        let state = folder.path.appending("trạng thái #1?")
        do {
            let ledger = try Ledger(folder: state.string)
            try record("0", in: ledger)
        }
        let report = try Batch.verify(VerifyOptions(out: out.path, state: state), progress: { _ in })
        #expect(report.differences.map(\.fault) == [.notLastPublished(1, asOf: "2026-03-20")])
    }
}
