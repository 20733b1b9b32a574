import SystemPackage

/// The closed sets of `da-chot`, each held against its own manifest and hashes, and against what of them is published.
struct ClosedVerification {
    private(set) var sets: [FolderVerification] = []
    private(set) var differences: [SetDifference] = []

    /// - Throws: where something that is there cannot be read.
    init(_ out: OutFolder, published: FolderVerification, progress: ProgressListener) throws(SystemError) {
        let names = SystemCalls.kind(of: out.closed) == nil ? [] : try SystemCalls.names(in: out.closed)
        var issues: [ClosedIssue] = []
        for name in names {
            let kind = SystemCalls.kind(of: out.closed.appending(name))
            if let issue = ClosedIssue(folder: name), kind == .folder {
                issues.append(issue)
                sets.append(
                    try FolderVerification(out.closed.appending(name), named: "da-chot/\(name)", progress: progress)
                )
            } else if kind != .file || !names.contains(where: { ClosedIssue(folder: $0)?.reopening == name }) {
                add("da-chot/\(name)", kind == .other ? .notAFile : .strange)
            }
        }
        differences += sets.flatMap(\.differences)
        for period in published.manifest?.periods ?? [] {
            let latest = issues.filter { $0.period == period.id }.max { $0.number < $1.number }
            switch period.state {
            case .provisional:
                guard let latest, !names.contains(latest.reopening) else { continue }
                add("hien-hanh/\(period.id)", .closedButProvisional(folder: latest.folder))
            case .closed:
                let issue = ClosedIssue(period: period.id, number: period.issue ?? latest?.number ?? 1)
                compare(published, with: issue)
            }
        }
    }

    private mutating func add(_ path: String, _ fault: SetFault) {
        differences.append(SetDifference(path: path, fault: fault))
    }

    /// What is published of a closed period is what was signed, byte by byte.
    private mutating func compare(_ published: FolderVerification, with issue: ClosedIssue) {
        guard let set = sets.first(where: { $0.name == "da-chot/\(issue.folder)" }) else {
            return add("hien-hanh/\(issue.period)", .closedFolderMissing(folder: issue.folder))
        }
        let frozen = Dictionary(
            (set.manifest?.outputs ?? []).map { ($0.path, $0.sha256) },
            uniquingKeysWith: { first, _ in first }
        )
        for output in published.manifest?.outputs ?? [] where output.path.hasPrefix("\(issue.period)/") {
            let name = String(output.path.dropFirst(issue.period.count + 1))
            guard let sum = frozen[name], sum != output.sha256 else { continue }
            add("hien-hanh/\(output.path)", .notAsClosed(folder: issue.folder))
        }
    }
}
