import Foundation
import Testing

@Suite struct ExplainTests {
    private var samples: URL {
        URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("samples/2026")
    }

    @Test(arguments: ["c3", "C3", "v14", "CT6a", "ct9"])
    func aCodeIsExplainedInAnyCaseOfLetters(code: String) throws {
        let answer = try Program.run("explain", code)
        #expect(answer.status == 0)
        #expect(answer.output.lowercased().hasPrefix(code.lowercased() + "  "))
        #expect(answer.errors.isEmpty)
    }

    @Test func anUnknownCodeExitsWith64AndNamesWhatThereIs() throws {
        let answer = try Program.run("explain", "C99")
        #expect(answer.status == 64)
        #expect(answer.output.isEmpty)
        #expect(answer.errors.contains("CT1") && answer.errors.contains("V1-V31") && answer.errors.contains("C9"))
    }

    @Test(arguments: [
        ["explain"], ["explain", "CT1", "--city"], ["explain", "CT1", "--city", "--period", "2026-Q1"],
        ["explain", "CT1", "--period", "2026-Q1", "--inbox", "a"],
        ["explain", "CT1", "--city", "--unit", "1", "--period", "2026-Q1", "--inbox", "a"],
    ])
    func halfAQuestionIsAUsageError(arguments: [String]) throws {
        let answer = try Program.run(arguments)
        #expect(answer.status == 64)
        #expect(!answer.errors.isEmpty)
    }

    @Test func aFigureOfTheSamplesIsExplained() throws {
        let answer = try Program.run(
            "explain",
            "CT8",
            "--city",
            "--period",
            "2026-Y",
            "--inbox",
            samples.appendingPathComponent("inbox").path,
            "--as-of",
            "2026-12-20"
        )
        #expect(answer.status == 0)
        #expect(answer.output.contains("cat-sao/thpt-cat-sao/2026-y-vu-viec.csv:3  "))
    }

    @Test func anInboxThatIsNotThereExitsWith65() throws {
        let answer = try Program.run(
            "explain",
            "CT1",
            "--city",
            "--period",
            "2026-Q1",
            "--inbox",
            "/nowhere/inbox"
        )
        #expect(answer.status == 65)
    }
}
