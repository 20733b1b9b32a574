import Batch
import Logging
import Synchronization

/// How a command speaks while it works, on standard error: its log, and on a terminal a bar.
final class Progress: Sendable {
    private struct State {
        var log: Logger
        /// The step under way, when it began, and how many parts of it are done.
        var step: (words: String, began: ContinuousClock.Instant, parts: Int)?
    }

    private let state: Mutex<State>
    private let bar: ProgressBar?
    let format: LogFormat

    /// - Parameters:
    ///   - log: what lines are written to; over the bar, where there is one.
    init(log: Logger, format: LogFormat, bar: ProgressBar?) {
        state = Mutex(State(log: log))
        self.format = format
        self.bar = bar
    }

    /// What lines are written to; with the run's id once it is known.
    var log: Logger { state.withLock { $0.log } }

    /// Is told what the command is doing; from several threads.
    func step(_ event: ProgressEvent) {
        switch event {
        case .step(let words):
            endStep()
            state.withLock { $0.step = (words, .now, 0) }
            log.debug("bắt đầu: \(words)")
            bar?.begin(words)
        case .part(let done, let all):
            state.withLock { state in
                if let parts = state.step?.parts { state.step?.parts = max(parts, done) }
            }
            bar?.advance(to: done, of: all)
        case .run(let id): state.withLock { $0.log[metadataKey: LogLine.runKey] = .string(id.text) }
        case .published(let number):
            log.notice("đã công bố bộ số liệu", metadata: ["number": .stringConvertible(number)])
        }
    }

    /// Nothing more is done: the bar goes.
    func end() {
        endStep()
        bar?.end()
    }

    /// What stopped the command. A log for programs holds no lines of somebody's file: `roster check` and `check` tell those.
    func fail(_ error: BatchError) {
        bar?.end()
        guard format == .json else { return StandardStreams.err("tonghop: \(error.message)\n") }
        var fields: Logger.Metadata = ["exit_status": .stringConvertible(error.exitStatus)]
        if case .input(_, let details) = error { fields["details"] = .stringConvertible(details.count) }
        log.error("\(error.headline)", metadata: fields)
    }

    private func endStep() {
        let (log, step) = state.withLock { state in
            defer { state.step = nil }
            return (state.log, state.step)
        }
        guard let step else { return }
        var fields: Logger.Metadata = ["seconds": .stringConvertible(Self.seconds(since: step.began))]
        if step.parts > 0 { fields["parts"] = .stringConvertible(step.parts) }
        log.info("xong: \(step.words)", metadata: fields)
    }

    /// To the millisecond.
    private static func seconds(since began: ContinuousClock.Instant) -> Double {
        let (seconds, attoseconds) = began.duration(to: .now).components
        return Double(seconds * 1_000 + attoseconds / 1_000_000_000_000_000) / 1_000
    }
}

extension BatchError {
    /// The message without the lines of a file.
    fileprivate var headline: String {
        if case .input(let text, _) = self { text } else { message }
    }
}
