import Foundation

/// Programs that write what schools send, and a folder for their files.
///
/// A program that is not installed is an error of the test that needs it: `scripts/test` installs them.
final class RealPrograms {
    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    let folder: String

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "tonghop-\(UUID().uuidString)").path()
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    /// Runs a script with Debian's Python, which has openpyxl, pandas and XlsxWriter.
    func python(_ script: String) throws {
        try Data(script.utf8).write(to: URL(filePath: "\(folder)/script.py"))
        try run(
            "/usr/bin/python3",
            ["\(folder)/script.py"],
            packages: "python3-openpyxl python3-pandas python3-xlsxwriter"
        )
    }

    /// Converts files of the folder with LibreOffice, whose user speaks that language.
    func convert(
        _ files: String...,
        to format: String,
        into target: String,
        reading: String? = nil,
        locale: String = "vi-VN"
    ) throws {
        let profile = "\(folder)/profile-\(locale)"
        try FileManager.default.createDirectory(atPath: "\(profile)/user", withIntermediateDirectories: true)
        let settings = """
            <?xml version="1.0" encoding="UTF-8"?>
            <oor:items xmlns:oor="http://openoffice.org/2001/registry">
            <item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse">\
            <value>\(locale)</value></prop></item>
            </oor:items>

            """
        let settingsPath = "\(profile)/user/registrymodifications.xcu"
        if !FileManager.default.fileExists(atPath: settingsPath) {
            try Data(settings.utf8).write(to: URL(filePath: settingsPath))
        }
        var arguments = ["-env:UserInstallation=file://\(profile)", "--headless", "--convert-to", format]
        if let reading { arguments.append("--infilter=\(reading)") }
        arguments += ["--outdir", "\(folder)/\(target)"] + files.map { "\(folder)/\($0)" }
        try run("/usr/bin/soffice", arguments, packages: "libreoffice-calc-nogui")
        for file in files {
            let name = file.split(separator: "/").last?.split(separator: ".").first ?? ""
            let made = "\(folder)/\(target)/\(name).\(format.prefix { $0 != ":" })"
            guard FileManager.default.fileExists(atPath: made) else {
                throw Failure(description: "LibreOffice made no \(made)")
            }
        }
    }

    func bytes(_ file: String) throws -> [UInt8] {
        try [UInt8](Data(contentsOf: URL(filePath: "\(folder)/\(file)")))
    }

    private func run(_ program: String, _ arguments: [String], packages: String) throws {
        guard FileManager.default.isExecutableFile(atPath: program) else {
            throw Failure(description: "\(program) is not installed: apt-get install \(packages)")
        }
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/timeout")
        process.arguments = ["300", program] + arguments
        process.environment = ProcessInfo.processInfo.environment.merging(["HOME": folder, "LC_ALL": "C.UTF-8"]) { $1 }
        let output = Pipe()
        process.standardOutput = output
        process.standardError = output
        try process.run()
        let said = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw Failure(
                description: "\(program) \(arguments): \(String(decoding: said, as: UTF8.self)) (\(packages))"
            )
        }
    }
}
