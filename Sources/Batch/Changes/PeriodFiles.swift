import Figures
import SystemPackage

/// What the machine-readable files of a period say, as far as two sets are compared by it.
struct PeriodFiles {
    struct Unit {
        let name: String
        let isReported: Bool
        /// The cells of its facts, told apart by zeros.
        let facts: [UInt8]
    }

    struct FiguresLine: Equatable {
        /// Nil for groups of the city.
        let cityIndicator: String?
        let figure: PeriodChanges.Figure?
        /// Everything beside the key.
        fileprivate let bytes: [UInt8]
    }

    /// Names of the facts, in the order of facts.csv.
    let columns: [String]
    /// By group, its id and the indicator.
    let figures: [String: FiguresLine]
    private let names: UnitNames
    private let facts: [UInt8]

    /// Reads them from the published set.
    ///
    /// - Throws: where one is not as it was published, or is of another shape.
    init(published period: String, in set: PublishedSet) throws(ChangedFile) {
        names = try UnitNames(of: period, in: set)
        facts = try set.read("\(period)/facts.csv")
        guard let columns = factColumns(facts) else { throw ChangedFile(path: "\(period)/facts.csv") }
        guard let figures = readFigures(try set.read("\(period)/figures.csv")) else {
            throw ChangedFile(path: "\(period)/figures.csv")
        }
        (self.columns, self.figures) = (columns, figures)
    }

    /// Reads them from the set in the making.
    init(staged period: String, in staging: Staging) throws(BatchError) {
        func bytes(_ name: String) throws(BatchError) -> [UInt8] {
            do throws(SystemError) {
                return try SystemCalls.read(staging.folder.appending(period).appending(name))
            } catch {
                throw BatchError(PublishingError(error))
            }
        }
        facts = try bytes("facts.csv")
        guard let names = UnitNames(try bytes(unitsFileName)), let columns = factColumns(facts),
            let figures = readFigures(try bytes("figures.csv"))
        else { throw .internalFault("Kỳ \(period): số liệu vừa ghi không đọc lại được.") }
        (self.names, self.columns, self.figures) = (names, columns, figures)
    }

    /// The present units by code, with the facts of these columns; nil where facts.csv is of another shape.
    func units(columns: [String]) -> [String: Unit]? {
        var units: [String: Unit] = [:]
        let isWhole = readCSV(facts, columns: ["unit", "reported"] + columns) { row in
            units[row[0]] = Unit(
                name: names.units[row[0]] ?? "",
                isReported: row[1] == "true",
                facts: row.bytes(2..<2 + columns.count)
            )
        }
        return isWhole ? units : nil
    }
}

/// Nil where the bytes are no facts.csv.
private func factColumns(_ bytes: [UInt8]) -> [String]? {
    let known = ["period", "unit", "commune", "kind", "expected", "reported", "on_time"]
    guard let header = (try? CSVRecords(bytes))?.header, header.starts(with: known) else { return nil }
    return Array(header.dropFirst(known.count))
}

/// Nil where the bytes are no figures.csv.
private func readFigures(_ bytes: [UInt8]) -> [String: PeriodFiles.FiguresLine]? {
    let columns = [
        "group", "group_id", "indicator", "denominator", "numerator", "result", "reported_denominator", "rate",
        "rate_reported",
    ]
    var figures: [String: PeriodFiles.FiguresLine] = [:]
    let isWhole = readCSV(bytes, columns: columns) { row in
        figures["\(row[0])\u{0}\(row[1])\u{0}\(row[2])"] = PeriodFiles.FiguresLine(
            cityIndicator: row[0] == "city" ? row[2] : nil,
            figure: PeriodChanges.Figure(row[3], row[4], row[5]),
            bytes: row.bytes(3..<columns.count)
        )
    }
    return isWhole ? figures : nil
}

extension PeriodChanges.Figure {
    fileprivate init?(_ denominator: String, _ numerator: String, _ result: String) {
        guard let denominator = Int(denominator), let numerator = Int(numerator),
            let result = Tally.Result(rawValue: result)
        else { return nil }
        self.init(denominator: denominator, numerator: numerator, result: result)
    }
}
