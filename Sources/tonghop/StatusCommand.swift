import ArgumentParser
import Batch
import SystemPackage

/// `tonghop status`: who has reported, or one line for monitoring.
struct StatusCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "Tells who has reported, who is late and who is missing, by commune; or one line for monitoring.",
        discussion: """
            Reads the published set and the ledger. It takes no lock and writes nothing: a run may be at work meanwhile.

            With --health: one line, and 0 (OK), 1 (WARNING) or 2 (CRITICAL) as exit status, as monitoring plug-ins do.

            Examples:
              tonghop status --out out
              tonghop status --out out --period 2026-Q1 | less
              tonghop status --out out --state /var/lib/tonghop --health --max-age 26h
            """
    )

    @Option(help: ArgumentHelp("Folder that the runs write to.", valueName: "dir"))
    var out: String

    @Option(help: ArgumentHelp("Folder of the ledger (default: OUT/.tonghop).", valueName: "dir"))
    var state: String?

    @Option(help: ArgumentHelp("Period to show (default: the one due next, or the newest).", valueName: "id"))
    var period: String?

    @Flag(help: "Print one line for monitoring.")
    var health = false

    @Option(help: ArgumentHelp("Oldest last success that is in order, such as 26h, 90m or 2d.", valueName: "age"))
    var maxAge = Age(seconds: 26 * 3_600)

    func validate() throws {
        if health, period != nil { throw ValidationError("--health and --period exclude each other") }
    }

    func run() throws {
        let clock = Clock.now
        let state = state.map { FilePath($0) }
        try exiting {
            if health {
                let findings = HealthFindings(out: FilePath(out), state: state)
                let answer = Health(findings, maxAge: maxAge.seconds, now: clock.moment)
                try StandardStreams.out(answer.line)
                if answer.level != .ok { throw ExitCode(answer.level.rawValue) }
                return
            }
            let report = try Batch.status(
                StatusOptions(out: FilePath(out), state: state, period: period, today: clock.today)
            )
            let paint: Paint = StandardStreams.outHasColours ? .colours : .plain
            try StandardStreams.out(statusView(report, width: StandardStreams.outWidth, paint: paint))
        }
    }
}

/// A length of time, as `26h`, `90m`, `2d` or `3600s`.
struct Age: ExpressibleByArgument, CustomStringConvertible {
    let seconds: Int

    init(seconds: Int) {
        self.seconds = seconds
    }

    init?(argument: String) {
        let units: [Character: Int] = ["s": 1, "m": 60, "h": 3_600, "d": 86_400]
        guard let unit = argument.last.flatMap({ units[$0] }), let number = Int(argument.dropLast()), number >= 0,
            number <= 1_000_000
        else { return nil }
        seconds = number * unit
    }

    var description: String { seconds % 3_600 == 0 ? "\(seconds / 3_600)h" : "\(seconds)s" }
    var defaultValueDescription: String { description }
}
