import Foundation
import Testing

/// The set does not depend on where the program runs: no time zone, no locale.
@Suite struct ExactnessTests {
    @Test func anotherTimeZoneAndLocaleGiveTheSameBytes() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("tonghop-zone-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let environments = [
            ["TZ": "UTC", "LC_ALL": "C"], ["TZ": "Pacific/Kiritimati", "LC_ALL": "C.UTF-8", "LANG": "vi_VN.UTF-8"],
        ]
        for (number, environment) in environments.enumerated() {
            let answer = try Program.run(
                "run",
                "--inbox",
                samples.appendingPathComponent("inbox").path,
                "--out",
                folder.appendingPathComponent("\(number)").path,
                "--as-of",
                "2026-03-20",
                "--period",
                "2026-Q1",
                environment: environment
            )
            #expect(answer.status == 0, "\(answer.errors)")
        }
        let sets = try (0...1).map { try files(below: folder.appendingPathComponent("\($0)/hien-hanh")) }
        #expect(!sets[0].isEmpty)
        #expect(sets[0].keys.sorted() == sets[1].keys.sorted())
        for (path, bytes) in sets[0] { #expect(sets[1][path] == bytes, "\(path)") }
    }

    private var samples: URL {
        URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("samples/2026")
    }

    private func files(below folder: URL) throws -> [String: Data] {
        var files: [String: Data] = [:]
        for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path) {
            let url = folder.appendingPathComponent(path)
            let type = try FileManager.default.attributesOfItem(atPath: url.path)[.type] as? FileAttributeType
            if type == .typeRegular { files[path] = try Data(contentsOf: url) }
        }
        return files
    }
}
