import Foundation
import TestSupport

/// Programs that write what schools send, and a folder for their files.
///
/// A program that is not installed is an error of the test that needs it: `scripts/test` installs them.
final class RealPrograms {
    typealias Failure = Programs.Failure

    private let programs: Programs

    init() throws { programs = try Programs() }

    var folder: String { programs.folder.path() }

    /// Runs a script with Debian's Python, which has openpyxl, pandas and XlsxWriter.
    func python(_ script: String) throws {
        _ = try programs.python(script)
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
        try programs.run("/usr/bin/soffice", arguments, package: "libreoffice-calc-nogui")
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
}
