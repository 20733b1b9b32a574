import Foundation
import Plan
import SystemPackage
import Testing

@testable import Batch
@testable import SampleCity

/// An office's disk in a temporary folder: an inbox that fills, an out folder, a roster, and runs over them.
final class Office {
    let folder: URL
    private(set) var report: RunReport?
    /// The office's decisions; nil: none.
    var decisions: URL?
    private(set) var templates: URL

    /// - Parameter workbooks: `shipped` where a test looks at workbooks.
    init(_ city: City, workbooks: Workbooks = .plain) throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("tonghop-run-\(UUID().uuidString)")
        templates = try workbooks.templates(folder)
        try FileManager.default.createDirectory(at: inbox, withIntermediateDirectories: true)
        try Data(city.roster).write(to: folder.appendingPathComponent("don-vi.csv"))
    }

    /// With a roster and an inbox of one's own making, by path below the folder.
    init(files: [String: String], workbooks: Workbooks = .plain) throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("tonghop-run-\(UUID().uuidString)")
        templates = try workbooks.templates(folder)
        try FileManager.default.createDirectory(at: inbox, withIntermediateDirectories: true)
        for (path, text) in files { try write(text, to: path) }
    }

    /// Writes a file below the folder.
    func write(_ text: String, to path: String) throws {
        try Data(text.utf8).write(to: folder.appendingPathComponent(path))
    }

    /// Runs from now on write other workbooks.
    func show(_ workbooks: Workbooks) throws { templates = try workbooks.templates(folder) }

    deinit {
        // Only who may write into a folder can empty it, and closed ones nobody may write into.
        let root = FilePath(folder.path)
        for path in (try? SystemCalls.folders(below: root)) ?? [] {
            try? SystemCalls.chmod(root.appending(path), 0o750)
        }
        try? FileManager.default.removeItem(at: folder)
    }

    var inbox: URL { folder.appendingPathComponent("inbox") }

    /// Puts files into the inbox, under other names where `rename` gives them.
    func receive(_ files: some Sequence<SubmittedFile>, rename: (String) -> String = { $0 }) throws {
        for file in files {
            let url = folder.appendingPathComponent(rename(file.path))
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(),
                withIntermediateDirectories: true
            )
            try Data(file.bytes).write(to: url)
        }
    }

    /// One run over all that lies in the inbox, dated by the clock of that day.
    ///
    /// - Parameter periods: nil: those that `--period auto` means.
    func run(
        _ asOf: String,
        to out: String = "out",
        recordsReceipts: Bool = true,
        periods: [String]? = periodIDs,
        progress: ProgressListener = { _ in }
    ) throws {
        let day = try #require(CalendarDate(iso: asOf))
        report = try Batch.run(
            RunOptions(
                inbox: FilePath(inbox.path),
                out: FilePath(folder.appendingPathComponent(out).path),
                decisions: decisions.map { FilePath($0.path) },
                periods: periods,
                asOf: day,
                today: day,
                isDatedByClock: recordsReceipts,
                startedAt: "\(asOf)T01:00:00+07:00",
                templates: TemplatePlaces(option: FilePath(templates.path), environment: nil, executable: nil),
                version: "0.0.0"
            ),
            progress: progress
        )
    }

    /// Blank entry forms by name, made anew.
    func forms() throws -> [String: Data] {
        let out = folder.appendingPathComponent("forms")
        let report = try writeForms(
            FormsOptions(
                out: FilePath(out.path),
                today: try #require(CalendarDate(iso: "2026-03-01")),
                templates: TemplatePlaces(
                    option: FilePath(PlainTemplates.shipped.path),
                    environment: nil,
                    executable: nil
                ),
                version: "0.0.0"
            )
        )
        var forms: [String: Data] = [:]
        for (name, _) in report.forms {
            forms[name] = try Data(contentsOf: out.appendingPathComponent("bieu-nhap").appendingPathComponent(name))
        }
        return forms
    }

    /// A file of the published set.
    func published(_ path: String, out: String = "out") throws -> String {
        let url = folder.appendingPathComponent(out).appendingPathComponent("hien-hanh").appendingPathComponent(path)
        return String(decoding: try Data(contentsOf: url), as: UTF8.self)
    }

    /// Every file of the published set with its bytes.
    func set(_ out: String = "out") throws -> [String: Data] {
        let root = folder.appendingPathComponent(out).appendingPathComponent("hien-hanh")
        var files: [String: Data] = [:]
        for path in try FileManager.default.subpathsOfDirectory(atPath: root.path) {
            let url = root.appendingPathComponent(path)
            let type = try FileManager.default.attributesOfItem(atPath: url.path)[.type] as? FileAttributeType
            if type == .typeRegular { files[path] = try Data(contentsOf: url) }
        }
        return files
    }
}

extension Office {
    enum Workbooks {
        case plain, shipped

        fileprivate func templates(_ folder: URL) throws -> URL {
            guard self == .plain else { return PlainTemplates.shipped }
            let templates = folder.appendingPathComponent("templates")
            try PlainTemplates.write(to: templates)
            return templates
        }
    }
}

let periodIDs = ["2026-Q1", "2026-H1", "2026-Q3", "2026-Y"]

/// The files that hold figures, of all periods: they say the same however the same truth arrived.
func figureFiles(_ office: Office, out: String = "out") throws -> [String: String] {
    var files: [String: String] = [:]
    for period in periodIDs {
        for name in ["figures.csv", "assessments.csv", "facts.csv"] {
            files["\(period)/\(name)"] = try office.published("\(period)/\(name)", out: out)
        }
    }
    return files
}
