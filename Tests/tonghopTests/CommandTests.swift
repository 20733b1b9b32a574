import Foundation
import Testing

@Suite struct CommandTests {
    @Test func versionIsOneLine() throws {
        let answer = try Program.run("--version")
        #expect(answer.status == 0)
        #expect(answer.output == "0.1.0\n")
    }

    @Test(arguments: [
        ["--help"],
        ["run", "--help"], ["check", "--help"], ["plan", "check", "--help"],
        ["roster", "check", "--help"], ["forms", "--help"], ["verify", "--help"],
        ["status", "--help"], ["explain", "--help"], ["plan", "diff", "--help"], ["close", "--help"],
        ["reopen", "--help"],
    ])
    func helpHasExamplesAndGoesToStandardOutput(arguments: [String]) throws {
        let answer = try Program.run(arguments)
        #expect(answer.status == 0)
        #expect(answer.output.contains("USAGE: tonghop"))
        #expect(answer.output.contains("  tonghop "))
        #expect(answer.errors.isEmpty)
    }

    @Test func helpOfRunNamesEveryOption() throws {
        let help = try Program.run("run", "--help").output
        for option in [
            "--inbox", "--out", "--roster", "--period", "--as-of", "--state", "--fail-on", "--templates", "--plan",
            "--max-file-size", "--quiet", "--verbose", "--log-format",
        ] {
            #expect(help.contains(option), "\(option)")
        }
    }

    @Test(arguments: [
        ["nothing"], ["run"], ["run", "--inbox", "a"], ["run", "--inbox", "a", "--out", "b", "--as-of", "31/12/2026"],
        ["run", "--inbox", "a", "--out", "b", "--fail-on", "sometimes"], ["check"],
        ["run", "--inbox", "a", "--out", "b", "--quiet", "--verbose"],
        ["run", "--inbox", "a", "--out", "b", "--period", ","],
        ["run", "--inbox", "a", "--out", "b", "--max-file-size", "-1"],
        ["close", "--inbox", "a", "--out", "b"], ["close", "2026-Q1", "--out", "b"],
        ["reopen", "2026-Q1", "--out", "b"],
        ["reopen", "--out", "b", "--reason", "c"],
        ["close", "2026-Q1", "--inbox", "/nowhere", "--out", "/nowhere/out"],
        ["reopen", "2026-Q1", "--out", "/nowhere/out", "--reason", "c"],
    ])
    func wrongUsageExitsWith64AndSaysWhy(arguments: [String]) throws {
        let answer = try Program.run(arguments)
        #expect(answer.status == 64)
        #expect(!answer.errors.isEmpty)
        #expect(answer.output.isEmpty)
    }

    @Test func planCheckPrintsPeriodsDataSetsIndicatorsAndRules() throws {
        let answer = try Program.run("plan", "check")
        #expect(answer.status == 0)
        #expect(answer.output.contains("2026-Q1  Báo cáo quý I, 2025-12-15 to 2026-03-14, due before 2026-03-16"))
        #expect(answer.output.contains("\nData sets\n") && answer.output.contains("\nIndicators\n"))
        #expect(
            answer.output.contains("\nRules\n  V1  query  Ngày xử lý trước ngày tiếp nhận (each row of vu-viec)\n")
        )
    }

    @Test func invalidPlanExitsWith78AndItsLine() throws {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("plan-\(UUID().uuidString).xml")
        try Data("<plan>\n<unknown>\n</plan>".utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let answer = try Program.run("plan", "check", file.path)
        #expect(answer.status == 78)
        #expect(answer.errors.contains("\(file.lastPathComponent):"))
    }

    @Test func templatesNamedByTheEnvironmentMustExist() throws {
        let answer = try Program.run("plan", "check", environment: ["TONGHOP_TEMPLATES": "/nowhere"])
        #expect(answer.status == 64)
        #expect(answer.errors.contains("TONGHOP_TEMPLATES"))
    }

    @Test func unknownPeriodExitsWith64AndNamesTheKnownOnes() throws {
        let answer = try Program.run("run", "--inbox", "/nowhere", "--out", "/nowhere/out", "--period", "2026-Q2")
        #expect(answer.status == 64)
        #expect(answer.errors.contains("2026-Q1"))
    }

    @Test func outThatCannotBeMadeExitsWith73() throws {
        let answer = try Program.run("run", "--inbox", "/nowhere", "--out", "/proc/out", "--period", "2026-Q1")
        #expect(answer.status == 73)
    }

    @Test func missingRosterExitsWith65() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        defer { try? FileManager.default.removeItem(at: folder) }
        let answer = try Program.run(
            "run",
            "--inbox",
            folder.path + "/inbox",
            "--out",
            folder.path + "/out",
            "--period",
            "2026-Q1"
        )
        #expect(answer.status == 65)
        #expect(!answer.errors.isEmpty)
    }

    @Test func secondRunOnTheSameOutFolderExitsWith75() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        let internals = folder.path + "/out/.tonghop"
        try FileManager.default.createDirectory(atPath: internals, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        // flock(1) holds the lock while the program runs.
        let answer = try Program.run(
            ["run", "--inbox", folder.path + "/inbox", "--out", folder.path + "/out", "--period", "2026-Q1"],
            under: ["/usr/bin/flock", internals + "/lock"]
        )
        #expect(answer.status == 75)
    }
}
