import GRDB
import Plan

extension Ledger {
    /// Records a run, the files that it saw, the decisions that it applied and, where it gives receipts, the submissions; all of
    /// it or nothing.
    ///
    /// What is known already stays as it was first seen.
    /// - Returns: the run's number in this ledger.
    package func record(
        _ run: Run,
        files: [File],
        submissions: [Submission],
        decisions: [Decision] = []
    ) throws(LedgerError) -> Int64 {
        try guarded {
            try pool.write { database in
                try database.execute(
                    sql: """
                        INSERT INTO runs (id, as_of, started_at, version, summary, records_receipts)
                        VALUES (?, ?, ?, ?, ?, ?)
                        """,
                    arguments: [run.id, run.asOf.iso, run.startedAt, run.version, run.summary, run.recordsReceipts]
                )
                let number = database.lastInsertedRowID
                let statement = try database.makeStatement(
                    sql: "INSERT INTO files (sha256, path, first_seen) VALUES (?, ?, ?) ON CONFLICT DO NOTHING"
                )
                for file in files {
                    try statement.execute(arguments: [file.sha256, file.path, run.asOf.iso])
                }
                try Ledger.insert(decisions, run: number, into: database)
                if run.recordsReceipts { try Ledger.insert(submissions, into: database) }
                return number
            }
        }
    }

    /// Says that the set with this manifest is about to be published.
    package func recordIntent(run: Int64, manifest sha256: String) throws(LedgerError) {
        try execute(
            "INSERT INTO publications (run, manifest_sha256, state) VALUES (?, ?, 'intent')",
            [run, sha256]
        )
    }

    /// Says that the run's set is what everybody reads.
    package func recordPublished(run: Int64) throws(LedgerError) {
        try execute("UPDATE publications SET state = 'published' WHERE run = ?", [run])
    }

    /// Says that a closing is about to publish the set with this manifest.
    ///
    /// - Returns: the publication's number.
    package func recordIntent(manifest sha256: String) throws(LedgerError) -> Int64 {
        try guarded {
            try pool.write { database in
                try database.execute(
                    sql: "INSERT INTO publications (manifest_sha256, state) VALUES (?, 'intent')",
                    arguments: [sha256]
                )
                return database.lastInsertedRowID
            }
        }
    }

    /// Says that the closing's set is what everybody reads.
    package func recordPublished(publication: Int64) throws(LedgerError) {
        try execute("UPDATE publications SET state = 'published' WHERE publication = ?", [publication])
    }

    /// Settles what a run that was cut left open: the exchange and the ledger cannot commit together.
    ///
    /// - Parameter manifest: hash of the manifest that stands in the published set; nil where nothing is published.
    package func reconcile(published manifest: String?) throws(LedgerError) {
        try execute(
            """
            UPDATE publications SET state = CASE WHEN manifest_sha256 = ? THEN 'published' ELSE 'abandoned' END
            WHERE state = 'intent'
            """,
            [manifest ?? ""]
        )
    }

    /// The hash of the manifest of the last set that was published, as far as the ledger knows.
    package func lastPublished() throws(LedgerError) -> String? {
        try guarded {
            try pool.read { database in
                try String.fetchOne(
                    database,
                    sql:
                        "SELECT manifest_sha256 FROM publications WHERE state = 'published' ORDER BY publication DESC LIMIT 1"
                )
            }
        }
    }

    /// As-of date of the first run that saw this file, by its content.
    package func firstSeen(sha256: String) throws(LedgerError) -> CalendarDate? {
        try guarded {
            try pool.read { database in
                try String.fetchOne(
                    database,
                    sql: "SELECT min(first_seen) FROM files WHERE sha256 = ?",
                    arguments: [sha256]
                )
            }
        }.flatMap { CalendarDate(iso: $0) }
    }

    private func execute(_ sql: String, _ arguments: StatementArguments) throws(LedgerError) {
        try guarded { try pool.write { try $0.execute(sql: sql, arguments: arguments) } }
    }
}
