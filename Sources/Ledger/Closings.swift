import GRDB

extension Ledger {
    /// A period was closed, or reopened.
    package struct Closing: Sendable, Hashable {
        package enum Event: String, Sendable {
            case closed, reopened
        }

        /// Id of the period, such as `2026-Q1`.
        package let period: String
        /// Lần: 1 for the period's first closing.
        package let issue: Int
        package let event: Event
        /// When, as the clock of the command told it; empty where nobody wrote it down.
        package let at: String
        /// The user who did it; empty where nobody wrote it down.
        package let by: String
        /// Empty for a closing.
        package let reason: String

        package init(period: String, issue: Int, event: Event, at: String, by: String, reason: String = "") {
            self.period = period
            self.issue = issue
            self.event = event
            self.at = at
            self.by = by
            self.reason = reason
        }
    }

    /// Every closing and reopening, by period and issue.
    package func closings() throws(LedgerError) -> [Closing] {
        try guarded {
            try pool.read { database in
                try Row.fetchAll(
                    database,
                    sql: "SELECT period, issue, event, at, by, reason FROM closings ORDER BY period, issue, event"
                ).compactMap { row in
                    Closing.Event(rawValue: row["event"]).map { event in
                        Closing(
                            period: row["period"],
                            issue: row["issue"],
                            event: event,
                            at: row["at"],
                            by: row["by"],
                            reason: row["reason"]
                        )
                    }
                }
            }
        }
    }

    /// Records closings and reopenings; what is known already stays as it is.
    package func record(_ closings: [Closing]) throws(LedgerError) {
        try guarded {
            try pool.write { database in
                let statement = try database.makeStatement(
                    sql: """
                        INSERT INTO closings (period, issue, event, at, by, reason) VALUES (?, ?, ?, ?, ?, ?)
                        ON CONFLICT DO NOTHING
                        """
                )
                for closing in closings {
                    try statement.execute(arguments: [
                        closing.period, closing.issue, closing.event.rawValue, closing.at, closing.by, closing.reason,
                    ])
                }
            }
        }
    }
}
