import ArgumentParser
import Batch
import Plan
import SystemPackage

/// `tonghop run`: the nightly run.
struct RunCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Checks an inbox, computes the periods' figures, and publishes the workbooks.",
        discussion: """
            What is published stands in OUT/hien-hanh and is replaced as a whole. The inbox is never changed. A summary in
            Vietnamese goes to standard output and to OUT/nhat-ky.

            Examples:
              tonghop run --inbox inbox --out out
              tonghop run --inbox inbox --out out --period 2026-Q1,2026-H1
              tonghop run --inbox inbox --out /tmp/try --as-of 2026-12-20
              tonghop run --inbox inbox --out out --decisions quyet-dinh.csv
              tonghop run --inbox inbox --out out --state /var/lib/tonghop --quiet
            """
    )

    @Option(help: ArgumentHelp("Folder of the files that schools sent.", valueName: "dir"))
    var inbox: String

    @Option(help: ArgumentHelp("Folder to write to; made where it is missing.", valueName: "dir"))
    var out: String

    @Option(help: ArgumentHelp("List of all units (default: don-vi.csv beside the inbox).", valueName: "file"))
    var roster: String?

    @Option(
        help: ArgumentHelp(
            "The office's decisions: files that do not count, cells that are corrected (CSV, outside the inbox).",
            valueName: "file"
        )
    )
    var decisions: String?

    @Option(help: "Periods to compute: auto, or ids such as 2026-Q1,2026-H1.")
    var period = "auto"

    @Option(
        help: ArgumentHelp(
            "Compute as if it were that day (default: today in Hải Phòng); no receipts are recorded.",
            valueName: "yyyy-mm-dd"
        )
    )
    var asOf: CalendarDate?

    @Option(help: ArgumentHelp("Folder of the ledger (default: OUT/.tonghop).", valueName: "dir"))
    var state: String?

    @Option(help: "Exit with 1 when there are findings of that severity or graver: error, query, never.")
    var failOn: FailOn = .never

    @OptionGroup(title: "Templates and limits")
    var templates: TemplateOptions

    @OptionGroup(title: "Output")
    var output: OutputOptions

    func run() throws {
        let progress = output.progress
        let periods = try periodIDs()
        let clock = Clock.now
        let options = RunOptions(
            inbox: FilePath(inbox),
            out: FilePath(out),
            roster: roster.map { FilePath($0) },
            decisions: decisions.map { FilePath($0) },
            state: state.map { FilePath($0) },
            periods: periods,
            asOf: asOf ?? clock.today,
            today: clock.today,
            isDatedByClock: asOf == nil,
            startedAt: clock.timestamp,
            templates: templates.places,
            planFile: templates.plan.map { FilePath($0) },
            maxFileSize: templates.maxFileSize.bytes,
            version: version
        )
        tellStart(options, progress.log)
        try exiting(progress) {
            let report = try recordingMetrics(options, since: clock.moment) { options throws(BatchError) in
                try Batch.run(options) { progress.step($0) }
            }
            progress.end()
            tellEnd(report, progress.log)
            if !output.quiet { try StandardStreams.out(runSummary(report)) }
            try failOn.check(report.findings)
        }
    }

    /// Nil for `auto`.
    private func periodIDs() throws -> [String]? {
        if period == "auto" { return nil }
        let ids = period.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        guard ids.allSatisfy({ !$0.isEmpty }) else {
            throw ValidationError("--period wants auto, or ids such as 2026-Q1,2026-H1")
        }
        return ids
    }
}
