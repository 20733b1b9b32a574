import ArgumentParser

/// `tonghop`: the command of which all others are a part.
@main
struct TonghopCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tonghop",
        abstract:
            "Gathers schools' reports on the security movement (ANTQ), checks them, and writes the city's workbooks.",
        discussion: """
            Give it an inbox of CSV and Excel files, with the roster don-vi.csv beside it, and a folder to write to:

              tonghop run --inbox /srv/antq/inbox --out /srv/antq/out

            Exit status: 0 done; 1 findings at or above --fail-on; 64 usage; 65 no input could be used, or the roster has
            errors; 70 internal; 73 output cannot be written; 75 another run holds the lock; 78 the plan is invalid.
            """,
        version: version,
        subcommands: [
            RunCommand.self, CheckCommand.self, StatusCommand.self, CloseCommand.self, ReopenCommand.self,
            ExplainCommand.self, VerifyCommand.self, PlanCommand.self, RosterCommand.self, FormsCommand.self,
        ]
    )
}
