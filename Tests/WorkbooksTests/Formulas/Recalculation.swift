import Foundation
import Testing

/// LibreOffice, without a window: opens a workbook, computes every formula anew, and says what came out.
struct Recalculation {
    /// Its own profile, so that tests side by side do not wait for each other.
    private let profile: URL

    init(in folder: String) throws {
        profile = URL(filePath: folder).appending(path: "libreoffice")
        let user = profile.appending(path: "user")
        try FileManager.default.createDirectory(at: user, withIntermediateDirectories: true)
        // 0: always. By itself LibreOffice trusts the cached values of a workbook that Excel seems to have written.
        let settings = """
            <?xml version="1.0" encoding="UTF-8"?>
            <oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
            <item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
            </oor:items>
            """
        try settings.write(
            to: user.appending(path: "registrymodifications.xcu"),
            atomically: true,
            encoding: .utf8
        )
    }

    /// The first sheet as CSV: texts and results as they are shown.
    func rows(of workbook: String) throws -> [[String]] {
        let folder = profile.appending(path: "out")
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [
            "soffice", "-env:UserInstallation=\(profile.absoluteString)", "--headless", "--convert-to",
            "csv:Text - txt - csv (StarCalc):9,34,76", "--outdir", folder.path, workbook,
        ]
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        let name = URL(filePath: workbook).deletingPathExtension().lastPathComponent + ".csv"
        let text = try #require(
            try? String(contentsOf: folder.appending(path: name), encoding: .utf8),
            "LibreOffice (Debian's libreoffice-calc-nogui) could not open \(workbook)"
        )
        return text.split(separator: "\n", omittingEmptySubsequences: false).map {
            $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        }
    }
}
