import Plan
import SystemPackage

/// What a run is asked to do; everything that comes from outside enters here, as values.
package struct RunOptions: Sendable {
    package var inbox: FilePath
    package var out: FilePath
    /// Nil: `don-vi.csv` beside the inbox folder.
    package var roster: FilePath?
    /// The office's decisions; nil: none.
    package var decisions: FilePath?
    /// Where the ledger lies; nil: `OUT/.tonghop`.
    package var state: FilePath?
    /// Ids of periods of one plan; nil: those that `--period auto` means.
    package var periods: [String]?
    package var asOf: CalendarDate
    /// The day in Hải Phòng when the command was started.
    package var today: CalendarDate
    /// Whether this run may record receipts: it is dated by the clock, not by `--as-of`.
    package var isDatedByClock: Bool
    /// When the command was started, as the ledger tells it: `2026-12-20T01:00:03+07:00`.
    package var startedAt: String
    package var templates: TemplatePlaces
    package var planFile: FilePath?
    /// Bytes of one file of the inbox (F7).
    package var maxFileSize: Int
    /// The program's version.
    package var version: String

    package init(
        inbox: FilePath,
        out: FilePath,
        roster: FilePath? = nil,
        decisions: FilePath? = nil,
        state: FilePath? = nil,
        periods: [String]? = nil,
        asOf: CalendarDate,
        today: CalendarDate,
        isDatedByClock: Bool,
        startedAt: String,
        templates: TemplatePlaces,
        planFile: FilePath? = nil,
        maxFileSize: Int = 200 << 20,
        version: String
    ) {
        self.inbox = inbox
        self.out = out
        self.roster = roster
        self.decisions = decisions
        self.state = state
        self.periods = periods
        self.asOf = asOf
        self.today = today
        self.isDatedByClock = isDatedByClock
        self.startedAt = startedAt
        self.templates = templates
        self.planFile = planFile
        self.maxFileSize = maxFileSize
        self.version = version
    }

    /// The folder of the ledger.
    package var stateFolder: FilePath { state ?? out.appending(".tonghop") }
}

/// What `check` is asked to do.
package struct CheckOptions: Sendable {
    /// Files and folders, as given.
    package var inputs: [FilePath]
    package var roster: FilePath?
    package var asOf: CalendarDate
    package var templates: TemplatePlaces
    package var planFile: FilePath?
    package var maxFileSize: Int

    package init(
        inputs: [FilePath],
        roster: FilePath? = nil,
        asOf: CalendarDate,
        templates: TemplatePlaces,
        planFile: FilePath? = nil,
        maxFileSize: Int = 200 << 20
    ) {
        self.inputs = inputs
        self.roster = roster
        self.asOf = asOf
        self.templates = templates
        self.planFile = planFile
        self.maxFileSize = maxFileSize
    }
}
