import FoundationEssentials

/// What of a `period.json` is read again: the day that the period's figures are of.
struct ReadPeriodRecord: Decodable {
    let asOf: String

    private enum CodingKeys: String, CodingKey {
        case asOf = "as_of"
    }

    /// Nil where the bytes are anything else.
    init?(json: [UInt8]) {
        guard let read = try? JSONDecoder().decode(ReadPeriodRecord.self, from: Data(json)) else { return nil }
        self = read
    }
}
