import ArgumentParser

/// `tonghop roster`: work on the list of units.
struct RosterCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "roster",
        abstract: "Looks at the list of units.",
        subcommands: [RosterCheckCommand.self]
    )
}
