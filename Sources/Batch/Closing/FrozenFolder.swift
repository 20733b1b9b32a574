// Freezing: the folder that was written in `.tonghop/staging` takes its place in `da-chot/`.
//
// That one rename is the commit point of a closing. Before it nothing of the closing can be seen; after it the period is closed,
// since `da-chot/` itself tells what is closed, and whatever is still to be done (rights, the published set, the ledger) is done by
// the next start from what lies there (`OutState`). The other order would leave a published set that says "closed" without the
// frozen copy that it must equal.

import SystemPackage

/// A closing in the making.
struct FrozenFolder {
    let issue: ClosedIssue
    let out: OutFolder
    private let staging: Staging
    private let outputs: [Manifest.Output]
    /// Of its manifest's bytes.
    let manifestSHA256: String

    /// Writes the folder: a copy of the period's staged files, the lists beside them, and its own manifest and sums.
    ///
    /// - Parameter manifest: of those outputs that it is given.
    init(
        _ issue: ClosedIssue,
        out: OutFolder,
        from set: Staging,
        lists: [(name: String, bytes: [UInt8])],
        manifest: ([Manifest.Output]) -> Manifest
    ) throws(PublishingError) {
        self.issue = issue
        self.out = out
        staging = set.beside(out.staging.appending("da-chot").appending(issue.folder))
        do throws(SystemError) {
            let source = set.folder.appending(issue.period)
            for path in try SystemCalls.files(below: source) {
                try FrozenFolder.copy(source.appending(path), to: staging.folder.appending(path))
            }
        } catch {
            throw PublishingError(error)
        }
        for list in lists { try staging.write(list.bytes, to: list.name) }
        outputs = try staging.outputs()
        let json = manifest(outputs).json()
        manifestSHA256 = sha256(json)
        try staging.write(json, to: Manifest.fileName)
        let summary = Manifest.Output(path: Manifest.fileName, sha256: manifestSHA256, bytes: json.count)
        try staging.write(sha256Sums(outputs + [summary]), to: Manifest.sumsName)
    }

    /// The commit point; see above. What was written must be on the disk by now.
    func commit() throws(PublishingError) {
        let different: String?
        do throws(SystemError) {
            different = try firstDifference()
        } catch {
            throw PublishingError(error)
        }
        if let different { throw .corrupted(path: "da-chot/\(issue.folder)/\(different)") }
        do throws(SystemError) {
            try SystemCalls.makeFolders(out.closed)
            try SystemCalls.rename(staging.folder, to: out.closed.appending(issue.folder))
            try? SystemCalls.fsync(folder: out.closed)
        } catch {
            throw PublishingError(error)
        }
        try? FrozenFolder.makeReadOnly(out.closed.appending(issue.folder))
    }

    private func firstDifference() throws(SystemError) -> String? {
        let found = try Manifest.Output.reading(outputs.map(\.path), in: staging.folder)
        return zip(outputs, found).first { $0 != $1 }?.0.path
    }

    /// Takes away everybody's right to write, the folder's own last: so a folder without it has none left below.
    static func makeReadOnly(_ folder: FilePath) throws(SystemError) {
        guard let mode = SystemCalls.mode(of: folder), mode & 0o222 != 0 else { return }
        for path in try SystemCalls.files(below: folder) { try SystemCalls.chmod(folder.appending(path), 0o440) }
        for path in try SystemCalls.folders(below: folder).reversed() {
            try SystemCalls.chmod(folder.appending(path), 0o550)
        }
        try SystemCalls.chmod(folder, 0o550)
    }

    private static func copy(_ source: FilePath, to target: FilePath) throws(SystemError) {
        try SystemCalls.makeFolders(target.removingLastComponent())
        try SystemCalls.write(SystemCalls.read(source), new: target)
    }
}
