/// What is wrong with the text of an expression, and what to write instead.
package struct ExpressionError: Error, Hashable, Sendable {
    /// The place in the text, in characters from 1; nil where the fault is of meaning, and the message quotes the part.
    package let column: Int?
    package let message: String

    package init(column: Int? = nil, message: String) {
        self.column = column
        self.message = message
    }
}
