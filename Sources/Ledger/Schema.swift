import GRDB

/// The ledger's tables, migration by migration. A migration that was released is never changed; the next one changes what it made.
enum Schema {
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1 runs, files, submissions, publications") { database in
            try database.execute(
                sql: """
                    CREATE TABLE runs (
                        number INTEGER PRIMARY KEY AUTOINCREMENT,
                        id TEXT NOT NULL,
                        as_of TEXT NOT NULL,
                        started_at TEXT NOT NULL,
                        version TEXT NOT NULL,
                        summary TEXT NOT NULL,
                        records_receipts INTEGER NOT NULL
                    ) STRICT;
                    CREATE INDEX runs_by_date ON runs (records_receipts, as_of);

                    CREATE TABLE files (
                        sha256 TEXT NOT NULL,
                        path TEXT NOT NULL,
                        first_seen TEXT NOT NULL,
                        PRIMARY KEY (sha256, path)
                    ) STRICT, WITHOUT ROWID;

                    CREATE TABLE submissions (
                        data_set TEXT NOT NULL,
                        unit TEXT NOT NULL,
                        period TEXT NOT NULL,
                        hash TEXT NOT NULL,
                        receipt TEXT NOT NULL,
                        exact INTEGER NOT NULL,
                        PRIMARY KEY (data_set, unit, period, hash)
                    ) STRICT, WITHOUT ROWID;

                    CREATE TABLE publications (
                        run INTEGER PRIMARY KEY REFERENCES runs (number),
                        manifest_sha256 TEXT NOT NULL,
                        state TEXT NOT NULL CHECK (state IN ('intent', 'published', 'abandoned'))
                    ) STRICT;
                    """
            )
        }
        migrator.registerMigration("2 decisions") { database in
            try database.execute(
                sql: """
                    CREATE TABLE decisions (
                        kind TEXT NOT NULL,
                        subject TEXT NOT NULL,
                        decided_by TEXT NOT NULL,
                        decided_on TEXT NOT NULL,
                        reason TEXT NOT NULL,
                        first_run INTEGER NOT NULL REFERENCES runs (number),
                        last_run INTEGER NOT NULL REFERENCES runs (number),
                        PRIMARY KEY (kind, subject, decided_by, decided_on, reason)
                    ) STRICT, WITHOUT ROWID;
                    """
            )
        }
        // A closing publishes a set without being a run.
        migrator.registerMigration("3 closings") { database in
            try database.execute(
                sql: """
                    CREATE TABLE closings (
                        period TEXT NOT NULL,
                        issue INTEGER NOT NULL,
                        event TEXT NOT NULL CHECK (event IN ('closed', 'reopened')),
                        at TEXT NOT NULL,
                        by TEXT NOT NULL,
                        reason TEXT NOT NULL,
                        PRIMARY KEY (period, issue, event)
                    ) STRICT, WITHOUT ROWID;

                    CREATE TABLE all_publications (
                        publication INTEGER PRIMARY KEY AUTOINCREMENT,
                        run INTEGER UNIQUE REFERENCES runs (number),
                        manifest_sha256 TEXT NOT NULL,
                        state TEXT NOT NULL CHECK (state IN ('intent', 'published', 'abandoned'))
                    ) STRICT;
                    INSERT INTO all_publications (run, manifest_sha256, state)
                        SELECT run, manifest_sha256, state FROM publications ORDER BY run;
                    DROP TABLE publications;
                    ALTER TABLE all_publications RENAME TO publications;
                    """
            )
        }
        return migrator
    }
}
