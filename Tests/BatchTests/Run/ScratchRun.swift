import Foundation
import Plan
import Spreadsheet
import SystemPackage
import Testing

@testable import Batch

/// An inbox of a few files beside its roster, one run over it, and every byte that the run wrote.
final class ScratchRun {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("tonghop-scratch-\(UUID().uuidString)")

    /// - Parameter files: paths below the folder: `don-vi.csv`, `inbox/...`.
    init(_ files: [(path: String, text: String)]) throws {
        for (path, text) in files {
            let url = folder.appendingPathComponent(path)
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(),
                withIntermediateDirectories: true
            )
            try Data(text.utf8).write(to: url)
        }
    }

    deinit {
        try? FileManager.default.removeItem(at: folder)
    }

    /// The first quarter, on the day after it was due, by the clock.
    func run() throws -> RunReport {
        let day = try #require(CalendarDate(iso: "2026-03-20"))
        let checkout = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        return try Batch.run(
            RunOptions(
                inbox: FilePath(folder.appendingPathComponent("inbox").path),
                out: FilePath(folder.appendingPathComponent("out").path),
                periods: ["2026-Q1"],
                asOf: day,
                today: day,
                isDatedByClock: true,
                startedAt: "2026-03-20T01:00:00+07:00",
                templates: TemplatePlaces(
                    option: FilePath(checkout.appendingPathComponent("templates").path),
                    environment: nil,
                    executable: nil
                ),
                version: "0.0.0"
            ),
            progress: { _ in }
        )
    }

    /// A file of the published set.
    func published(_ path: String) throws -> String {
        let url = folder.appendingPathComponent("out/hien-hanh").appendingPathComponent(path)
        return String(decoding: try Data(contentsOf: url), as: UTF8.self)
    }

    /// Every file below `out`, workbooks taken apart too.
    func written() throws -> [(name: String, bytes: Data)] {
        let out = folder.appendingPathComponent("out")
        var parts: [(String, Data)] = []
        for path in try FileManager.default.subpathsOfDirectory(atPath: out.path).sorted() {
            let file = out.appendingPathComponent(path)
            guard let bytes = FileManager.default.contents(atPath: file.path), !bytes.isEmpty else { continue }
            parts.append((path, bytes))
            guard path.hasSuffix(".xlsx") else { continue }
            let archive = try ZipArchive(path: file.path, limits: .ownWork)
            for entry in archive.entries {
                parts.append(("\(path)!\(entry.name)", Data(try archive.contents(of: entry, limit: 1 << 28))))
            }
        }
        return parts
    }
}
