import GRDB
import Plan

extension Ledger {
    /// A decision of the office that a run applied; the same words are the same decision in every run.
    package struct Decision: Sendable, Equatable {
        /// `bo-tep` or `sua-o`.
        package let kind: String
        /// What it is about and what it does, in words.
        package let subject: String
        package let decidedBy: String
        package let decidedOn: CalendarDate
        package let reason: String

        package init(kind: String, subject: String, decidedBy: String, decidedOn: CalendarDate, reason: String) {
            self.kind = kind
            self.subject = subject
            self.decidedBy = decidedBy
            self.decidedOn = decidedOn
            self.reason = reason
        }
    }

    /// Every decision that was ever applied, with the numbers of the first and the last run that did, in the order of first runs.
    package func decisions() throws(LedgerError) -> [(decision: Decision, firstRun: Int64, lastRun: Int64)] {
        try guarded {
            try pool.read { database in
                try Row.fetchAll(
                    database,
                    sql: """
                        SELECT kind, subject, decided_by, decided_on, reason, first_run, last_run FROM decisions
                        ORDER BY first_run, kind, subject, decided_by, decided_on, reason
                        """
                ).map { row in
                    guard let decidedOn = CalendarDate(iso: row["decided_on"] as String) else {
                        throw LedgerError.damaged(file: file, detail: "a decision's day is no date")
                    }
                    let decision = Decision(
                        kind: row["kind"],
                        subject: row["subject"],
                        decidedBy: row["decided_by"],
                        decidedOn: decidedOn,
                        reason: row["reason"]
                    )
                    return (decision, row["first_run"], row["last_run"])
                }
            }
        }
    }

    static func insert(_ decisions: [Decision], run: Int64, into database: Database) throws {
        let statement = try database.makeStatement(
            sql: """
                INSERT INTO decisions (kind, subject, decided_by, decided_on, reason, first_run, last_run)
                VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?6)
                ON CONFLICT DO UPDATE SET last_run = excluded.last_run
                """
        )
        for decision in decisions {
            try statement.execute(arguments: [
                decision.kind, decision.subject, decision.decidedBy, decision.decidedOn.iso, decision.reason, run,
            ])
        }
    }
}
