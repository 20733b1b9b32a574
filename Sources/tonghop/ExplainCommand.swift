import ArgumentParser
import Batch
import Plan
import SystemPackage

/// `tonghop explain`: why a figure is what it is, and what a code means.
struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Tells where a figure comes from, line by line, or what a finding's code means.",
        discussion: """
            The answer goes to standard output, in Vietnamese: the plan's wording, the condition, every value in it with the
            file and line that it came from, and for a commune or the city the units that miss the target. The inbox is read
            anew; nothing is written. With --out the answer says where it differs from the published set.

            INDICATOR is the id of one of the plan's indicators: `tonghop plan check` lists them, and the plan's own rules.

            Examples:
              tonghop explain INDICATOR --unit 31901002 --period 2026-Q1 --inbox inbox --out out
              tonghop explain INDICATOR --commune 11359 --period 2026-H1 --inbox inbox
              tonghop explain INDICATOR --city --period 2026-Y --inbox inbox --out out --all
              tonghop explain INDICATOR
              tonghop explain C3
            """
    )

    @Argument(
        help: ArgumentHelp("An indicator of the plan, or a finding's code, such as C3 or V1.", valueName: "code")
    )
    var code: String

    @Option(help: ArgumentHelp("Explain the figure of that unit.", valueName: "code"))
    var unit: String?

    @Option(help: ArgumentHelp("Explain the figure of that commune.", valueName: "code"))
    var commune: String?

    @Flag(help: "Explain the figure of the whole city.")
    var city = false

    @Option(help: ArgumentHelp("The period, such as 2026-Q1.", valueName: "id"))
    var period: String?

    @Option(help: ArgumentHelp("Folder of the files that schools sent.", valueName: "dir"))
    var inbox: String?

    @Option(
        help: ArgumentHelp("Folder of the published set, to compare with and to take receipts from.", valueName: "dir")
    )
    var out: String?

    @Option(help: ArgumentHelp("List of all units (default: don-vi.csv beside the inbox).", valueName: "file"))
    var roster: String?

    @Option(help: ArgumentHelp("The office's decisions.", valueName: "file"))
    var decisions: String?

    @Option(help: ArgumentHelp("Folder of the ledger (default: OUT/.tonghop).", valueName: "dir"))
    var state: String?

    @Option(
        help: ArgumentHelp("Compute as if it were that day (default: today in Hải Phòng).", valueName: "yyyy-mm-dd")
    )
    var asOf: CalendarDate?

    @Flag(help: "List every row and unit, not the first 20.")
    var all = false

    @OptionGroup(title: "Templates and limits")
    var templates: TemplateOptions

    @OptionGroup(title: "Output")
    var output: OutputOptions

    func validate() throws {
        let groups = [unit != nil, commune != nil, city].count { $0 }
        guard groups <= 1 else { throw ValidationError("--unit, --commune and --city exclude each other") }
        if groups == 1 {
            guard period != nil, inbox != nil else {
                throw ValidationError("a figure is explained of one period and one inbox: give --period and --inbox")
            }
        } else if period != nil || inbox != nil || out != nil {
            throw ValidationError("whose figure? Give --unit CODE, --commune CODE or --city")
        }
    }

    func run() throws {
        let progress = output.progress
        try exiting {
            let text = try answer(progress)
            progress.end()
            try StandardStreams.out(shownLines(text))
        }
    }

    private func answer(_ progress: Progress) throws -> String {
        let today = Clock.now.today
        let planFile = templates.plan.map { FilePath($0) }
        guard let subject, let period, let inbox else {
            return try explain(
                CodeQuestion(code: code, asOf: asOf ?? today, templates: templates.places, planFile: planFile)
            )
        }
        return try explain(
            ExplainOptions(
                indicator: code,
                subject: subject,
                period: period,
                inbox: FilePath(inbox),
                out: out.map { FilePath($0) },
                roster: roster.map { FilePath($0) },
                decisions: decisions.map { FilePath($0) },
                state: state.map { FilePath($0) },
                asOf: asOf ?? today,
                templates: templates.places,
                planFile: planFile,
                maxFileSize: templates.maxFileSize.bytes,
                limit: all ? nil : 20
            ),
            progress: { progress.step($0) }
        )
    }

    private var subject: ExplainOptions.Subject? {
        if let unit { return .unit(unit) }
        if let commune { return .commune(commune) }
        return city ? .city : nil
    }
}
