import GRDB
import Plan

/// What a ledger tells somebody who only looks: it is neither locked nor changed, and a run may be writing it meanwhile.
package struct LedgerInspection: Sendable, Equatable {
    /// One run as the ledger has it.
    package struct Run: Sendable, Equatable {
        package let id: String
        package let asOf: String
        /// `2026-12-20T01:00:03+07:00`
        package let startedAt: String
        /// Of the set that it published or was about to publish; nil where it did not come so far.
        package let manifest: String?
        /// Nil: it is at work, or was cut before it had a set.
        package let state: Publication?

        package init(id: String, asOf: String, startedAt: String, manifest: String?, state: Publication?) {
            self.id = id
            self.asOf = asOf
            self.startedAt = startedAt
            self.manifest = manifest
            self.state = state
        }
    }

    /// How far the publication of a run's set came.
    package enum Publication: String, Sendable {
        case intent, published, abandoned
    }

    /// The run that was recorded last; nil where there was none.
    package let lastRun: Run?
    /// The last one whose set was published, as far as the ledger knows.
    package let lastPublished: Run?
    /// Of the ledger's file, in bytes.
    package let size: Int

    package init(lastRun: Run?, lastPublished: Run?, size: Int) {
        self.lastRun = lastRun
        self.lastPublished = lastPublished
        self.size = size
    }

    /// Checks the ledger of a state folder and reads its last runs.
    ///
    /// - Throws: `.missing`, `.cannotRead`, `.newer`, `.damaged`.
    package init(folder: String) throws(LedgerError) {
        size = try StateFolder.size("\(folder)/\(Ledger.fileName)")
        let runs = try Ledger.looking(inFolder: folder) { database in
            (try Run(database, where: "1"), try Run(database, where: "state = 'published'"))
        }
        (lastRun, lastPublished) = runs ?? (nil, nil)
    }
}

extension LedgerInspection.Run {
    fileprivate init?(_ database: Database, where condition: String) throws {
        let row = try Row.fetchOne(
            database,
            sql: """
                SELECT id, as_of, started_at, manifest_sha256, state FROM runs LEFT JOIN publications ON run = number
                WHERE \(condition) ORDER BY number DESC LIMIT 1
                """
        )
        guard let row else { return nil }
        self.init(
            id: row["id"],
            asOf: row["as_of"],
            startedAt: row["started_at"],
            manifest: row["manifest_sha256"],
            state: (row["state"] as String?).flatMap(LedgerInspection.Publication.init)
        )
    }
}
