import Foundation
import Testing

/// The built program, which lies beside the tests' bundle, and what it answers.
struct Program {
    struct Answer {
        let status: Int32
        let output: String
        let errors: String
    }

    static func run(_ arguments: String..., environment: [String: String] = [:]) throws -> Answer {
        try run(arguments, environment: environment)
    }

    /// Runs it with nothing of this process's environment but what it is given, and what tells a sanitizer how to work.
    ///
    /// - Parameter prefix: another program and its arguments, which starts it.
    static func run(
        _ arguments: [String],
        under prefix: [String] = [],
        environment: [String: String] = [:]
    ) throws -> Answer {
        let process = Process()
        let program: URL = try #require(built)
        let words = prefix + [program.path] + arguments
        process.executableURL = URL(fileURLWithPath: words[0])
        process.arguments = Array(words.dropFirst())
        // ArgumentParser wraps help to the terminal's width.
        let sanitizers = ProcessInfo.processInfo.environment.filter { $0.key.hasSuffix("SAN_OPTIONS") }
        process.environment = environment.merging(["COLUMNS": "120"]) { given, _ in given }
            .merging(sanitizers) { given, _ in given }
        let (output, errors) = (Pipe(), Pipe())
        process.standardOutput = output
        process.standardError = errors
        try process.run()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        let problems = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return Answer(status: process.terminationStatus, output: text, errors: problems)
    }

    private static var built: URL? {
        // The bundle is the process itself on Linux: .build/<triple>/debug/tonghopPackageTests.xctest
        let folders =
            [CommandLine.arguments.first.map { URL(fileURLWithPath: $0).deletingLastPathComponent() }]
            + Bundle.allBundles.map { $0.bundleURL.deletingLastPathComponent() }
        return folders.compactMap { $0?.appendingPathComponent("tonghop") }.first {
            FileManager.default.isExecutableFile(atPath: $0.path)
        }
    }
}
