import Plan

extension Ledger {
    /// A run, as it is recorded.
    package struct Run: Sendable, Equatable {
        /// The run's id, in full; two runs over the same inputs have the same.
        package let id: String
        package let asOf: CalendarDate
        /// When the command was started, as the caller's clock told it.
        package let startedAt: String
        /// The program's version.
        package let version: String
        package let summary: String
        /// Whether it gave receipts: only a run dated by the clock does, and only such runs make receipts exact.
        package let recordsReceipts: Bool

        package init(
            id: String,
            asOf: CalendarDate,
            startedAt: String,
            version: String,
            summary: String,
            recordsReceipts: Bool
        ) {
            self.id = id
            self.asOf = asOf
            self.startedAt = startedAt
            self.version = version
            self.summary = summary
            self.recordsReceipts = recordsReceipts
        }
    }

    /// A file that was received.
    package struct File: Sendable, Equatable {
        /// Lower-case hexadecimal digits.
        package let sha256: String
        /// Below the inbox, as shown.
        package let path: String

        package init(sha256: String, path: String) {
            self.sha256 = sha256
            self.path = path
        }
    }

    /// The rows of one unit, data set and period in one file, and when they were first seen.
    package struct Submission: Sendable, Equatable {
        /// Name of the data set, such as `bao-cao`.
        package let dataSet: String
        /// The unit's code.
        package let unit: String
        /// The period's id, or empty where the data set has none.
        package let period: String
        /// Of the rows' canonical texts.
        package let hash: String
        /// The as-of date of the first run that saw these rows.
        package let receipt: CalendarDate
        /// Whether a run of one to three days before that did not see them.
        package let isExact: Bool

        package init(
            dataSet: String,
            unit: String,
            period: String,
            hash: String,
            receipt: CalendarDate,
            isExact: Bool
        ) {
            self.dataSet = dataSet
            self.unit = unit
            self.period = period
            self.hash = hash
            self.receipt = receipt
            self.isExact = isExact
        }
    }
}
