import Foundation
import GRDB
import Plan
import Testing

@testable import Ledger

@Suite("Receipts of a ledger that is only looked at")
struct ReceiptsInspectionTests {
    private let folder = TemporaryFolder()

    private func day(_ iso: String) throws -> CalendarDate { try #require(CalendarDate(iso: iso)) }

    private func names() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    }

    private func ledger() throws -> Ledger {
        let ledger = try Ledger(folder: folder.path)
        _ = try ledger.record(
            Ledger.Run(
                id: "ab",
                asOf: try day("2026-03-16"),
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
                    receipt: try day("2026-03-16"),
                    isExact: true
                )
            ]
        )
        return ledger
    }

    @Test("are those that were recorded, and the folder stays as it is")
    func afterARun() throws {
        try ledger().pool.close()
        let before = try names()
        let found = try ReceiptsInspection(folder: folder.path, asOf: day("2026-03-18"))
        #expect(found.submissions.map(\.hash) == ["aa"])
        #expect(found.isExact)
        #expect(try !ReceiptsInspection(folder: folder.path, asOf: day("2026-03-16")).isExact)
        #expect(try names() == before)
    }

    @Test("what a run that has it open has recorded is seen")
    func duringARun() throws {
        let ledger = try ledger()
        #expect(try ReceiptsInspection(folder: folder.path, asOf: day("2026-03-18")).submissions.count == 1)
        #expect(try ledger.receipts().count == 1)
    }

    @Test("there are none without a ledger")
    func missing() throws {
        let asOf = try day("2026-03-18")
        #expect(throws: LedgerError.missing(file: folder.path + "/ledger.sqlite")) {
            try ReceiptsInspection(folder: folder.path, asOf: asOf)
        }
        #expect(!FileManager.default.fileExists(atPath: folder.path))
    }
}
