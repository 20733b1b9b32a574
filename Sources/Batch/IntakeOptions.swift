import Plan
import SystemPackage

/// What is taken in, and as of which day: the same for a run, for a closing, and for whoever asks what a run would make of it.
struct IntakeOptions: Sendable {
    let inbox: FilePath
    /// Nil: `don-vi.csv` beside the inbox folder.
    let roster: FilePath?
    /// The office's decisions; nil: none.
    let decisions: FilePath?
    let asOf: CalendarDate
    /// Bytes of one file of the inbox (F7).
    let maxFileSize: Int
}

extension RunOptions {
    var intake: IntakeOptions {
        IntakeOptions(inbox: inbox, roster: roster, decisions: decisions, asOf: asOf, maxFileSize: maxFileSize)
    }
}

extension ExplainOptions {
    var intake: IntakeOptions {
        IntakeOptions(inbox: inbox, roster: roster, decisions: decisions, asOf: asOf, maxFileSize: maxFileSize)
    }
}

extension PlanDiffOptions {
    var intake: IntakeOptions {
        IntakeOptions(inbox: inbox, roster: roster, decisions: decisions, asOf: asOf, maxFileSize: maxFileSize)
    }
}
