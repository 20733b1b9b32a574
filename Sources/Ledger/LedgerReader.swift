import GRDB
import Glibc
import Plan

/// What the ledger tells, without a right to change it: for commands that look at a state folder and leave it as it is.
///
/// ```swift
/// let known = try LedgerReader(folder: "/var/lib/tonghop")?.receipts() ?? []
/// ```
package struct LedgerReader: Sendable {
    let file: String
    let database: any DatabaseReader

    /// The ledger of a run, which owns it.
    init(file: String, database: any DatabaseReader) {
        self.file = file
        self.database = database
    }

    /// Opens the ledger of a state folder; nil where there is none, or an empty file. Nothing is made, locked or left behind in the folder.
    ///
    /// - Throws: `.damaged`, `.newer` or `.failed`.
    package init?(folder: String) throws(LedgerError) {
        let file = "\(folder)/\(Ledger.fileName)"
        guard let size = Self.size(of: file), size > 0 else { return nil }
        self.file = file
        database = try Ledger.guarded(file) {
            var configuration = Configuration()
            configuration.readonly = true
            // A write-ahead log stands beside the file while a run has it open, or after one was killed. Without one nobody
            // writes, and SQLite is told so: it would make a log of its own, which a run of another user could not open.
            let isInUse = (Self.size(of: file + "-wal") ?? 0) > 0
            let path = isInUse ? file : "file:\(Self.escaped(file))?immutable=1"
            let queue = try DatabaseQueue(path: path, configuration: configuration)
            let (findings, isNewer) = try queue.read { database in
                (
                    try String.fetchAll(database, sql: "PRAGMA quick_check"),
                    try Schema.migrator.hasBeenSuperseded(database)
                )
            }
            guard findings == ["ok"] else {
                throw LedgerError.damaged(file: file, detail: findings.first ?? "no answer")
            }
            guard !isNewer else { throw LedgerError.newer(file: file) }
            return queue
        }
    }

    func read<Value>(_ body: (Database) throws -> Value) throws(LedgerError) -> Value {
        try Ledger.guarded(file) { try database.read(body) }
    }

    /// Nil where there is no such file.
    private static func size(of file: String) -> Int? {
        var information = stat()
        guard unsafe stat(file, &information) == 0 else { return nil }
        return Int(information.st_size)
    }

    /// As a URI wants a path.
    private static func escaped(_ path: String) -> String {
        path.replacing("%", with: "%25").replacing("?", with: "%3f").replacing("#", with: "%23")
    }
}
