import Foundation
import Ledger
import SystemPackage
import Testing

@testable import Batch

/// A closing that was cut at its commit point or behind it, as a killed program leaves it; `scripts/test-closing` kills it in earnest.
@Suite("A closing that was cut")
struct CutClosingTests {
    private let office: Office
    private let out: OutFolder

    init() throws {
        office = try Office.closing()
        out = office.outFolder
        try office.run("2026-03-20", periods: ["2026-Q1"])
    }

    /// Closed, but the published set is still the one before.
    private func cutBeforeTheExchange() throws -> [String: [UInt8]] {
        try office.close()
        let closed = try office.files(below: "hien-hanh")
        try SystemCalls.exchange(out.set, out.previous)
        try office.forget()
        #expect(try PublishedSet(out)?.manifest.periods.first?.state == .provisional)
        return closed
    }

    @Test("behind the commit point the next start completes it, whatever it was started for")
    func completed() throws {
        let closed = try cutBeforeTheExchange()
        try office.run("2026-03-21", periods: nil)
        guard case .nothingToDo = try #require(office.report).outcome else {
            Issue.record("there was nothing to do")
            return
        }
        #expect(try office.files(below: "hien-hanh") == closed)
        let ledger = try Ledger(folder: out.internals.string)
        #expect(try ledger.lastPublished() == PublishedSet(out)?.manifestSHA256)
        #expect(try ledger.closings().map(\.by) == ["lan"])
    }

    @Test("so does reopening")
    func completedByReopening() throws {
        let closed = try cutBeforeTheExchange()
        try office.reopen()
        #expect(try office.files(below: "hien-hanh") == closed)
    }

    @Test("a published file that somebody changed meanwhile leaves it to the next run")
    func leftToTheRun() throws {
        let closed = try cutBeforeTheExchange()
        try office.write("ghi chú", to: "out/hien-hanh/findings.csv")
        try office.run("2026-06-18", periods: nil)
        let now = try office.files(below: "hien-hanh")
        for (path, bytes) in closed where path.hasPrefix("2026-Q1/") { #expect(now[path] == bytes, "\(path)") }
        #expect(try PublishedSet(out)?.manifest.periods.map(\.state) == [.closed, .provisional])
    }

    @Test("before the commit point nothing is closed, and what was staged goes")
    func abandoned() throws {
        try SystemCalls.makeFolders(out.staging.appending("da-chot/2026-Q1-lan-1"))
        try SystemCalls.write([1], new: out.staging.appending("da-chot/2026-Q1-lan-1/facts.csv"))
        try SystemCalls.write([1], new: out.internals.appending("mo-lai.tmp"))
        try office.run("2026-06-18", periods: nil)
        #expect(try ClosedArchive(out).allIssues.isEmpty)
        #expect(office.report?.periods.map(\.id) == ["2026-Q1", "2026-H1"])
        #expect(SystemCalls.kind(of: out.staging.appending("da-chot")) == nil)
        try office.close("2026-Q1")
        try office.reopen()
        #expect(try ClosedArchive(out).closedPeriods.isEmpty)
    }

    @Test("a frozen folder that was left writable becomes read-only")
    func readOnly() throws {
        try office.close()
        let folder = out.closed.appending("2026-Q1-lan-1")
        try SystemCalls.chmod(folder, 0o750)
        try SystemCalls.chmod(folder.appending("facts.csv"), 0o640)
        try office.run("2026-06-18", periods: nil)
        #expect(SystemCalls.mode(of: folder) == 0o550)
        #expect(SystemCalls.mode(of: folder.appending("facts.csv")) == 0o440)
    }
}
