import ArgumentParser
import Batch
import Plan
import SystemPackage

/// `tonghop forms`: what schools fill in.
struct FormsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "forms",
        abstract: "Writes blank entry forms, one workbook a data set.",
        discussion: """
            The forms stand in OUT/bieu-nhap: drop-downs for every choice, checks of dates and numbers, a guide. A form that
            somebody has filled in, or any other file in their place, is never overwritten: the exit status is then 73.

            Examples:
              tonghop forms --out out
              tonghop forms --out out --plan templates/plan-2027.xml
            """
    )

    @Option(help: ArgumentHelp("Folder to write to; made where it is missing.", valueName: "dir"))
    var out: String

    @Option(
        help: ArgumentHelp(
            "Folder of the templates (default: TONGHOP_TEMPLATES, the installed ones).",
            valueName: "dir"
        )
    )
    var templates: String?

    @Option(help: ArgumentHelp("The plan (default: the one in force today).", valueName: "file"))
    var plan: String?

    @Flag(name: .shortAndLong, help: "Say nothing but errors.")
    var quiet = false

    func run() throws {
        try exiting {
            let report = try writeForms(
                FormsOptions(
                    out: FilePath(out),
                    today: Clock.now.today,
                    templates: TemplatePlaces(named: templates),
                    planFile: plan.map { FilePath($0) },
                    version: version
                )
            )
            if !quiet { try StandardStreams.out(formsView(report)) }
        }
    }
}

/// Where the forms are, and which data set each is for.
func formsView(_ report: FormsReport) -> String {
    let width = report.forms.map(\.file.count).max() ?? 0
    let lines = report.forms.map { form in
        "  \(form.file)" + String(repeating: " ", count: width - form.file.count) + "  \(form.title)"
    }
    return (["\(report.forms.count) biểu nhập năm \(report.year) trong \(shown(report.folder.string)):"] + lines)
        .joined(separator: "\n") + "\n"
}
