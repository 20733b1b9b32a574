/// What stops a command; never what a school did, which is a finding.
package enum BatchError: Error, Sendable {
    /// The command asks for what there is not, such as an unknown period.
    case usage(String)
    /// No input could be used, or the roster has errors: `details` lists them, line by line, in Vietnamese.
    case input(String, details: [String])
    /// Another run holds the lock.
    case locked(String)
    /// The output, or the ledger, cannot be written or is damaged.
    case output(String)
    /// The plan, or another template, is invalid: one line an error, with file and line.
    case plan([String])
    /// A fault of the program: a balance that does not hold, a figure that differs from itself.
    case internalFault(String)

    /// What a person reads who started the command.
    package var message: String {
        switch self {
        case .usage(let text), .locked(let text), .output(let text), .internalFault(let text): text
        case .input(let text, let details): ([text] + details).joined(separator: "\n")
        case .plan(let errors): errors.joined(separator: "\n")
        }
    }
}
