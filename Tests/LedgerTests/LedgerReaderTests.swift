import Foundation
import GRDB
import Plan
import Testing

@testable import Ledger

@Suite("A ledger that is only looked at")
struct LedgerReaderTests {
    private let folder = TemporaryFolder()

    private func names() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    }

    private func ledger() throws -> Ledger {
        let ledger = try Ledger(folder: folder.path)
        let day = try #require(CalendarDate(iso: "2026-03-16"))
        _ = try ledger.record(
            Ledger.Run(
                id: "ab",
                asOf: day,
                startedAt: "2026-03-16T01:00:00+07:00",
                version: "1",
                summary: "",
                recordsReceipts: true
            ),
            files: [],
            submissions: [
                Ledger.Submission(
                    dataSet: "bao-cao",
                    unit: "1",
                    period: "2026-Q1",
                    hash: "aa",
                    receipt: day,
                    isExact: true
                )
            ]
        )
        return ledger
    }

    @Test("tells what was recorded, and leaves the folder as it is")
    func afterARun() throws {
        try ledger().pool.close()
        let before = try names()
        let bytes = try Data(contentsOf: URL(fileURLWithPath: folder.path + "/ledger.sqlite"))
        do {
            let reader = try #require(try LedgerReader(folder: folder.path))
            #expect(try reader.receipts().map(\.hash) == ["aa"])
            #expect(try reader.isExact(on: #require(CalendarDate(iso: "2026-03-18"))))
            #expect(try !reader.isExact(on: #require(CalendarDate(iso: "2026-03-16"))))
            #expect(try names() == before)
        }
        #expect(try names() == before)
        #expect(try Data(contentsOf: URL(fileURLWithPath: folder.path + "/ledger.sqlite")) == bytes)
    }

    @Test("while a run has it open, what that run has recorded is seen")
    func duringARun() throws {
        let ledger = try ledger()
        let before = try names()
        #expect(before.contains("ledger.sqlite-wal"))
        #expect(try LedgerReader(folder: folder.path)?.receipts().map(\.hash) == ["aa"])
        #expect(try names() == before)
        #expect(try ledger.receipts().count == 1)
    }

    @Test("there is none where there is no file")
    func missing() throws {
        #expect(try LedgerReader(folder: folder.path) == nil)
        #expect(!FileManager.default.fileExists(atPath: folder.path))
    }

    @Test("a file that is no database is damaged")
    func damaged() throws {
        try FileManager.default.createDirectory(atPath: folder.path, withIntermediateDirectories: true)
        try Data("đây không phải là cơ sở dữ liệu, chỉ là chữ".utf8)
            .write(to: URL(fileURLWithPath: folder.path + "/ledger.sqlite"))
        #expect(throws: LedgerError.self) { _ = try LedgerReader(folder: folder.path) }
    }

    @Test("one of a newer version is refused")
    func newer() throws {
        let ledger = try ledger()
        try ledger.pool.write {
            try $0.execute(sql: "INSERT INTO grdb_migrations (identifier) VALUES ('99 of a later version')")
        }
        try ledger.pool.close()
        #expect(throws: LedgerError.newer(file: folder.path + "/ledger.sqlite")) {
            _ = try LedgerReader(folder: folder.path)
        }
    }

    @Test("a path with marks that mean something in a URI is still a path")
    func oddPath() throws {
        let odd = folder.path + "/a b%20?x=1#y"
        try Ledger(folder: odd).pool.close()
        #expect(try LedgerReader(folder: odd)?.receipts().isEmpty == true)
    }
}
