import GRDB
import Plan

extension Ledger {
    /// Every submission that was ever recorded, in the order of its key.
    package func receipts() throws(LedgerError) -> [Submission] {
        try guarded { try pool.read { try Ledger.submissions(in: $0, file: file) } }
    }

    /// Takes over receipts that a published set tells, where the ledger itself is new. Of two for the same rows the earlier stands.
    package func adopt(_ submissions: [Submission]) throws(LedgerError) {
        try guarded { try pool.write { try Ledger.insert(submissions, into: $0) } }
    }

    /// Whether a run that gave receipts was dated between these days, both included.
    package func hasRun(from first: CalendarDate, through last: CalendarDate) throws(LedgerError) -> Bool {
        try guarded { try pool.read { try Ledger.hasRun(from: first, through: last, in: $0) } }
    }

    /// Whether what is seen for the first time on that day came on that day, or nearly so: a run of one to three days before
    /// did not see it.
    package func isExact(on asOf: CalendarDate) throws(LedgerError) -> Bool {
        try guarded { try pool.read { try Ledger.isExact(on: asOf, in: $0) } }
    }

    /// The as-of date of the latest run that gave receipts; a run dated before it gives none.
    package func latestRunDate() throws(LedgerError) -> CalendarDate? {
        try guarded {
            try pool.read { database in
                try String.fetchOne(database, sql: "SELECT max(as_of) FROM runs WHERE records_receipts")
            }
        }.flatMap { CalendarDate(iso: $0) }
    }

    static func submissions(in database: Database, file: String) throws -> [Submission] {
        let rows = try Row.fetchCursor(
            database,
            sql: """
                SELECT data_set, unit, period, hash, receipt, exact FROM submissions
                ORDER BY data_set, unit, period, hash
                """
        )
        var submissions: [Submission] = []
        while let row = try rows.next() {
            guard let receipt = CalendarDate(iso: row["receipt"] as String) else {
                throw LedgerError.damaged(file: file, detail: "a receipt is no date")
            }
            submissions.append(
                Submission(
                    dataSet: row["data_set"],
                    unit: row["unit"],
                    period: row["period"],
                    hash: row["hash"],
                    receipt: receipt,
                    isExact: row["exact"]
                )
            )
        }
        return submissions
    }

    static func isExact(on asOf: CalendarDate, in database: Database) throws -> Bool {
        try hasRun(from: asOf.advanced(by: -3), through: asOf.advanced(by: -1), in: database)
    }

    private static func hasRun(
        from first: CalendarDate,
        through last: CalendarDate,
        in database: Database
    ) throws -> Bool {
        try Bool.fetchOne(
            database,
            sql: "SELECT EXISTS (SELECT 1 FROM runs WHERE records_receipts AND as_of BETWEEN ? AND ?)",
            arguments: [first.iso, last.iso]
        ) ?? false
    }

    static func insert(_ submissions: [Submission], into database: Database) throws {
        let statement = try database.makeStatement(
            sql: """
                INSERT INTO submissions (data_set, unit, period, hash, receipt, exact) VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT DO UPDATE SET receipt = excluded.receipt, exact = excluded.exact
                WHERE excluded.receipt < receipt
                """
        )
        for submission in submissions {
            try statement.execute(arguments: [
                submission.dataSet, submission.unit, submission.period, submission.hash, submission.receipt.iso,
                submission.isExact,
            ])
        }
    }
}
