import ArgumentParser
import Foundation

/// `sample-city`: writes a made-up city's roster and inbox.
@main
struct SampleCityCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sample-city",
        abstract: "Writes a made-up city: a roster (don-vi.csv) and an inbox of CSV files for the plan year 2026.",
        discussion: """
            The same options give the same bytes on every machine. Everything is invented.

            Examples:
              sample-city --out /tmp/city --units 300 --seed 1
              sample-city --out /tmp/city --units 2000 --seed 7 --messy
              sample-city --out /tmp/city --units 52000 --seed 7 --layout bundles
            """
    )

    @Option(help: "Folder to write into; must not exist yet, or be empty.")
    var out: String

    @Option(help: "Number of units in the roster.")
    var units: Int

    @Option(help: "Seed of the random numbers.")
    var seed: UInt64

    @Option(help: "Number of communes (default: 114).")
    var communes: Int?

    @Option(help: "files: small files, a folder a unit; bundles: one file a period and data set.")
    var layout: Options.Layout = .files

    @Option(help: "Periods that are sent, as Q1,H1,Q3,Y.")
    var periods: String = "Q1,H1,Q3,Y"

    @Flag(help: "With corrections, resubmissions and spreadsheet habits.")
    var messy = false

    @Flag(
        help: "Every unit writes in another style (encoding, delimiter, dates, header, ...); the figures are the same."
    )
    var styled = false

    func validate() throws {
        guard (1...500_000).contains(units) else { throw ValidationError("--units: 1 to 500000") }
        guard communes.map({ (1...3000).contains($0) }) ?? true else { throw ValidationError("--communes: 1 to 3000") }
        _ = try parsedPeriods()
    }

    func run() throws {
        var options = Options(units: units, seed: seed)
        options.communes = communes
        options.layout = layout
        options.periods = try parsedPeriods()
        options.messy = messy
        options.styled = styled
        try write(options)
    }

    private func parsedPeriods() throws -> [Period] {
        let names = periods.split(separator: ",").map { String($0) }
        let parsed = names.compactMap { Period(rawValue: $0) }
        guard !parsed.isEmpty, parsed.count == names.count else {
            throw ValidationError("--periods: '\(periods)' is not a list of Q1, H1, Q3, Y, such as Q1,H1")
        }
        return Period.allCases.filter { parsed.contains($0) }
    }

    /// Commune by commune: what is written is forgotten.
    private func write(_ options: Options) throws {
        let folder = URL(fileURLWithPath: out, isDirectory: true)
        if let found = try? FileManager.default.contentsOfDirectory(atPath: out), !found.isEmpty {
            throw ValidationError("--out: '\(out)' is not empty; remove it or name another folder")
        }
        try FileManager.default.createDirectory(
            at: folder.appendingPathComponent("inbox"),
            withIntermediateDirectories: true
        )
        var stream = CityStream(options: options)
        var written: Set<String> = []
        for commune in 0..<options.communeCount {
            try write(stream.files(ofCommune: commune), in: folder, &written)
        }
        try write(stream.finish(), in: folder, &written)
        try Data(stream.roster).write(to: folder.appendingPathComponent("don-vi.csv"))
        print("\(options.units) units, \(options.communeCount) communes, \(written.count) files in \(out)")
    }

    /// Pieces of a bundle have one path: what follows is added to what is there.
    private func write(_ files: [SubmittedFile], in folder: URL, _ written: inout Set<String>) throws {
        var made = ""
        for file in files {
            let url = folder.appendingPathComponent(file.path)
            let parent = url.deletingLastPathComponent()
            if parent.path != made {
                try FileManager.default.createDirectory(at: parent, withIntermediateDirectories: true)
                made = parent.path
            }
            if written.insert(file.path).inserted {
                try Data(file.bytes).write(to: url)
            } else {
                let handle = try FileHandle(forWritingTo: url)
                try handle.seekToEnd()
                try handle.write(contentsOf: file.bytes)
                try handle.close()
            }
        }
    }
}

extension Options.Layout: ExpressibleByArgument {}
