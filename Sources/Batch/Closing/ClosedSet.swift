import SystemPackage

/// A closed set as it was frozen, as its own manifest tells it.
struct ClosedSet {
    let issue: ClosedIssue
    let folder: FilePath
    let manifest: ReadManifest
    /// The period's line of the published set's manifest.
    let record: Manifest.Period

    /// What only the frozen folder has beside the period's files: a published set has its own.
    static let lists: Set<String> = ["findings.csv", "findings.json", "receipts.csv"]

    /// Nil where the folder has no manifest: only facts of it can then be read.
    ///
    /// - Throws: `.output` where the manifest is not as it was frozen.
    init?(_ issue: ClosedIssue, of archive: ClosedArchive) throws(BatchError) {
        self.issue = issue
        folder = archive.folder.appending(issue.folder)
        guard SystemCalls.kind(of: folder.appending(Manifest.fileName)) != nil else { return nil }
        let bytes = try archive.read(Manifest.fileName, of: issue)
        guard let manifest = ReadManifest(json: bytes),
            let record = manifest.periods.first(where: { $0.id == issue.period })
        else { throw .output(ClosedArchive.damage("\(Manifest.fileName) không đọc được", issue)) }
        self.manifest = manifest
        self.record = record
    }

    /// The period's files, by their paths in the frozen folder.
    var files: [Manifest.Output] {
        manifest.outputs.filter { !ClosedSet.lists.contains($0.path) }
    }

    /// The same, by their paths in a published set.
    var publishedFiles: [Manifest.Output] {
        files.map { Manifest.Output(path: "\(issue.period)/\($0.path)", sha256: $0.sha256, bytes: $0.bytes) }
    }

    /// Whether a published set has this very issue of the period.
    func isPublished(in published: PublishedSet) -> Bool {
        published.manifest.periods.contains(record)
            && Set(published.manifest.outputs.filter { $0.path.hasPrefix(issue.period + "/") }) == Set(publishedFiles)
    }
}

extension Staging {
    /// Puts a closed period into the set, as a copy of what was frozen: a program that saves in place must not change both.
    ///
    /// - Throws: `.output` where a frozen file is missing or changed.
    func copy(_ set: ClosedSet) throws(BatchError) {
        for file in set.files {
            let bytes: [UInt8]
            do throws(SystemError) {
                bytes = try SystemCalls.read(set.folder.appending(file.path))
            } catch {
                throw .output(ClosedArchive.damage("\(error)", set.issue))
            }
            guard sha256(bytes) == file.sha256 else {
                throw .output(ClosedArchive.damage("\(file.path) không còn như khi chốt", set.issue))
            }
            do throws(PublishingError) {
                try write(bytes, to: "\(set.issue.period)/\(file.path)")
            } catch {
                throw BatchError(error)
            }
        }
    }
}
