import Foundation
import Plan
import Records
import Testing

@testable import Intake

private enum OutsideFiles {
    static let folder = URL(filePath: #filePath).resolvingSymlinksInPath()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "shared/suites/duckdb-csv/data/csv")

    static var areHere: Bool { FileManager.default.fileExists(atPath: folder.path) }
}

/// The CSV files that DuckDB is tested with (`shared/suites`, where it lies beside the checkout), as files of an inbox.
@Suite(.enabled(if: OutsideFiles.areHere, "shared/suites does not lie beside this checkout"))
struct OutsideFileTests {
    private func files() throws -> [(path: String, bytes: [UInt8])] {
        try FileManager.default.subpathsOfDirectory(atPath: OutsideFiles.folder.path).sorted().compactMap { path in
            guard path.hasSuffix(".csv") else { return nil }
            return (path, Array(try Data(contentsOf: OutsideFiles.folder.appending(path: path))))
        }
    }

    /// None of them is a form of the plan: each is refused with a finding about the file.
    @Test func eachIsRefusedWithItsCause() throws {
        let desk = try ReadingDesk()
        let files = try files()
        #expect(files.count > 400)
        for (path, bytes) in files {
            let reading = desk.read(bytes, name: path)
            #expect(reading.balances, "\(path)")
            #expect((reading.table?.count ?? 0) == 0, "\(path)")
            #expect(reading.findings.contains { $0.code.rawValue.hasPrefix("F") }, "\(path)")
        }
    }

    /// Under a header that is a form: rows in, rows out, and a finding for each that is left out.
    @Test(arguments: [",", ";"])
    func underAHeaderEveryRowIsAccountedFor(delimiter: String) throws {
        let desk = try ReadingDesk()
        let fields = SmallPlan.dataSets[SmallPlan.reports].fields.map(\.name)
        for (path, bytes) in try files() {
            let reading = desk.read(Array(fields.joined(separator: delimiter).utf8) + [0x0A] + bytes, name: path)
            #expect(reading.balances, "\(path)")
            let lines = Set(reading.findings.filter { $0.row == nil && $0.line > 0 }.map(\.line))
            #expect(lines.count >= reading.rowsLeftOut + reading.notData, "\(path)")
        }
    }
}
