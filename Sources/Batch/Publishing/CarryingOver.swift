import SystemPackage

extension Staging {
    /// Takes the folder of a period from the published set as it stands, by hard link, else by copy.
    ///
    /// Each file is compared with that set's manifest first.
    /// - Returns: paths of files that were changed, are gone, or stand there without being in the manifest. Then nothing is
    ///   carried over, and the period is to be computed anew; empty: it was carried over.
    package func carryOver(period: String, of published: PublishedSet) throws(PublishingError) -> [String] {
        let source = published.folder.appending(period)
        let listed = published.manifest.outputs.filter { $0.path.hasPrefix(period + "/") }
        do throws(SystemError) {
            guard SystemCalls.kind(of: source) == .folder else { return listed.map(\.path) }
            let present = try SystemCalls.files(below: source).map { "\(period)/\($0)" }
            var changed = Set(present).symmetricDifference(listed.map(\.path))
            for output in listed where !changed.contains(output.path) {
                let file = published.folder.appending(output.path)
                // A link could show one file now and another later.
                guard SystemCalls.kind(of: file) == .file,
                    try Manifest.Output(reading: file, path: output.path) == output
                else {
                    changed.insert(output.path)
                    continue
                }
            }
            guard changed.isEmpty, !listed.isEmpty else { return changed.sorted(by: precedes) }
            for output in listed {
                try carry(published.folder.appending(output.path), to: folder.appending(output.path))
            }
            return []
        } catch {
            throw PublishingError(error)
        }
    }

    /// Takes what stands beside the periods' folders, such as the findings, as `carryOver` takes a period.
    package func carryOverLists(of published: PublishedSet) throws(PublishingError) -> [String] {
        let periods = Set(published.manifest.periods.map(\.id))
        let listed = published.manifest.outputs.filter { output in
            !periods.contains(String(output.path.prefix { $0 != "/" }))
        }
        var changed: [String] = []
        do throws(SystemError) {
            for output in listed {
                let file = published.folder.appending(output.path)
                guard SystemCalls.kind(of: file) == .file,
                    try Manifest.Output(reading: file, path: output.path) == output
                else {
                    changed.append(output.path)
                    continue
                }
                try carry(file, to: folder.appending(output.path))
            }
        } catch {
            throw PublishingError(error)
        }
        return changed
    }

    private func carry(_ source: FilePath, to target: FilePath) throws(SystemError) {
        try SystemCalls.makeFolders(target.removingLastComponent())
        do throws(SystemError) {
            try SystemCalls.link(source, to: target)
        } catch {
            // Some file systems know no hard links, and some kernels allow none to another owner's file.
            try SystemCalls.write(SystemCalls.read(source), new: target)
        }
    }
}
