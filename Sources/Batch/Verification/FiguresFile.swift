/// The `figures.csv` of a period as it lies on the disk (spec 5).
struct FiguresFile: Sendable {
    struct Key: Hashable, Sendable {
        let group: String
        let groupID: String
        let indicator: String
    }

    struct Line: Sendable, Equatable {
        let denominator: Int
        let numerator: Int
        let reportedDenominator: Int
        /// As they stand there; empty where there is nothing to divide by.
        let rate: String
        let reportedRate: String
        let result: String
    }

    private(set) var lines: [Key: Line] = [:]

    /// No count of a city comes near, and no sum of them overflows.
    private static let largest = 1 << 50
    private static let columns = [
        "group", "group_id", "indicator", "denominator", "numerator", "reported_denominator", "rate", "rate_reported",
        "result",
    ]

    /// - Throws: the line that cannot be read, or whose group and indicator stood there before.
    init(_ bytes: [UInt8]) throws(UnreadableCSV) {
        var records = try CSVRecords(bytes, columns: Self.columns)
        while try records.next() {
            let counts = (3...5).compactMap { Int(records[$0]) }.filter { $0.magnitude <= Self.largest }
            guard counts.count == 3 else { throw UnreadableCSV(line: records.line) }
            let key = Key(group: records[0], groupID: records[1], indicator: records[2])
            let line = Line(
                denominator: counts[0],
                numerator: counts[1],
                reportedDenominator: counts[2],
                rate: records[6],
                reportedRate: records[7],
                result: records[8]
            )
            guard lines.updateValue(line, forKey: key) == nil else { throw UnreadableCSV(line: records.line) }
        }
    }
}
