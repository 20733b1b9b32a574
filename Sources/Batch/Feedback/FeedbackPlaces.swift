import Crypto
import Intake
import Records

/// Where feedback workbooks stand below a period's folder: `phan-hoi/<commune>/<unit>.xlsx`.
struct FeedbackPlaces {
    private let communes: [String]
    private let units: [String]
    private let roster: Roster

    /// Of what belongs to no unit.
    private static let unknown = "khong-ro"

    init(_ roster: Roster) {
        self.roster = roster
        // The last name is taken: a commune of that code gets digits of its hash.
        communes = OutputNames(roster.communes.map { ($0.code, "") } + [(Self.unknown, "")]).names
        var units = [String](repeating: "", count: roster.count)
        for members in Dictionary(grouping: 0..<roster.count, by: { roster.communeOfUnit[$0] }).values {
            for (unit, name) in zip(members, OutputNames(members.map { (roster.codes[$0], "") }).names) {
                units[unit] = name
            }
        }
        self.units = units
    }

    func path(ofUnit unit: Int) -> String {
        "phan-hoi/\(communes[roster.communeOfUnit[unit]])/\(units[unit]).xlsx"
    }

    /// Files of one content share a workbook; one whose bytes were not read has the hash of its path.
    static func path(of file: InboxFile) -> String { "phan-hoi/\(unknown)/\(name(of: file)).xlsx" }

    static func name(of file: InboxFile) -> String {
        let hash = file.sha256.isEmpty ? hexadecimal(SHA256.hash(data: file.pathBytes)) : file.sha256
        return String(hash.prefix(12))
    }
}
