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

    /// Paths of the blank entry forms, which belong to no period.
    let forms: [String]

    /// The rows of figures.csv and facts.csv when a period was closed before this time, by its id.
    let closedBefore: [String: Closed]

    struct Closed {
        let figures, facts: [[String: String]]
    }

    /// What was sent for it and is no figure: findings, inputs, the roster, the office's decisions.
    let sources: SetSources

    private let tables: [String: [[String: String]]]

    /// Paths of the workbooks; of the feedback, which are hundreds of one kind, some dozen and what is odd.
    let workbooks: [String]

    init(units: Int, communes: Int, seed: UInt64) throws {
        var options = Options(units: units, seed: seed)
        options.communes = communes
        options.messy = true
        let city = City.generate(options: options)
        let lastYear = MadeLastYear(city, seed: seed)
        let office = try Office(city, workbooks: .plain)
        try lastYear.freeze(in: office.folder.appending(path: "out"))
        try office.receive(city.submissions.filter { Self.day(of: $0.path) <= Self.firstRun })
        try office.receiveWhatNobodyWants(city)
        try office.run(Self.firstRun, periods: ["2026-Q1"])
        try office.answerOneQuery()
        try office.receive(city.submissions.filter { Self.day(of: $0.path) > Self.firstRun })
        try office.show(.shipped)
        try office.run(Self.lastRun)
        try self.init(office, lastYear: lastYear)
    }

    /// What lay in the inbox on that day was first seen then.
    static let firstRun = "2026-03-20"
    static let lastRun = "2026-12-28"

    /// The day in the name of the folder that a school sent: `inbox/90001/31000001/01-gui-2026-03-14/bao-cao.csv`.
    static func day(of path: String) -> String { path.firstMatch(of: /\d{4}-\d{2}-\d{2}/).map { String($0.0) } ?? "" }

    /// What an office has published.
    init(_ office: Office, lastYear: MadeLastYear? = nil, closedBefore: [String: Closed] = [:]) throws {
        self.lastYear = lastYear
        self.closedBefore = closedBefore
        var files = try office.set()
        forms = try office.forms().map { name, bytes in
            files["bieu-nhap/\(name)"] = bytes
            return "bieu-nhap/\(name)"
        }.sorted()
        self.files = files
        let all = files.keys.filter { $0.hasSuffix(".xlsx") && !$0.hasPrefix("bieu-nhap/") }.sorted()
        let feedback = all.filter { $0.contains("/phan-hoi/") }
        let some = stride(from: 0, to: feedback.count, by: max(feedback.count / 12, 1)).map { feedback[$0] }
        let odd = ["khong-ro/", "\(Office.answering).xlsx"]
        workbooks = all.filter { path in
            !path.contains("/phan-hoi/") || some.contains(path) || odd.contains { path.contains($0) }
        }
        tables = files.filter { $0.key.contains("/") && $0.key.hasSuffix(".csv") }.mapValues(Self.rows)
        let catalog = try PlanCatalog.load(templates: FilePath(Self.templates.path), planFile: nil)
        plan = try #require(catalog.entries.first?.plan)
        sources = try SetSources(
            findings: try #require(files["findings.csv"].map(Self.rows)),
            receipts: try #require(files["receipts.csv"].map(Self.rows)),
            manifest: try #require(files["manifest.json"]),
            roster: office.sent("don-vi.csv").map(Self.rows) ?? [],
            decisions: office.sent("quyet-dinh.csv").map(Self.rows) ?? [],
            tasks: office.sent("inbox/\(Office.tasks)").map(Self.rows) ?? [],
            bundle: office.sent("inbox/\(Office.bundle)").map(Self.rows) ?? []
        )
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

    static func rows(_ bytes: Data) -> [[String: String]] {
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
