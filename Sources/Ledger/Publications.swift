import GRDB
import Plan

extension Ledger {
    /// A set that a run or a closing published, or was about to when it was cut.
    package struct Publication: Sendable, Equatable {
        /// The run's number in the ledger, and its id; nil of a closing, as the as-of date is.
        package let number: Int64?
        package let run: String?
        /// The run's as-of date, `2026-12-20`.
        package let asOf: String?
        /// What the ledger knows the set by.
        package let manifestSHA256: String
        /// False: the exchange was about to happen, and the ledger does not know yet whether it did.
        package let isPublished: Bool
    }

    /// The sets that may stand in the out folder, as the ledger of a state folder knows it: the last one that was published, and those
    /// that were about to be since, the newest first.
    ///
    /// Reads and nothing else: no lock is taken, no file is made, a run may go on meanwhile.
    /// - Returns: nil where the folder has no ledger.
    /// - Throws: `cannotRead` where this user may not read it, `damaged` where SQLite's check finds damage.
    package static func publications(inFolder folder: String) throws(LedgerError) -> [Publication]? {
        do throws(LedgerError) {
            return try looking(inFolder: folder, publications(in:))
        } catch {
            if case .missing = error { return nil }
            throw error
        }
    }

    private static func publications(in database: Database) throws -> [Publication] {
        let rows = try Row.fetchAll(
            database,
            sql: """
                SELECT run, id, as_of, manifest_sha256, state FROM publications LEFT JOIN runs ON number = run
                WHERE state <> 'abandoned' AND publication >= (
                    SELECT ifnull(max(publication), 0) FROM publications WHERE state = 'published'
                )
                ORDER BY publication DESC
                """
        )
        return rows.map { row in
            Publication(
                number: row["run"],
                run: row["id"],
                asOf: row["as_of"],
                manifestSHA256: row["manifest_sha256"],
                isPublished: row["state"] == "published"
            )
        }
    }
}
