// Publishing: the staged set takes the published one's place in one step. A reader sees the old set or the new one, never a
// mixture, and whatever happens on the way leaves one of them whole.

import SystemPackage

/// How two folders change places.
package enum SwapMethod: Sendable {
    /// `renameat2` with RENAME_EXCHANGE; where the file system has none, by two renames.
    case exchange
    /// With an intent file that the next start completes.
    case twoRenames
}

/// Gives the staged set its manifest and hashes, verifies it as it lies on the disk, and publishes it.
///
/// - Parameter manifest: lists what `Staging.outputs()` gave.
package func publish(
    _ staging: Staging,
    to out: OutFolder,
    manifest: Manifest,
    by method: SwapMethod = .exchange
) throws(PublishingError) {
    try publish(staging, to: out, json: manifest.json(), outputs: manifest.outputs, by: method)
}

/// The same, with the bytes of the manifest and the files that it lists.
///
/// - Parameter commit: what must have happened before the set is published, after it was verified.
func publish(
    _ staging: Staging,
    to out: OutFolder,
    json: [UInt8],
    outputs: [Manifest.Output],
    by method: SwapMethod = .exchange,
    after commit: () throws(PublishingError) -> Void = {}
) throws(PublishingError) {
    let summary = Manifest.Output(path: Manifest.fileName, sha256: sha256(json), bytes: json.count)
    try staging.write(json, to: Manifest.fileName)
    try staging.write(sha256Sums(outputs + [summary]), to: Manifest.sumsName)
    do throws(SystemError) {
        try SystemCalls.removeAll(staging.temporary)
        try SystemCalls.syncfs(staging.folder)
    } catch {
        throw PublishingError(error)
    }
    let different: String?
    do throws(SystemError) {
        different = try firstDifference(staging, outputs + [summary])
    } catch {
        throw PublishingError(error)
    }
    if let different { throw .corrupted(path: different) }
    try commit()
    do throws(SystemError) {
        try swap(out, manifest: summary.sha256, by: method)
    } catch {
        throw PublishingError(error)
    }
}

/// The first file that is not as the manifest has it, or that it does not have; nil where there is none.
private func firstDifference(_ staging: Staging, _ expected: [Manifest.Output]) throws(SystemError) -> String? {
    let present = try SystemCalls.files(below: staging.folder)
    let strange = Set(present).symmetricDifference(expected.map(\.path) + [Manifest.sumsName])
    if let path = strange.min(by: precedes) { return path }
    let found = try Manifest.Output.reading(expected.map(\.path), in: staging.folder, fromDisk: true)
    return zip(expected, found).first { $0 != $1 }?.0.path
}

/// Once the new set has its place the run has succeeded: what then remains to be tidied is left to the next start.
private func swap(_ out: OutFolder, manifest: String, by method: SwapMethod) throws(SystemError) {
    guard SystemCalls.kind(of: out.set) != nil else {
        try retrying { () throws(SystemError) in try SystemCalls.rename(out.staged, to: out.set) }
        try? SystemCalls.fsync(folder: out.path)
        return
    }
    if case .exchange = method {
        do throws(SystemError) {
            try retrying { () throws(SystemError) in try SystemCalls.exchange(out.set, out.staged) }
            try? SystemCalls.fsync(folder: out.path)
            try? keepAsPrevious(out.staged, out)
            return
        } catch {
            // EINVAL: this file system; ENOSYS: this kernel; EOPNOTSUPP: this server.
            guard [.invalidArgument, .noFunction, .notSupportedOnSocket, .notSupported].contains(error.errno) else {
                throw error
            }
        }
    }
    try swapByTwoRenames(out, manifest: manifest)
}

/// Between the two renames nothing is published; the intent file tells the next start what to do then.
private func swapByTwoRenames(_ out: OutFolder, manifest: String) throws(SystemError) {
    try SystemCalls.removeAll(out.replaced)
    try SystemCalls.removeAll(out.intent)
    try SystemCalls.write(Array(manifest.utf8), new: out.intent)
    try SystemCalls.syncfs(out.internals)
    try retrying { () throws(SystemError) in try SystemCalls.rename(out.set, to: out.replaced) }
    do throws(SystemError) {
        try retrying { () throws(SystemError) in try SystemCalls.rename(out.staged, to: out.set) }
    } catch {
        try SystemCalls.rename(out.replaced, to: out.set)
        try SystemCalls.removeAll(out.intent)
        throw error
    }
    try? SystemCalls.fsync(folder: out.path)
    try? SystemCalls.unlink(out.intent)
    try? keepAsPrevious(out.replaced, out)
}

/// The replaced set stays until the next run replaces another.
func keepAsPrevious(_ replaced: FilePath, _ out: OutFolder) throws(SystemError) {
    try SystemCalls.removeAll(out.previous)
    try SystemCalls.rename(replaced, to: out.previous)
}

/// A file server may refuse a rename for a moment, while a client looks into the folder.
private func retrying(_ body: () throws(SystemError) -> Void) throws(SystemError) {
    for milliseconds in [100, 300, 1_000, 3_000] {
        do throws(SystemError) {
            return try body()
        } catch {
            guard [.resourceBusy, .permissionDenied, .textFileBusy, .directoryNotEmpty].contains(error.errno) else {
                throw error
            }
            SystemCalls.pause(milliseconds: milliseconds)
        }
    }
    try body()
}
