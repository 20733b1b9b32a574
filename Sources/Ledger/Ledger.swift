// The ledger: what was received, and what was published. It holds no figures: deleting it loses history and nothing else, since
// receipts stand in the published set too. Values cross its border, never connections or rows of the database.

import GRDB
import Plan

/// The history of a city's runs, in one SQLite file in the state folder.
///
/// ```swift
/// let ledger = try Ledger(folder: "/var/lib/tonghop")
/// let known = try ledger.receipts()
/// let number = try ledger.record(run, files: files, submissions: new)
/// try ledger.recordIntent(run: number, manifest: hash)
/// // ... the exchange ...
/// try ledger.recordPublished(run: number)
/// ```
package final class Ledger: Sendable {
    package static let fileName = "ledger.sqlite"
    package static let backupName = "ledger.backup.sqlite"

    let folder: String
    let file: String
    let pool: DatabasePool
    /// Whether no run and no submission stands in it: receipts are then taken from the published set.
    package let isNew: Bool

    /// Opens the ledger of a state folder, which is made where it is missing, checks it, and brings its tables up to date.
    package init(folder: String) throws(LedgerError) {
        self.folder = folder
        let file = "\(folder)/\(Ledger.fileName)"
        self.file = file
        try StateFolder.prepare(folder: folder, file: file)
        (pool, isNew) = try Ledger.guarded(file) {
            let pool = try DatabasePool(path: file)
            let findings = try pool.read { try String.fetchAll($0, sql: "PRAGMA quick_check") }
            guard findings == ["ok"] else {
                throw LedgerError.damaged(file: file, detail: findings.first ?? "no answer")
            }
            let migrator = Schema.migrator
            guard try !pool.read(migrator.hasBeenSuperseded) else { throw LedgerError.newer(file: file) }
            try migrator.migrate(pool)
            let isNew = try pool.read { database in
                try Bool.fetchOne(
                    database,
                    sql: "SELECT NOT EXISTS (SELECT 1 FROM runs) AND NOT EXISTS (SELECT 1 FROM submissions)"
                )
            }
            return (pool, isNew ?? true)
        }
    }

    /// Copies the ledger to `ledger.backup.sqlite` beside it; a copy that is cut leaves the former one whole.
    package func backup() throws(LedgerError) {
        let target = "\(folder)/\(Ledger.backupName)"
        let unfinished = target + ".tmp"
        StateFolder.remove(unfinished)
        try guarded {
            try pool.writeWithoutTransaction { try $0.execute(sql: "VACUUM INTO ?", arguments: [unfinished]) }
        }
        try StateFolder.restrict(unfinished)
        try StateFolder.rename(unfinished, to: target)
    }

    func guarded<Value>(_ body: () throws -> Value) throws(LedgerError) -> Value {
        try Ledger.guarded(file, body)
    }

    /// The one place where SQLite's errors become the ledger's.
    static func guarded<Value>(_ file: String, _ body: () throws -> Value) throws(LedgerError) -> Value {
        do {
            return try body()
        } catch let error as LedgerError {
            throw error
        } catch let error as DatabaseError {
            let detail = error.message ?? "SQLite error \(error.resultCode.rawValue)"
            switch error.resultCode {
            // All statements are ours: one that makes no sense to SQLite finds other tables than ours.
            case .SQLITE_CORRUPT, .SQLITE_NOTADB, .SQLITE_ERROR: throw .damaged(file: file, detail: detail)
            case .SQLITE_READONLY, .SQLITE_CANTOPEN, .SQLITE_FULL, .SQLITE_IOERR, .SQLITE_PERM:
                throw .cannotWrite(file: file, detail: detail)
            default: throw .failed(file: file, detail: detail)
            }
        } catch {
            throw .failed(file: file, detail: "\(error)")
        }
    }
}
