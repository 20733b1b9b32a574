import Intake
import Plan
import Records
import SystemPackage

/// What a run did, as values: the summary and the exit status are made of it.
package struct RunReport: Sendable {
    package enum Outcome: Sendable {
        /// The set was written and stands in `OUT/hien-hanh`.
        case published
        /// `--period auto` found no open period: nothing was changed.
        case nothingToDo
    }

    package var outcome: Outcome
    package var run: RunID
    package var version: String
    package var asOf: CalendarDate
    /// File name of the plan, such as `plan-2026.xml`.
    package var plan: String
    /// The periods that were computed, in the plan's order.
    package var periods: [PeriodSummary]
    /// Ids of the periods that were carried over as they stood.
    package var carriedOver: [String]
    /// Paths in the published set that somebody had changed; their periods were computed anew where possible.
    package var tamperedOutputs: [String]
    /// Paths of inputs of the last run that are gone.
    package var goneInputs: [String]
    /// Number of files by outcome.
    package var files: [FileOutcome: Int]
    package var rows: RowBalance
    package var findings: FindingCounts
    /// Nil where the run had none.
    package var decisions: DecisionCounts?
    /// Nil where no answers came.
    package var answers: AnswerCounts?
    /// `OUT/hien-hanh`
    package var set: FilePath
    /// The file that this summary was written to, once it was.
    package var log: FilePath?
    /// The closings in force, whose periods stand in the set as they were closed.
    package var closed: [ClosedIssue] = []
    /// Files and folders of the inbox that could not be read, each with the reason.
    package var unreadInputs: [String] = []
    /// How many units would now have other facts in a closed period (P4), once a period.
    package var lateChanges = 0
    /// What is different from the set that stood before; nil where nothing was published.
    package var changes: SetChanges?
    /// All periods of the published set, those that were carried over too.
    package var setPeriods: [Manifest.Period] = []
    /// What failed after the set was published and does not touch it: the ledger's backup, the log.
    package var warnings: [String] = []

    package init(
        outcome: Outcome,
        run: RunID,
        version: String,
        asOf: CalendarDate,
        plan: String,
        periods: [PeriodSummary],
        carriedOver: [String] = [],
        tamperedOutputs: [String] = [],
        goneInputs: [String] = [],
        files: [FileOutcome: Int],
        rows: RowBalance,
        findings: FindingCounts,
        decisions: DecisionCounts? = nil,
        answers: AnswerCounts? = nil,
        set: FilePath,
        log: FilePath? = nil
    ) {
        self.outcome = outcome
        self.run = run
        self.version = version
        self.asOf = asOf
        self.plan = plan
        self.periods = periods
        self.carriedOver = carriedOver
        self.tamperedOutputs = tamperedOutputs
        self.goneInputs = goneInputs
        self.files = files
        self.rows = rows
        self.findings = findings
        self.decisions = decisions
        self.answers = answers
        self.set = set
        self.log = log
    }
}

/// How many decisions of the office were applied, and how many could not be.
package struct DecisionCounts: Sendable, Equatable {
    package let applied: Int
    package let notApplicable: Int

    init(applied: Int, notApplicable: Int) {
        self.applied = applied
        self.notApplicable = notApplicable
    }

    /// Nil where there are none.
    init?(_ decisions: [DecisionRecord]) {
        guard !decisions.isEmpty else { return nil }
        applied = decisions.count { $0.isApplied }
        notApplicable = decisions.count - applied
    }
}

/// How many answers of units came, and how many queries are answered.
package struct AnswerCounts: Sendable, Equatable {
    package let received: Int
    package let answered: Int

    /// Nil where no answers came.
    init?(_ result: IntakeResult) {
        received = result.files.reduce(0) { $0 + ($1.feedback?.answers.count ?? 0) }
        answered = result.findings.count { $0.state == .answered }
        if received == 0 { return nil }
    }
}

/// What `check` found.
package struct CheckReport: Sendable {
    /// The plan by which the files were read: it names data sets and words messages.
    package let plan: Plan
    package let result: IntakeResult
    /// Rules that could not be asked: they need data sets, or a roster, that are not among the files.
    package let unchecked: [Rule]

    package init(plan: Plan, result: IntakeResult, unchecked: [Rule] = []) {
        self.plan = plan
        self.result = result
        self.unchecked = unchecked
    }
}
