import ArgumentParser
import Batch
import Intake
import Plan
import SystemPackage

/// `tonghop check`: what is wrong with a file, before it is sent.
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Checks files without computing or writing anything.",
        discussion: """
            Findings go to standard output, in Vietnamese: for a school or for staff. Repeated ones are grouped in the text
            form, and stand one by one in the other forms, whose columns are those of findings.csv and findings.json.

            Examples:
              tonghop check bao-cao.csv --roster don-vi.csv
              tonghop check inbox/ --fail-on query
              tonghop check inbox/ --format csv > findings.csv
            """
    )

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, csv, json
    }

    @Argument(help: ArgumentHelp("Files and folders.", valueName: "file|dir"))
    var inputs: [String]

    @Option(help: ArgumentHelp("List of all units (default: don-vi.csv beside the first input).", valueName: "file"))
    var roster: String?

    @Option(help: "text, csv or json.")
    var format: Format = .text

    @Option(help: "Exit with 1 when there are findings of that severity or graver: error, query, never.")
    var failOn: FailOn = .error

    @Option(
        help: ArgumentHelp("Check as if it were that day (default: today in Hải Phòng).", valueName: "yyyy-mm-dd")
    )
    var asOf: CalendarDate?

    @OptionGroup(title: "Templates and limits")
    var templates: TemplateOptions

    @OptionGroup(title: "Output")
    var output: OutputOptions

    func run() throws {
        try exiting(output.progress) {
            let report = try Batch.check(
                CheckOptions(
                    inputs: inputs.map { FilePath($0) },
                    roster: roster.map { FilePath($0) },
                    asOf: asOf ?? Clock.now.today,
                    templates: templates.places,
                    planFile: templates.plan.map { FilePath($0) },
                    maxFileSize: templates.maxFileSize.bytes
                )
            )
            switch format {
            case .text:
                let paint: Paint = StandardStreams.outHasColours ? .colours : .plain
                try StandardStreams.out(checkView(report, isVerbose: output.verbose, paint: paint))
            case .csv: try StandardStreams.out(findingsCSV(report.result, plan: report.plan))
            case .json: try StandardStreams.out(findingsJSON(report.result, plan: report.plan))
            }
            try failOn.check(FindingCounts(open: report.result.findings))
        }
    }
}
