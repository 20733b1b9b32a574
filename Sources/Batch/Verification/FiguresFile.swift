import Tabular

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

    /// - Throws: the line that cannot be read, or that stands there twice.
    init(_ bytes: [UInt8]) throws(FiguresFileError) {
        var tokenizer = Tokenizer(delimiter: UInt8(ascii: ","))
        var record = Record()
        func text(_ index: Int) -> String { String(decoding: record.bytes[record.range(index)], as: UTF8.self) }
        func next() throws(FiguresFileError) -> Bool {
            do { return try tokenizer.next(in: bytes.span, into: &record) } catch {
                throw FiguresFileError(line: tokenizer.line)
            }
        }
        guard try next() else { throw FiguresFileError(line: 1) }
        let header = (0..<record.count).map(text)
        let places = Self.columns.compactMap { header.firstIndex(of: $0) }
        guard places.count == Self.columns.count else { throw FiguresFileError(line: 1) }
        while try next() {
            guard record.count == header.count else { throw FiguresFileError(line: record.line) }
            let cells = places.map(text)
            let counts = cells[3...5].compactMap { Int($0) }.filter { $0.magnitude <= Self.largest }
            guard counts.count == 3 else { throw FiguresFileError(line: record.line) }
            let key = Key(group: cells[0], groupID: cells[1], indicator: cells[2])
            let line = Line(
                denominator: counts[0],
                numerator: counts[1],
                reportedDenominator: counts[2],
                rate: cells[6],
                reportedRate: cells[7],
                result: cells[8]
            )
            guard lines.updateValue(line, forKey: key) == nil else { throw FiguresFileError(line: record.line) }
        }
    }
}

/// The number of a line of `figures.csv` that is not as the program writes it.
struct FiguresFileError: Error, Equatable {
    let line: Int
}
