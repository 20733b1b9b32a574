import Plan

/// When the rows of a submission were first seen.
package struct Receipt: Sendable, Hashable {
    /// The as-of date of the first run that saw the same rows.
    package let date: CalendarDate
    /// Whether a run of one to three days before it did not see them yet: the date is then known to the day or nearly so.
    package let isExact: Bool

    package init(date: CalendarDate, isExact: Bool) {
        self.date = date
        self.isExact = isExact
    }
}

/// What tells one submission from another: the same rows, by values, in any order, file or format.
package struct SubmissionKey: Sendable, Hashable {
    /// Name of the data set, such as `bao-cao`.
    package let dataSet: String
    /// The unit's code.
    package let unit: String
    /// The period's id, or empty where the data set has none.
    package let period: String
    /// SHA-256 of the rows' canonical texts, in lower-case hexadecimal digits.
    package let hash: String

    package init(dataSet: String, unit: String, period: String, hash: String) {
        self.dataSet = dataSet
        self.unit = unit
        self.period = period
        self.hash = hash
    }
}

/// The receipts that the ledger tells, and what a submission that it does not know gets.
package struct Receipts: Sendable {
    package let known: [SubmissionKey: Receipt]
    package let unknown: Receipt

    package init(known: [SubmissionKey: Receipt], unknown: Receipt) {
        self.known = known
        self.unknown = unknown
    }

    package func receipt(of key: SubmissionKey) -> Receipt {
        known[key] ?? unknown
    }
}
