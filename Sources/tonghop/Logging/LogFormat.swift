import ArgumentParser

/// How the lines of the log look.
enum LogFormat: String, ExpressibleByArgument, CaseIterable {
    /// For people.
    case text
    /// One object a line, for programs.
    case json
}
