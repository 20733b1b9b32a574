/// What a command is doing, told while it does it: for a terminal, or for a log.
package enum ProgressEvent: Sendable, Equatable, ExpressibleByStringLiteral {
    /// A step has begun; its words, in Vietnamese.
    case step(String)
    /// So many of the step's files or workbooks are done.
    case part(Int, of: Int)
    /// The run's id is known from here on.
    case run(RunID)
    /// The set stands in its place; the run's number in the ledger.
    case published(number: Int64)

    package init(stringLiteral words: String) {
        self = .step(words)
    }
}

/// Who is told; from several threads at once, so that parts may come out of order.
package typealias ProgressListener = @Sendable (ProgressEvent) -> Void
