import ArgumentParser
import Batch
import Plan
import Records
import SystemPackage

/// Options of every command that reads files by a plan.
struct TemplateOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Folder of the templates (default: TONGHOP_TEMPLATES, the installed ones).",
            valueName: "dir"
        )
    )
    var templates: String?

    @Option(help: ArgumentHelp("The plan (default: plan-<year>.xml of the templates).", valueName: "file"))
    var plan: String?

    @Option(help: ArgumentHelp("Largest file that is read, such as 200M.", valueName: "size"))
    var maxFileSize = FileSize(bytes: 200 << 20)

    var places: TemplatePlaces { TemplatePlaces(named: templates) }
}

/// From which severity on findings make the command fail.
enum FailOn: String, ExpressibleByArgument, CaseIterable {
    case error, query, never

    func check(_ findings: FindingCounts) throws {
        let isExceeded =
            switch self {
            case .error: findings.count(atLeast: .error) > 0
            case .query: findings.count(atLeast: .query) > 0
            case .never: false
            }
        if isExceeded { throw ExitCode(1) }
    }
}

/// A number of bytes, as `200M`, `1G`, `500K` or `4096`.
struct FileSize: ExpressibleByArgument, CustomStringConvertible {
    let bytes: Int

    init(bytes: Int) {
        self.bytes = bytes
    }

    init?(argument: String) {
        let shifts: [Character: Int] = ["K": 10, "M": 20, "G": 30]
        let shift = argument.uppercased().last.flatMap { shifts[$0] }
        guard let number = Int(shift == nil ? argument[...] : argument.dropLast()), number > 0,
            number <= 1 << 20
        else {
            guard shift == nil, let plain = Int(argument), plain > 0 else { return nil }
            bytes = plain
            return
        }
        bytes = number << (shift ?? 0)
    }

    var description: String { bytes % (1 << 20) == 0 ? "\(bytes >> 20)M" : "\(bytes)" }
    var defaultValueDescription: String { description }
}

extension CalendarDate: ExpressibleByArgument {
    public init?(argument: String) {
        self.init(iso: argument)
    }
}

extension TemplatePlaces {
    /// The places of this process: its environment and its own file.
    init(named option: String?) {
        self.init(
            option: option.map { FilePath($0) },
            environment: Environment.value("TONGHOP_TEMPLATES").map { FilePath($0) },
            executable: Environment.executable
        )
    }
}
