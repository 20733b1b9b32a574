/// What is wrong at one place of a plan, and what to do about it.
package struct PlanError: Hashable, Sendable, CustomStringConvertible {
    /// The name of the file, as the loader was given it.
    package let file: String
    /// The line on which the element in question begins, from 1; 0 where none is known.
    package let line: Int
    /// What is wrong and how to mend it.
    package let message: String

    package init(file: String, line: Int, message: String) {
        self.file = file
        self.line = line
        self.message = message
    }

    /// `file:line: message`
    package var description: String { "\(file):\(line): \(message)" }
}

/// Everything that is wrong with a plan, found in one pass, in the order of lines.
package struct PlanErrors: Error, Hashable, Sendable, CustomStringConvertible {
    /// Never empty.
    package let errors: [PlanError]

    package init(_ errors: [PlanError]) {
        self.errors = errors
    }

    /// One error a line.
    package var description: String {
        errors.map(\.description).joined(separator: "\n")
    }
}
