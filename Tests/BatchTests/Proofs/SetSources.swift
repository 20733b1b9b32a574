import Foundation

/// What a set says beside its figures, as its machine-readable files have it, and the office's own files that it was made of.
struct SetSources {
    typealias Row = [String: String]

    let findings: [Row]
    let receipts: [Row]
    let manifest: Manifest
    /// Inputs of the manifest by path.
    let inputs: [String: Input]
    /// By code of the unit.
    let roster: [String: Row]
    let decisions: [Row]
    /// Rows of the departments' own tasks.
    let tasks: [Row]
    /// Rows of the one file that holds rows of many units.
    let bundle: [Row]

    struct Manifest: Decodable {
        let run: String
        let version: String
        let asOf: String
        let inputs: [Input]

        private enum CodingKeys: String, CodingKey {
            case run, version, inputs
            case asOf = "as_of"
        }
    }

    struct Input: Decodable {
        let path: String
        let sha256: String?
        let bytes: Int
        let role: String
        let dataSet: String?
        let encoding: String?
        let outcome: String?
        let rows: Rows?
        let notData: Int?
        let isSetAside: Bool?

        struct Rows: Decodable {
            let read, counted, merged, superseded: Int
            let leftOut: Int

            private enum CodingKeys: String, CodingKey {
                case read, counted, merged, superseded
                case leftOut = "left_out"
            }
        }

        private enum CodingKeys: String, CodingKey {
            case path, sha256, bytes, role, encoding, outcome, rows
            case dataSet = "dataset"
            case notData = "not_data"
            case isSetAside = "set_aside"
        }
    }

    init(
        findings: [Row],
        receipts: [Row],
        manifest: Data,
        roster: [Row],
        decisions: [Row],
        tasks: [Row],
        bundle: [Row]
    ) throws {
        self.findings = findings
        self.receipts = receipts
        self.manifest = try JSONDecoder().decode(Manifest.self, from: manifest)
        inputs = Dictionary(self.manifest.inputs.map { ($0.path, $0) }) { first, _ in first }
        self.roster = Dictionary(roster.map { ($0["ma_don_vi"] ?? "", $0) }) { first, _ in first }
        self.decisions = decisions
        self.tasks = tasks
        self.bundle = bundle
    }

    func name(ofUnit code: String) -> String { roster[code]?["ten_don_vi"] ?? "no unit \(code)" }

    func name(ofCommune code: String) -> String {
        roster.values.first { $0["ma_xa"] == code }?["ten_xa"] ?? "no commune \(code)"
    }

    /// Whose file it is: schools send folders of their own; empty for the files of many and of nobody.
    static func sender(of path: String) -> String {
        let folders = path.split(separator: "/")
        guard folders.count > 2, folders[1].count == 8, folders[1].allSatisfy(\.isNumber) else { return "" }
        return String(folders[1])
    }
}
