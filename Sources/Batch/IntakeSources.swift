import Plan
import SystemPackage

/// What is taken in, and as of which day: of a run, and of commands that look at the same submissions again.
struct IntakeSources {
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
    var sources: IntakeSources {
        IntakeSources(inbox: inbox, roster: roster, decisions: decisions, asOf: asOf, maxFileSize: maxFileSize)
    }
}
