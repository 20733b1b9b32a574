import ArgumentParser
import Batch
import SystemPackage

/// `tonghop reopen`: a closed period is corrected.
struct ReopenCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reopen",
        abstract: "Opens a closed period again; the next run computes it, and close makes its next issue.",
        discussion: """
            What was closed stays in OUT/da-chot as it was signed. Who reopened the period, when and why, stands beside it.

            Example:
              tonghop reopen 2026-Q1 --out out --reason "Công văn 12/CV: trường Lê Lợi gửi lại số liệu"
            """
    )

    @Argument(help: "Id of the period, such as 2026-Q1.")
    var period: String

    @Option(help: ArgumentHelp("Folder that runs publish to.", valueName: "dir"))
    var out: String

    @Option(help: ArgumentHelp("Folder of the ledger (default: OUT/.tonghop).", valueName: "dir"))
    var state: String?

    @Option(help: ArgumentHelp("Why it is reopened.", valueName: "text"))
    var reason: String

    @Flag(name: .shortAndLong, help: "Say nothing but errors.")
    var quiet = false

    func run() throws {
        try exiting {
            let report = try Batch.reopen(
                ReopenOptions(
                    period: period,
                    out: FilePath(out),
                    state: state.map { FilePath($0) },
                    reason: reason,
                    reopenedAt: Clock.now.timestamp,
                    reopenedBy: Environment.user
                )
            )
            if !quiet { try StandardStreams.out(reopeningSummary(report)) }
        }
    }
}
