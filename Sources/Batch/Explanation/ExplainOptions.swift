import Plan
import SystemPackage

/// What `explain INDICATOR` is asked to do.
package struct ExplainOptions: Sendable {
    /// Whose figure.
    package enum Subject: Sendable, Equatable {
        /// By their codes.
        case unit(String)
        case commune(String)
        case city
    }

    /// The indicator's id, in any case of letters.
    package var indicator: String
    package var subject: Subject
    /// Id of a period.
    package var period: String
    package var inbox: FilePath
    /// Where the published set, the closed periods and, unless `state` says otherwise, the ledger lie; nil: none are looked at.
    package var out: FilePath?
    package var roster: FilePath?
    package var decisions: FilePath?
    package var state: FilePath?
    package var asOf: CalendarDate
    package var templates: TemplatePlaces
    package var planFile: FilePath?
    package var maxFileSize: Int
    /// How many rows and units are listed at a place; nil: all.
    package var limit: Int?

    package init(
        indicator: String,
        subject: Subject,
        period: String,
        inbox: FilePath,
        out: FilePath? = nil,
        roster: FilePath? = nil,
        decisions: FilePath? = nil,
        state: FilePath? = nil,
        asOf: CalendarDate,
        templates: TemplatePlaces,
        planFile: FilePath? = nil,
        maxFileSize: Int = 200 << 20,
        limit: Int? = 20
    ) {
        self.indicator = indicator
        self.subject = subject
        self.period = period
        self.inbox = inbox
        self.out = out
        self.roster = roster
        self.decisions = decisions
        self.state = state
        self.asOf = asOf
        self.templates = templates
        self.planFile = planFile
        self.maxFileSize = maxFileSize
        self.limit = limit
    }
}
