import ArgumentParser
import Batch
import Plan
import SystemPackage

/// `tonghop close`: a period is final.
struct CloseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "close",
        abstract:
            "Closes a period: it is written again as final, frozen in OUT/da-chot, and nothing changes it any more.",
        discussion: """
            The period is written from the very files that its figures were made of (OUT/hien-hanh/PERIOD/period.json); where
            one of them is missing or changed, nothing is closed. What comes later for the period becomes a finding (P4).

            Examples:
              tonghop close 2026-Q1 --inbox inbox --out out
              tonghop close 2026-Q1 --inbox inbox --out out --state /var/lib/tonghop
            """
    )

    @Argument(help: "Id of the period, such as 2026-Q1.")
    var period: String

    @Option(help: ArgumentHelp("Folder of the files that schools sent.", valueName: "dir"))
    var inbox: String

    @Option(help: ArgumentHelp("Folder that runs publish to.", valueName: "dir"))
    var out: String

    @Option(help: ArgumentHelp("List of all units (default: beside the inbox).", valueName: "file"))
    var roster: String?

    @Option(
        help: ArgumentHelp(
            "The office's decisions, where the figures were made with them (default: beside the inbox).",
            valueName: "file"
        )
    )
    var decisions: String?

    @Option(help: ArgumentHelp("Folder of the ledger (default: OUT/.tonghop).", valueName: "dir"))
    var state: String?

    @OptionGroup(title: "Templates and limits")
    var templates: TemplateOptions

    @OptionGroup(title: "Output")
    var output: OutputOptions

    func run() throws {
        let progress = output.progress
        try exiting(progress) {
            let report = try Batch.close(
                CloseOptions(
                    period: period,
                    inbox: FilePath(inbox),
                    out: FilePath(out),
                    state: state.map { FilePath($0) },
                    roster: roster.map { FilePath($0) },
                    decisions: decisions.map { FilePath($0) },
                    closedAt: Clock.now.timestamp,
                    closedBy: Environment.user,
                    templates: templates.places,
                    planFile: templates.plan.map { FilePath($0) },
                    maxFileSize: templates.maxFileSize.bytes,
                    version: version
                ),
                progress: { progress.step($0) }
            )
            progress.end()
            if !output.quiet { try StandardStreams.out(closingSummary(report)) }
        }
    }
}
