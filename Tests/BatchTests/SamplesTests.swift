import Foundation
import Plan
import SystemPackage
import Testing

@testable import Batch

/// The samples show every fault that their README lists, and are clean otherwise.
@Suite struct SamplesTests {
    private static let run = Result { try SampleRun() }

    @Test func everyFaultOfTheReadmeIsFound() throws {
        let run = try Self.run.get()
        #expect(run.faults.count > 30)
        for fault in run.faults {
            #expect(run.findings.contains { fault.isTold(by: $0) }, "\(fault)")
        }
    }

    /// Informations are no faults: a re-export or an empty form is normal.
    @Test func noOtherErrorOrQueryIsFound() throws {
        let run = try Self.run.get()
        for finding in run.findings where finding.severity != "information" {
            #expect(run.faults.contains { $0.isTold(by: finding) }, "\(finding)")
        }
    }

    @Test func theRowsBalance() throws {
        let rows = try Self.run.get().manifest.inputs.compactMap(\.rows)
        func sum(_ count: (SampleManifest.Rows) -> Int) -> Int { rows.map(count).reduce(0, +) }
        #expect(sum(\.read) == sum(\.counted) + sum(\.merged) + sum(\.superseded) + sum(\.left_out))
        // Each fate is shown.
        for count in [\SampleManifest.Rows.counted, \.merged, \.superseded, \.left_out] {
            #expect(sum { $0[keyPath: count] } > 0)
        }
    }

    @Test func everyKindDataSetAndPeriodOccurs() throws {
        let run = try Self.run.get()
        #expect(run.kinds == ["MN", "TH", "THCS", "THPT", "PTNC", "GDTX", "GDNN", "TC", "CD", "DH"])
        let counted = run.manifest.inputs.filter { ($0.rows?.counted ?? 0) > 0 }.compactMap(\.dataset)
        #expect(Set(counted) == ["bao-cao", "tuyen-truyen", "vu-viec", "vi-pham", "nhiem-vu-so", "don-vi"])
        #expect(run.manifest.periods.filter { $0.reported > 0 }.map(\.id).sorted() == periodIDs.sorted())
    }

    @Test func everyPeriodHasItsWorkbooks() throws {
        let run = try Self.run.get()
        for period in periodIDs {
            #expect(run.paths.contains("\(period)/tong-hop-\(period).xlsx"))
            #expect(run.paths.contains("\(period)/noi-bo-\(period).xlsx"))
        }
    }
}

/// One run over the samples, and the table of their README.
private struct SampleRun: Sendable {
    let faults: [Fault]
    let findings: [FoundFault]
    let manifest: SampleManifest
    let paths: Set<String>
    /// Of units that reported in some period.
    let kinds: Set<String>

    init() throws {
        let checkout = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let samples = checkout.appendingPathComponent("samples")
        let out = FileManager.default.temporaryDirectory.appendingPathComponent("tonghop-samples-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: out) }
        let day = try #require(CalendarDate(iso: "2026-12-20"))
        _ = try Batch.run(
            RunOptions(
                inbox: FilePath(samples.appendingPathComponent("2026/inbox").path),
                out: FilePath(out.path),
                periods: periodIDs,
                asOf: day,
                today: day,
                isDatedByClock: false,
                startedAt: "2026-12-20T01:00:00+07:00",
                templates: TemplatePlaces(
                    option: FilePath(checkout.appendingPathComponent("templates").path),
                    environment: nil,
                    executable: nil
                ),
                version: "0.0.0"
            ),
            progress: { _ in }
        )
        let set = out.appendingPathComponent("hien-hanh")
        func text(_ path: String) throws -> String {
            String(decoding: try Data(contentsOf: set.appendingPathComponent(path)), as: UTF8.self)
        }
        faults = try String(contentsOf: samples.appendingPathComponent("README.md"), encoding: .utf8)
            .split(separator: "\n").compactMap { Fault(tableLine: $0) }
        findings = try rows(ofCSV: text("findings.csv")).map(FoundFault.init)
        manifest = try JSONDecoder().decode(
            SampleManifest.self,
            from: Data(contentsOf: set.appendingPathComponent("manifest.json"))
        )
        paths = Set(try FileManager.default.subpathsOfDirectory(atPath: set.path))
        kinds = Set(
            try periodIDs.flatMap { try rows(ofCSV: text("\($0)/facts.csv")) }
                .filter { $0["reported"] == "true" }.compactMap { $0["kind"] }
        )
    }
}

/// A line of the README's table: `| file | line | column | code | what was done |`.
private struct Fault {
    let file: String
    let line: String
    let column: String
    let code: String

    /// Nil for any other line, the table's head included.
    init?(tableLine: Substring) {
        let cells = tableLine.split(separator: "|", omittingEmptySubsequences: false)
            .map { $0.trimmingCharacters(in: .whitespaces) }
        guard cells.count == 7, cells[4].wholeMatch(of: /[A-Z]\d+/) != nil else { return nil }
        (file, line, column, code) = (cells[1], cells[2], cells[3], cells[4])
    }

    func isTold(by finding: FoundFault) -> Bool {
        file == finding.file && line == finding.line && code == finding.code
            && (column.isEmpty || column == finding.column)
    }
}

private struct FoundFault {
    let file: String
    let line: String
    let column: String
    let code: String
    let severity: String

    init(_ row: [String: String]) {
        file = row["file"] ?? ""
        line = row["line"] ?? ""
        column = row["column"] ?? ""
        code = row["code"] ?? ""
        severity = row["severity"] ?? ""
    }
}

/// What these tests read of manifest.json, by its own names.
private struct SampleManifest: Decodable {
    struct Input: Decodable {
        let dataset: String?
        let rows: Rows?
    }

    struct Rows: Decodable {
        let read: Int
        let counted: Int
        let merged: Int
        let superseded: Int
        let left_out: Int
    }

    struct Period: Decodable {
        let id: String
        let reported: Int
    }

    let inputs: [Input]
    let periods: [Period]
}

/// The rows of an RFC 4180 text by their column's name.
private func rows(ofCSV text: String) -> [[String: String]] {
    var records: [[String]] = [[""]]
    func append(_ character: Unicode.Scalar) {
        let record = records.count - 1
        records[record][records[record].count - 1].unicodeScalars.append(character)
    }
    var isQuoted = false
    // A doubled quote closes and opens again: what is between the two is nothing, so it stands for one quote.
    var closedAtLast = false
    for character in text.unicodeScalars {
        let reopens = closedAtLast && character == "\""
        closedAtLast = false
        switch character {
        case "\"":
            if reopens { append("\"") }
            closedAtLast = isQuoted
            isQuoted.toggle()
        case "," where !isQuoted: records[records.count - 1].append("")
        case "\n" where !isQuoted: records.append([""])
        default: append(character)
        }
    }
    let header = records[0]
    return records.dropFirst().filter { $0.count == header.count }.map {
        Dictionary(uniqueKeysWithValues: zip(header, $0))
    }
}
