import Foundation
import GRDB
import Plan
import Testing

@testable import Ledger

@Suite struct UnusableLedgerTests {
    private let folder = TemporaryFolder()

    private var file: String { folder.path + "/ledger.sqlite" }

    private func fail() -> LedgerError? {
        do {
            _ = try Ledger(folder: folder.path)
            return nil
        } catch {
            return error
        }
    }

    @Test func fileThatIsNoDatabaseIsDamaged() throws {
        try FileManager.default.createDirectory(atPath: folder.path, withIntermediateDirectories: true)
        try Data("đây không phải là cơ sở dữ liệu, chỉ là chữ".utf8).write(to: URL(fileURLWithPath: file))
        let error = try #require(fail())
        guard case .damaged = error else { throw error }
        #expect(error.description.contains("ledger.backup.sqlite"))
    }

    @Test func overwrittenPagesAreDamaged() throws {
        do {
            let ledger = try Ledger(folder: folder.path)
            let date = try #require(CalendarDate(iso: "2026-03-16"))
            let submissions = (0..<2_000).map { number in
                Ledger.Submission(
                    dataSet: "bao-cao",
                    unit: "\(number)",
                    period: "",
                    hash: String(number * 7_919),
                    receipt: date,
                    isExact: true
                )
            }
            try ledger.adopt(submissions)
            _ = try ledger.pool.writeWithoutTransaction { try $0.checkpoint(.truncate) }
            try ledger.pool.close()
        }
        let handle = try #require(FileHandle(forUpdatingAtPath: file))
        let size = try handle.seekToEnd()
        try handle.seek(toOffset: size / 2)
        try handle.write(contentsOf: Data(repeating: 0x5A, count: 16_384))
        try handle.close()
        let error = try #require(fail())
        guard case .damaged = error else { throw error }
    }

    @Test func ledgerOfANewerVersionIsRefusedAndLeftAlone() throws {
        do {
            let ledger = try Ledger(folder: folder.path)
            try ledger.pool.write {
                try $0.execute(sql: "INSERT INTO grdb_migrations (identifier) VALUES ('99 of a later version')")
            }
            try ledger.pool.close()
        }
        #expect(fail() == .newer(file: file))
        #expect(throws: LedgerError.newer(file: file)) { try LedgerInspection(folder: folder.path) }
    }

    /// To a run and to whoever only looks it is a damaged one, with the way to the backup.
    @Test(arguments: ["runs", "publications", "grdb_migrations"])
    func ledgerWithoutOneOfItsTablesIsDamaged(table: String) throws {
        do {
            let ledger = try Ledger(folder: folder.path)
            try ledger.pool.write { try $0.execute(sql: "DROP TABLE \(table)") }
            try ledger.pool.close()
        }
        let looked = #expect(throws: LedgerError.self) { try LedgerInspection(folder: folder.path) }
        let opened = #expect(throws: LedgerError.self) { try Ledger(folder: folder.path).reconcile(published: nil) }
        for error in [looked, opened] {
            #expect(error?.description.contains("ledger.backup.sqlite") == true, "\(error?.description ?? "")")
        }
    }

    @Test func ledgerOfARunThatWasKilledInItsFirstMomentHasNothingToTell() throws {
        try FileManager.default.createDirectory(atPath: folder.path, withIntermediateDirectories: true)
        try Data().write(to: URL(fileURLWithPath: file))
        #expect(try LedgerInspection(folder: folder.path).lastRun == nil)
    }

    @Test func folderThatCannotBeMadeIsNamed() {
        #expect(throws: LedgerError.self) { try Ledger(folder: "/proc/tonghop/state") }
    }

    @Test func backupOpensAsALedgerAfterTheOriginalIsDamaged() throws {
        do {
            let ledger = try Ledger(folder: folder.path)
            let date = try #require(CalendarDate(iso: "2026-03-16"))
            try ledger.adopt([
                Ledger.Submission(
                    dataSet: "bao-cao",
                    unit: "1",
                    period: "2026-Q1",
                    hash: "aa",
                    receipt: date,
                    isExact: true
                )
            ])
            try ledger.backup()
            try ledger.backup()
            try ledger.pool.close()
        }
        try FileManager.default.removeItem(atPath: file)
        try FileManager.default.copyItem(atPath: folder.path + "/ledger.backup.sqlite", toPath: file)
        #expect(try Ledger(folder: folder.path).receipts().count == 1)
    }
}
