import Foundation
import Plan
import Records
import SystemPackage
import Testing

@testable import Intake

/// Every CSV of the sample city, saved in other ways, is read to the same table.
@Suite("The sample city in other encodings")
struct SampleCityEncodingTests {
    private let context: ReadingContext
    private let files: [(path: String, text: String)]

    init() throws {
        let samples = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("samples/2026")
        let plan = try realPlan()
        let roster = try readRoster(FilePath(samples.appendingPathComponent("don-vi.csv").path), plan: plan).roster
        context = ReadingContext(
            plan: plan,
            roster: roster,
            otherPeriods: [],
            asOf: try #require(CalendarDate(iso: "2026-12-20"))
        )
        let inbox = samples.appendingPathComponent("inbox")
        var files: [(path: String, text: String)] = []
        for path in try FileManager.default.subpathsOfDirectory(atPath: inbox.path).sorted()
        where ["csv", "tsv", "txt"].contains((path as NSString).pathExtension) {
            let bytes = try Data(contentsOf: inbox.appendingPathComponent(path))
            guard let text = String(data: bytes, encoding: .utf8) else { continue }
            let plain = text.hasPrefix("\u{FEFF}") ? String(text.unicodeScalars.dropFirst()) : text
            files.append((path, plain.precomposedStringWithCanonicalMapping))
        }
        self.files = files
    }

    private func read(_ bytes: [UInt8], _ path: String) -> FileReading {
        TextReading(tables: TableReading(context)).read(
            bytes,
            file: InboxFile(path: path, pathBytes: Array(path.utf8), bytes: bytes.count, sha256: ""),
            promisesTable: true
        )
    }

    private func texts(_ table: Table) -> [[String]] {
        (0..<table.count).map { row in
            table.columns.indices.map { table.text(row: row, field: $0, plan: context.plan, roster: context.roster) }
        }
    }

    @Test(arguments: SavedText.lossless)
    func everyFileGivesTheSameTable(saved: SavedText) throws {
        var compared = 0
        var refused: [String] = []
        for (path, text) in files {
            guard let original = read(Array(text.utf8), path).table, !text.utf8.allSatisfy({ $0 < 0x80 }) else {
                continue
            }
            guard let bytes = saved.bytes(text) else { continue }
            let reading = read(bytes, path)
            guard let table = reading.table else {
                refused.append(path + ": " + reading.told.joined(separator: ", "))
                continue
            }
            compared += 1
            let (expected, found) = (texts(original), texts(table))
            // ABC fonts write capitals with tones as small letters.
            let isCaseLost = saved == .tcvn3 || saved == .vnTime
            #expect(
                isCaseLost
                    ? expected.map { $0.map { $0.lowercased() } } == found.map { $0.map { $0.lowercased() } }
                    : expected == found,
                "\(path)"
            )
        }
        #expect(compared > 40)
        #expect(refused.isEmpty, "\(refused.joined(separator: "\n"))")
    }

    /// What is left may be read by either page (`tâm lư`, `tâm lý`): then the file is refused, which loses nothing in silence.
    @Test(arguments: SavedText.lossy)
    func aCellIsTheSameOrToldOrItsMarksAreGone(saved: SavedText) throws {
        var compared = 0
        var refused: [FileReading] = []
        for (path, text) in files {
            let before = read(Array(text.utf8), path)
            guard let original = before.table, let bytes = saved.bytes(text) else { continue }
            let reading = read(bytes, path)
            guard let table = reading.table else {
                refused.append(reading)
                continue
            }
            compared += 1
            let (expected, found) = (texts(original), texts(table))
            let lines = Dictionary(grouping: reading.findings, by: \.line)
            var rows = Dictionary(uniqueKeysWithValues: zip(table.sources.map(\.line), found))
            for (source, cells) in zip(original.sources, expected) {
                let told = lines[Int32(source.line)] ?? []
                guard let row = rows.removeValue(forKey: source.line) else {
                    #expect(told.contains { $0.severity == .error }, "\(path) line \(source.line)")
                    continue
                }
                for field in cells.indices where row[field] != cells[field] {
                    let definition = context.plan.dataSets[table.dataSet].fields[field]
                    let isTold = told.contains { $0.arguments.first == definition.title }
                    let isFree = definition.type == .text && folded(row[field]) == folded(cells[field])
                    #expect(
                        isTold || isFree,
                        "\(path) line \(source.line) \(definition.name): \(cells[field]) | \(row[field])"
                    )
                }
            }
            #expect(rows.isEmpty, "\(path)")
        }
        #expect(compared > 40)
        #expect(refused.count <= 4)
        for reading in refused {
            #expect(reading.codes == ["F2"] && reading.told[0].contains("theo hai bảng mã"), "\(reading.told)")
        }
    }

    private func folded(_ text: String) -> String {
        text.folding(options: [.diacriticInsensitive, .caseInsensitive], locale: nil).replacing("đ", with: "d")
            .replacing("Đ", with: "d")
    }
}
