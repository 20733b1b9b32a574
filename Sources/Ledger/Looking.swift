import GRDB

extension Ledger {
    /// Checks the ledger of a state folder and reads it: no lock is taken, no file is made, a run may go on meanwhile.
    ///
    /// - Returns: nil where it has no tables yet: a run was killed in its first moment.
    /// - Throws: `.missing`, `.cannotRead`, `.newer`, `.damaged`.
    static func looking<Value>(
        inFolder folder: String,
        _ body: (Database) throws -> Value
    ) throws(LedgerError) -> Value? {
        let file = "\(folder)/\(fileName)"
        _ = try StateFolder.size(file)
        return try guarded(file) {
            guard !isOpen(file) else { return try look(file, isStill: false, body) }
            do {
                return try look(file, isStill: true, body)
            } catch {
                // A run may have opened it in that very moment.
                guard isOpen(file) else { throw error }
                return try look(file, isStill: false, body)
            }
        }
    }

    /// Whether something stands in its write-ahead log.
    private static func isOpen(_ file: String) -> Bool {
        ((try? StateFolder.size(file + "-wal")) ?? 0) > 0
    }

    /// Where no run is at work the file is all there is, and is opened as one that nobody changes: SQLite would else make the files of
    /// its write-ahead log, which could then be another user's.
    private static func look<Value>(
        _ file: String,
        isStill: Bool,
        _ body: (Database) throws -> Value
    ) throws -> Value? {
        var configuration = Configuration()
        configuration.readonly = true
        configuration.busyMode = .timeout(5)
        let queue = try DatabaseQueue(
            path: isStill ? "file:\(escaped(file))?immutable=1" : file,
            configuration: configuration
        )
        return try queue.read { database in
            let findings = try String.fetchAll(database, sql: "PRAGMA quick_check")
            guard findings == ["ok"] else {
                throw LedgerError.damaged(file: file, detail: findings.first ?? "no answer")
            }
            guard try !Schema.migrator.hasBeenSuperseded(database) else { throw LedgerError.newer(file: file) }
            return try isMade(database, file) ? try body(database) : nil
        }
    }

    private static func isMade(_ database: Database, _ file: String) throws -> Bool {
        guard try Schema.migrator.appliedIdentifiers(database).isEmpty else { return true }
        let tables = try Int.fetchOne(
            database,
            sql: """
                SELECT count(*) FROM sqlite_master
                WHERE type = 'table' AND name NOT IN ('grdb_migrations', 'sqlite_sequence')
                """
        )
        guard tables == 0 else { throw LedgerError.damaged(file: file, detail: "no such table: grdb_migrations") }
        return false
    }

    /// As a part of a URI, https://www.sqlite.org/uri.html
    private static func escaped(_ file: String) -> String {
        file.replacing("%", with: "%25").replacing("?", with: "%3f").replacing("#", with: "%23")
    }
}
