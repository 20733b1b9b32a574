import Plan
import Records

/// What reading a file needs to know; the same for all files of a run.
package struct ReadingContext: Sendable {
    package let plan: Plan
    package let roster: Roster
    /// Ids of periods of other years' plans in `templates/`, such as `2025-Q1` (P6).
    package let otherPeriods: Set<String>
    /// The day of the run: dates after it get P3.
    package let asOf: CalendarDate
    package let limits: IntakeLimits
    /// The plan's headers and words, folded once for all files.
    let vocabulary: Vocabulary
    /// Which files of the inbox are inputs; nil: all. Closing a period reads those alone that its figures were made of.
    package var isInput: (@Sendable (InboxFile) -> Bool)?

    package init(
        plan: Plan,
        roster: Roster,
        otherPeriods: Set<String>,
        asOf: CalendarDate,
        limits: IntakeLimits = IntakeLimits()
    ) {
        self.plan = plan
        self.roster = roster
        self.otherPeriods = otherPeriods
        self.asOf = asOf
        self.limits = limits
        vocabulary = Vocabulary(plan)
    }
}

/// Bounds against hostile input.
package struct IntakeLimits: Sendable {
    /// Bytes of one file (F7).
    package var fileSize = 200 << 20
    /// Characters of a text cell (C7).
    package var textLength = 2_000

    package init() {}
}
