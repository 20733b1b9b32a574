import Plan
import SystemPackage

/// What `close` is asked to do; clock and user enter here, as values.
package struct CloseOptions: Sendable {
    /// Id of the period.
    package var period: String
    package var inbox: FilePath
    package var out: FilePath
    /// Where the ledger lies; nil: `OUT/.tonghop`.
    package var state: FilePath?
    /// Nil: beside the inbox, by the names that `period.json` has.
    package var roster: FilePath?
    package var decisions: FilePath?
    /// When the command was started: `2026-03-21T09:12:00+07:00`.
    package var closedAt: String
    /// The user who closes the period.
    package var closedBy: String
    package var templates: TemplatePlaces
    package var planFile: FilePath?
    package var maxFileSize: Int
    /// The program's version.
    package var version: String

    package init(
        period: String,
        inbox: FilePath,
        out: FilePath,
        state: FilePath? = nil,
        roster: FilePath? = nil,
        decisions: FilePath? = nil,
        closedAt: String,
        closedBy: String,
        templates: TemplatePlaces,
        planFile: FilePath? = nil,
        maxFileSize: Int = 200 << 20,
        version: String
    ) {
        self.period = period
        self.inbox = inbox
        self.out = out
        self.state = state
        self.roster = roster
        self.decisions = decisions
        self.closedAt = closedAt
        self.closedBy = closedBy
        self.templates = templates
        self.planFile = planFile
        self.maxFileSize = maxFileSize
        self.version = version
    }

    package var stateFolder: FilePath { state ?? out.appending(".tonghop") }
}

/// What `reopen` is asked to do.
package struct ReopenOptions: Sendable {
    package var period: String
    package var out: FilePath
    package var state: FilePath?
    package var reason: String
    package var reopenedAt: String
    package var reopenedBy: String

    package init(
        period: String,
        out: FilePath,
        state: FilePath? = nil,
        reason: String,
        reopenedAt: String,
        reopenedBy: String
    ) {
        self.period = period
        self.out = out
        self.state = state
        self.reason = reason
        self.reopenedAt = reopenedAt
        self.reopenedBy = reopenedBy
    }

    package var stateFolder: FilePath { state ?? out.appending(".tonghop") }
}
