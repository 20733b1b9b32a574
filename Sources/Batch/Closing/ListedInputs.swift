import Intake
import SystemPackage

/// The files of the inbox that `period.json` lists: those alone are read when the period is closed.
struct ListedInputs: Sendable {
    /// By hash: the paths as shown, of a workbook's sheets and of paths that looked alike with what was added to them.
    private let paths: [String: [String]]
    private let listed: [ReadManifest.Input]

    init(_ record: PeriodSources) {
        listed = record.inputs.filter { $0.role == Manifest.Role.inbox.rawValue }
        var paths: [String: [String]] = [:]
        for input in listed { paths[input.sha256 ?? "", default: []].append(input.path) }
        self.paths = paths
    }

    func holds(_ file: InboxFile) -> Bool {
        paths[file.sha256]?.contains { path in
            path == file.path || path.hasPrefix(file.path + "!") || path.hasPrefix(file.path + "#")
        } ?? false
    }

    /// What of them was not read: a line each, which says whether the file is gone or changed. A file that could not be read then is
    /// none that figures were made of.
    func missing(from read: [FileRecord], inbox: FilePath) -> [String] {
        let present = Set(read.filter { $0.role == .inbox }.map { Key(path: $0.file.path, sha256: $0.file.sha256) })
        var told: Set<String> = []
        var lines: [String] = []
        for input in listed {
            guard let sha256 = input.sha256, !present.contains(Key(path: input.path, sha256: sha256)) else { continue }
            let (name, isThere) = file(of: input.path, in: inbox)
            if told.insert(name).inserted { lines.append("\(name): \(isThere ? "đã thay đổi" : "không còn")") }
        }
        return lines
    }

    private struct Key: Hashable {
        let path: String
        let sha256: String
    }

    /// The file that a shown path is about, without a sheet's name.
    private func file(of path: String, in inbox: FilePath) -> (name: String, isThere: Bool) {
        if SystemCalls.kind(of: inbox.appending(path)) != nil { return (path, true) }
        if let mark = path.lastIndex(of: "!") {
            let workbook = String(path[..<mark])
            if SystemCalls.kind(of: inbox.appending(workbook)) != nil { return (workbook, true) }
            if workbook.lowercased().hasSuffix(".xlsx") { return (workbook, false) }
        }
        return (path, false)
    }
}
