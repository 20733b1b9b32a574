import ArgumentParser
import Logging

/// How much a command says, and how.
struct OutputOptions: ParsableArguments {
    @Flag(name: .shortAndLong, help: "Say nothing but errors.")
    var quiet = false

    @Flag(name: .shortAndLong, help: "Say more: each step and its duration.")
    var verbose = false

    @Option(help: "Log on standard error: text (warnings, unless --verbose), json (one object a line).")
    var logFormat: LogFormat = .text

    func validate() throws {
        if quiet, verbose { throw ValidationError("--quiet and --verbose exclude each other") }
    }

    /// What is told from this level on; json is for a program that picks out itself what it wants.
    var level: Logger.Level {
        if quiet { return .error }
        if verbose { return .debug }
        return logFormat == .json ? .info : .warning
    }

    /// A new one: a command asks for it once.
    var progress: Progress {
        let hasBar =
            !quiet && logFormat == .text && StandardStreams.errIsTerminal && Environment.value("TERM") != "dumb"
        let bar = hasBar ? ProgressBar(width: StandardStreams.errWidth, write: StandardStreams.err) : nil
        let log = Logger(label: "tonghop") { _ in
            LineLog(
                logFormat,
                level: level,
                now: { Clock.now.timestamp },
                write: { bar?.writeLine($0) ?? StandardStreams.err($0) }
            )
        }
        return Progress(log: log, format: logFormat, bar: bar)
    }
}
