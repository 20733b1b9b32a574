/// What makes a table of text unreadable from a row on. The rows before it were delivered; nothing after it is read.
package enum TokenizerError: Error, Equatable, Sendable {
    /// A quote opened on this line and never closed.
    case unbalancedQuote(line: Int)

    /// The row that starts on this line has more cells than `Tokenizer.cellLimit`.
    case tooManyCells(line: Int)

    /// A cell that starts on this line is longer than `Tokenizer.cellLengthLimit`.
    case cellTooLong(line: Int)
}
