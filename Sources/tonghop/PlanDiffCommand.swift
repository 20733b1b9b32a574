import ArgumentParser
import Batch
import Plan
import SystemPackage

/// `tonghop plan diff`: what would change under another plan.
struct PlanDiffCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "Runs two plans over the same submissions and tells what would change.",
        discussion: """
            The answer goes to standard output, in Vietnamese: which definitions differ, which findings would come and go, which
            units' results and which figures of the city would change. Nothing is written. A plan of another year is tried on
            the periods of the year whose submissions the inbox holds.

            Examples:
              tonghop plan diff templates/plan-2026.xml plan-2026-sua.xml --inbox inbox --out out
              tonghop plan diff templates/plan-2026.xml templates/plan-2027.xml --inbox inbox --as-of 2026-12-20
            """
    )

    @Argument(help: ArgumentHelp("The plan as it is.", valueName: "old"))
    var old: String

    @Argument(help: ArgumentHelp("The plan as it would be.", valueName: "new"))
    var new: String

    @Option(help: ArgumentHelp("Folder of the files that schools sent.", valueName: "dir"))
    var inbox: String

    @Option(
        help: ArgumentHelp("Folder of the published set, to take receipts and closed periods from.", valueName: "dir")
    )
    var out: String?

    @Option(help: ArgumentHelp("List of all units (default: don-vi.csv beside the inbox).", valueName: "file"))
    var roster: String?

    @Option(help: ArgumentHelp("The office's decisions.", valueName: "file"))
    var decisions: String?

    @Option(help: ArgumentHelp("Folder of the ledger (default: OUT/.tonghop).", valueName: "dir"))
    var state: String?

    @Option(
        help: ArgumentHelp("Compute as if it were that day (default: today in Hải Phòng).", valueName: "yyyy-mm-dd")
    )
    var asOf: CalendarDate?

    @Option(
        help: ArgumentHelp(
            "Folder of the templates (default: TONGHOP_TEMPLATES, the installed ones).",
            valueName: "dir"
        )
    )
    var templates: String?

    @Option(help: ArgumentHelp("Largest file that is read, such as 200M.", valueName: "size"))
    var maxFileSize = FileSize(bytes: 200 << 20)

    @Flag(help: "List every finding and unit, not the first 5.")
    var all = false

    @OptionGroup(title: "Output")
    var output: OutputOptions

    func run() throws {
        let progress = output.progress
        try exiting {
            let text = try planDiff(
                PlanDiffOptions(
                    old: FilePath(old),
                    new: FilePath(new),
                    inbox: FilePath(inbox),
                    out: out.map { FilePath($0) },
                    roster: roster.map { FilePath($0) },
                    decisions: decisions.map { FilePath($0) },
                    state: state.map { FilePath($0) },
                    asOf: asOf ?? Clock.now.today,
                    templates: TemplatePlaces(named: templates),
                    maxFileSize: maxFileSize.bytes,
                    limit: all ? nil : 5
                ),
                progress: { progress.step($0) }
            )
            progress.end()
            try StandardStreams.out(shownLines(text))
        }
    }
}
