import SystemPackage

/// Completes two renames that were cut: after it, `hien-hanh` is whole, the old set or the new one. To be called under the lock,
/// before anything reads the published set or empties the staging folder.
package func recover(_ out: OutFolder) throws(PublishingError) {
    do throws(SystemError) {
        guard SystemCalls.kind(of: out.intent) != nil else { return }
        if SystemCalls.kind(of: out.set) == nil {
            // Cut between the renames. The new set takes the place only if it is the very one that was meant.
            if try isStaged(out) {
                try SystemCalls.rename(out.staged, to: out.set)
            } else if SystemCalls.kind(of: out.replaced) != nil {
                try SystemCalls.rename(out.replaced, to: out.set)
            }
        }
        if SystemCalls.kind(of: out.replaced) != nil { try keepAsPrevious(out.replaced, out) }
        try SystemCalls.unlink(out.intent)
        try SystemCalls.fsync(folder: out.path)
    } catch {
        throw PublishingError(error)
    }
}

private func isStaged(_ out: OutFolder) throws(SystemError) -> Bool {
    let manifest = out.staged.appending(Manifest.fileName)
    guard SystemCalls.kind(of: manifest) == .file else { return false }
    return try sha256(SystemCalls.read(manifest)) == String(decoding: SystemCalls.read(out.intent), as: UTF8.self)
}
