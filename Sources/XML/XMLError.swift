/// What is wrong with an XML document, and where.
package struct XMLError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The name of the document, as the reader was given it.
    package let file: String
    /// The line in the document, from 1; 0 where no line is known.
    package let line: Int
    /// What is wrong, in libxml2's words or ours.
    package let message: String

    package init(file: String, line: Int, message: String) {
        self.file = file
        self.line = line
        self.message = message
    }

    /// `file:line: message`
    package var description: String { "\(file):\(line): \(message)" }
}
