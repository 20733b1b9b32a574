import Foundation

/// The programs that tests ask for a second opinion: LibreOffice, Python with openpyxl, xmllint; and a folder for their files.
/// `scripts/test` installs them; one that is missing is an error of the test that needs it.
package final class Programs {
    package struct Failure: Error, CustomStringConvertible {
        package let description: String

        package init(description: String) { self.description = description }
    }

    package let folder = FileManager.default.temporaryDirectory.appending(path: "tonghop-proof-\(UUID().uuidString)")

    package init() throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// Runs a script with Debian's Python and gives what it printed.
    package func python(_ script: String, _ arguments: [String] = []) throws -> Data {
        let file = folder.appending(path: "\(UUID().uuidString).py")
        try Data(script.utf8).write(to: file)
        return try run("/usr/bin/python3", [file.path] + arguments, package: "python3-openpyxl").output
    }

    /// Lets LibreOffice open workbooks, compute every formula anew, and save them under the same names in another folder.
    ///
    /// - Parameter format: as its `--convert-to` names it.
    package func recalculated(_ workbooks: [URL], to format: String = "xlsx") throws -> URL {
        let profile = folder.appending(path: "libreoffice")
        let user = profile.appending(path: "user")
        try FileManager.default.createDirectory(at: user, withIntermediateDirectories: true)
        // 0: always. By itself LibreOffice trusts the cached values of a workbook that Excel seems to have written.
        let settings = """
            <?xml version="1.0" encoding="UTF-8"?>
            <oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
            <item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
            </oor:items>
            """
        try Data(settings.utf8).write(to: user.appending(path: "registrymodifications.xcu"))
        let target = folder.appending(path: "recalculated-\(UUID().uuidString)")
        _ = try run(
            "/usr/bin/soffice",
            [
                "-env:UserInstallation=\(profile.absoluteString)", "--headless", "--convert-to", format, "--outdir",
                target.path,
            ]
                + workbooks.map(\.path),
            package: "libreoffice-calc-nogui"
        )
        return target
    }

    /// Runs a program, by default one that must succeed.
    @discardableResult
    package func run(
        _ program: String,
        _ arguments: [String],
        package: String,
        mayFail: Bool = false
    ) throws -> (output: Data, messages: String) {
        guard FileManager.default.isExecutableFile(atPath: program) else {
            throw Failure(description: "\(program) is not installed: apt-get install \(package), or scripts/test")
        }
        let said = folder.appending(path: UUID().uuidString)
        _ = FileManager.default.createFile(atPath: said.path, contents: nil)
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/timeout")
        process.arguments = ["300", program] + arguments
        process.environment = ProcessInfo.processInfo.environment.merging(
            ["HOME": folder.path, "LC_ALL": "C.UTF-8"]
        ) { $1 }
        let output = Pipe()
        process.standardOutput = output
        process.standardError = try FileHandle(forWritingTo: said)
        try process.run()
        let printed = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        let messages = String(decoding: try Data(contentsOf: said), as: UTF8.self)
        guard mayFail || process.terminationStatus == 0 else {
            throw Failure(description: "\(program): status \(process.terminationStatus): \(messages.suffix(2_000))")
        }
        return (printed, messages)
    }
}
