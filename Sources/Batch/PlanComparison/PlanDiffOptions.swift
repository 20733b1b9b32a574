import Plan
import SystemPackage

/// What `plan diff` is asked to do.
package struct PlanDiffOptions: Sendable {
    package var old: FilePath
    package var new: FilePath
    package var inbox: FilePath
    /// Whose closed periods and, unless `state` says otherwise, ledger are read; nil: neither.
    package var out: FilePath?
    package var roster: FilePath?
    package var decisions: FilePath?
    package var state: FilePath?
    package var asOf: CalendarDate
    package var templates: TemplatePlaces
    package var maxFileSize: Int
    /// How many findings and units are listed at a place; nil: all.
    package var limit: Int?

    package init(
        old: FilePath,
        new: FilePath,
        inbox: FilePath,
        out: FilePath? = nil,
        roster: FilePath? = nil,
        decisions: FilePath? = nil,
        state: FilePath? = nil,
        asOf: CalendarDate,
        templates: TemplatePlaces,
        maxFileSize: Int = 200 << 20,
        limit: Int? = 5
    ) {
        self.old = old
        self.new = new
        self.inbox = inbox
        self.out = out
        self.roster = roster
        self.decisions = decisions
        self.state = state
        self.asOf = asOf
        self.templates = templates
        self.maxFileSize = maxFileSize
        self.limit = limit
    }
}
