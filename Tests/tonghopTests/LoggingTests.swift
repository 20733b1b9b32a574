import Foundation
import Testing

/// What the program writes to standard error, as programs and pipes see it.
@Suite struct LoggingTests {
    private final class Folder {
        let url = FileManager.default.temporaryDirectory.appendingPathComponent("tonghop-log-\(UUID().uuidString)")

        deinit { try? FileManager.default.removeItem(at: url) }
    }

    private let folder = Folder()
    private var out: String { folder.url.appendingPathComponent("out").path }
    private var samples: URL {
        URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("samples/2026")
    }

    private func events(_ errors: String) throws -> [[String: Any]] {
        try errors.split(separator: "\n").map { line in
            try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any], "\(line)")
        }
    }

    private func fail(_ options: String...) throws -> Program.Answer {
        try Program.run(["run", "--inbox", "/nowhere/inbox", "--out", out] + options)
    }

    @Test func errorInAPipeIsPlainAndAlone() throws {
        let answer = try fail()
        #expect(answer.status == 65)
        #expect(answer.errors.hasPrefix("tonghop: Không đọc được danh mục"))
        #expect(!answer.errors.contains("\u{1B}") && !answer.errors.contains("\r"))
        #expect(answer.errors.split(separator: "\n").count == 1)
    }

    @Test func errorIsAnEventOfTheJSONLog() throws {
        let events = try events(try fail("--log-format", "json").errors)
        #expect(events.first?["level"] as? String == "info")
        #expect((events.first?["fields"] as? [String: Any])?["inbox"] as? String == "/nowhere/inbox")
        let last = try #require(events.last)
        #expect(last["level"] as? String == "error")
        #expect((last["fields"] as? [String: Any])?["exit_status"] as? Int == 65)
    }

    @Test func quietTellsTheErrorAlone() throws {
        let events = try events(try fail("--log-format", "json", "--quiet").errors)
        #expect(events.map { $0["level"] as? String } == ["error"])
    }

    @Test func unknownFormatIsWrongUsage() throws {
        #expect(try fail("--log-format", "xml").status == 64)
    }

    @Test func runTellsItsStepsItsIdAndWhatItPublished() throws {
        let answer = try Program.run(
            "run",
            "--inbox",
            samples.appendingPathComponent("inbox").path,
            "--out",
            out,
            "--as-of",
            "2026-03-20",
            "--period",
            "2026-Q1",
            "--log-format",
            "json"
        )
        #expect(answer.status == 0, "\(answer.errors)")
        #expect(answer.output.hasPrefix("Kết quả tổng hợp"))
        let events = try events(answer.errors)
        let messages = events.compactMap { $0["message"] as? String }
        for step in ["đọc danh mục và hộp thư", "tính số liệu", "ghi sổ tổng hợp", "công bố"] {
            #expect(messages.contains("xong: \(step)"), "\(step)")
        }
        let published = try #require(events.first { $0["message"] as? String == "đã công bố bộ số liệu" })
        #expect((published["fields"] as? [String: Any])?["number"] as? Int == 1)
        let manifest = try Data(contentsOf: folder.url.appendingPathComponent("out/hien-hanh/manifest.json"))
        let read = try JSONSerialization.jsonObject(with: manifest) as? [String: Any]
        #expect(published["run"] as? String == read?["run"] as? String)
        // No name of a school stands in a log: the roster has hundreds, and all begin alike.
        #expect(!answer.errors.contains("Trường"))
    }
}
