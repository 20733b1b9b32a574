/// A made-up city's plan year: its units, the truth about them, and the files that carry it.
///
///     let city = City.generate(options: Options(units: 300, seed: 1))
///     for file in city.submissions where file.night <= "2026-03-20" { ... }
///
/// `truth[i]` belongs to `units[i]`. It holds exactly the rows that must count once all submissions are merged, received
/// night by night or all on one day that is not before `lastNight`.
struct City: Sendable {
    let options: Options
    let units: [Unit]
    let truth: [UnitTruth]
    /// The inbox, in the order of nights, then of paths.
    let submissions: [SubmittedFile]
    /// don-vi.csv
    let roster: [UInt8]
    /// By data set, the units whose outcome depends on the order of paths where all files are received on one day.
    let decidedByPath: [DataSet: [String]]

    /// The last night on which something came.
    var lastNight: String { submissions.last?.night ?? Period.Y.due.iso }

    static func generate(options: Options) -> City {
        var units: [Unit] = []
        var truth: [UnitTruth] = []
        var decidedByPath: [DataSet: [String]] = [:]
        var stream = CityStream(options: options)
        var files: [SubmittedFile] = []
        for commune in 0..<options.communeCount {
            files += stream.files(ofCommune: commune) { year in
                units.append(year.unit)
                truth.append(year.truth)
                for dataSet in year.decidedByPath { decidedByPath[dataSet, default: []].append(year.unit.code) }
            }
        }
        files = joined(files + stream.finish())
        return City(
            options: options,
            units: units,
            truth: truth,
            submissions: files.sorted { ($0.night, $0.path) < ($1.night, $1.path) },
            roster: stream.roster,
            decidedByPath: decidedByPath
        )
    }

    /// Puts the pieces of each bundle together.
    private static func joined(_ pieces: [SubmittedFile]) -> [SubmittedFile] {
        var files: [SubmittedFile] = []
        var places: [String: Int] = [:]
        for piece in pieces {
            if let place = places[piece.path] {
                files[place].bytes += piece.bytes
            } else {
                places[piece.path] = files.count
                files.append(piece)
            }
        }
        return files
    }
}

/// Makes a city commune by commune, so that not all of it need be in memory.
struct CityStream {
    private let options: Options
    private var bundles: Bundles
    private var rosterWriter = CSVWriter(columns: Columns.roster, style: .clean)

    init(options: Options) {
        self.options = options
        bundles = Bundles(options: options)
    }

    /// The files that are ready once the commune's units have been made; a bundle comes in pieces, one path's in their
    /// order. `visit` sees each unit's year.
    mutating func files(ofCommune commune: Int, visit: (UnitYear) -> Void = { _ in }) -> [SubmittedFile] {
        var files: [SubmittedFile] = []
        for (index, unit) in RosterMaker(options: options).units(ofCommune: commune) {
            rosterWriter.append(unit.cells)
            let year = UnitYearMaker(options: options).year(of: unit, index: index)
            visit(year)
            files += MailingFiles(options: options).files(of: year)
            if options.layout == .bundles { files += bundles.take(year) }
        }
        return files
    }

    /// The bundles that are still open.
    mutating func finish() -> [SubmittedFile] {
        bundles.finish()
    }

    /// The roster of the communes made so far.
    var roster: [UInt8] { rosterWriter.bytes }
}
