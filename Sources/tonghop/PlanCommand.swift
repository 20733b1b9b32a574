import ArgumentParser

/// `tonghop plan`: work on plans themselves.
struct PlanCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan",
        abstract: "Looks at plans.",
        subcommands: [PlanCheckCommand.self, PlanDiffCommand.self]
    )
}
