import Foundation
import Plan
import SystemPackage
import Testing

@testable import Batch
@testable import SampleCity

/// A made-up city's whole plan year, after a year whose periods are closed, run once through the program: the set that the proofs look at.
struct ProofCity: Sendable {
    private static let made = Result { try ProofCity(units: 60, communes: 5, seed: 11) }

    static func shared() throws -> ProofCity { try made.get() }

    let plan: Plan
    let lastYear: MadeLastYear?
    /// Every file of the set by its path.
    let files: [String: Data]

    private let tables: [String: [[String: String]]]

    /// Paths of the workbooks; of the feedback, which are hundreds of one kind, some dozen.
    let workbooks: [String]

    init(units: Int, communes: Int, seed: UInt64) throws {
        var options = Options(units: units, seed: seed)
        options.communes = communes
        options.messy = true
        let city = City.generate(options: options)
        let lastYear = MadeLastYear(city, seed: seed)
        let office = try Office(city, workbooks: .shipped)
        try lastYear.freeze(in: office.folder.appending(path: "out"))
        try office.receive(city.submissions)
        try office.run("2026-12-28")
        try self.init(office, lastYear: lastYear)
    }

    /// What an office has published.
    init(_ office: Office, lastYear: MadeLastYear? = nil) throws {
        self.lastYear = lastYear
        let files = try office.set()
        self.files = files
        let all = files.keys.filter { $0.hasSuffix(".xlsx") }.sorted()
        let feedback = all.filter { $0.contains("/phan-hoi/") }
        let some = stride(from: 0, to: feedback.count, by: max(feedback.count / 12, 1)).map { feedback[$0] }
        workbooks = all.filter { !$0.contains("/phan-hoi/") || some.contains($0) }
        tables = files.filter { $0.key.contains("/") && $0.key.hasSuffix(".csv") }.mapValues(Self.rows)
        let catalog = try PlanCatalog.load(templates: FilePath(Self.templates.path), planFile: nil)
        plan = try #require(catalog.entries.first?.plan)
    }

    func parts(_ workbook: String) throws -> WorkbookParts {
        try WorkbookParts([UInt8](try #require(files[workbook], "\(workbook)")), name: workbook)
    }

    /// Writes workbooks into one folder, their folders part of their names: `2026-Q1~tong-hop-2026-Q1.xlsx`.
    func write(_ workbooks: [String], into folder: URL) throws -> [URL] {
        try workbooks.map { path in
            let file = folder.appending(path: path.replacing("/", with: "~"))
            try #require(files[path], "\(path)").write(to: file)
            return file
        }
    }

    /// The rows of a CSV of the set, by the names of its columns.
    func rows(_ path: String) throws -> [[String: String]] { try #require(tables[path], "\(path)") }

    private static func rows(_ bytes: Data) -> [[String: String]] {
        let table = PlainTokenizer.rows([UInt8](bytes), delimiter: UInt8(ascii: ",")).rows.map { row in
            row.map { String(decoding: $0, as: UTF8.self) }
        }
        guard let header = table.first else { return [] }
        return table.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(header, $0)) }
    }

    static let checkout = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
    private static let templates = checkout.appending(path: "templates")
}
