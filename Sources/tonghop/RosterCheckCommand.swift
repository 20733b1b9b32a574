import ArgumentParser
import Batch
import Plan
import Records
import SystemPackage

/// `tonghop roster check`: may every "100%" hang on this list?
struct RosterCheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Lints a roster and counts its units by kind and commune.",
        discussion: """
            All findings go to standard output, in Vietnamese, repeated ones grouped. With an error in it a roster stops every
            run; units are then not counted. The exit status is 65 where the file cannot be read as a roster at all.

            Examples:
              tonghop roster check don-vi.csv
              tonghop roster check don-vi.csv --fail-on query
              tonghop roster check don-vi.csv --plan templates/plan-2027.xml
            """
    )

    @Argument(help: ArgumentHelp("The list of all units.", valueName: "file"))
    var file: String

    @Option(help: "Exit with 1 when there are findings of that severity or graver: error, query, never.")
    var failOn: FailOn = .error

    @OptionGroup(title: "Templates and limits")
    var templates: TemplateOptions

    func run() throws {
        try exiting {
            let report = try checkRoster(
                RosterCheckOptions(
                    file: FilePath(file),
                    asOf: Clock.now.today,
                    templates: templates.places,
                    planFile: templates.plan.map { FilePath($0) },
                    maxFileSize: templates.maxFileSize.bytes
                )
            )
            let paint: Paint = StandardStreams.outHasColours ? .colours : .plain
            try StandardStreams.out(rosterView(report, file: file, paint: paint))
            try failOn.check(FindingCounts(open: report.findings))
        }
    }
}

/// The roster's findings, its units by kind and commune, and a last line that sums them up.
func rosterView(_ report: RosterReport, file: String, paint: Paint) -> String {
    var lines: [String] = []
    let groups = FindingGroup.groups(report.findings.sorted { $0.line < $1.line })
    if !groups.isEmpty {
        lines.append(paint.bold(shown(file)) + "  " + report.plan.dataSets[report.plan.roster].title)
        for group in groups { lines += view(group, plan: report.plan, paint: paint) }
        lines.append("")
    }
    if let counts = report.counts {
        lines += table("Theo loại hình", counts.kinds, paint: paint)
        lines += table("Theo xã, phường, đặc khu", counts.communes, paint: paint)
    }
    let units = report.counts.map { "\($0.units) đơn vị" } ?? "Danh mục có lỗi, chưa đếm được đơn vị"
    let counts = FindingCounts(open: report.findings)
    lines.append(
        "\(units): \(counts.error) lỗi, \(counts.query) cần giải trình, \(counts.information) thông tin"
    )
    return lines.joined(separator: "\n") + "\n"
}

private func table(_ title: String, _ groups: [RosterCounts.Group], paint: Paint) -> [String] {
    let width = groups.map { "\($0.units)".count }.max() ?? 0
    let rows = groups.map { group in
        let number = "\(group.units)"
        return "  " + String(repeating: " ", count: width - number.count) + number
            + "  \(shown(group.code))  \(shown(group.name))"
    }
    return [paint.bold(title)] + rows + [""]
}
