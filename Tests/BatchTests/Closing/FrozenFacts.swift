import SystemPackage

@testable import Batch

/// Writes what of a closed set the next year reads: `facts.csv`, with its hash.
func freeze(_ facts: String, as issue: String, in out: FilePath) throws {
    let folder = out.appending("da-chot").appending(issue)
    try SystemCalls.makeFolders(folder)
    let bytes = Array(facts.utf8)
    try SystemCalls.write(bytes, new: folder.appending("facts.csv"))
    try SystemCalls.write(
        sha256Sums([Manifest.Output(path: "facts.csv", sha256: sha256(bytes), bytes: bytes.count)]),
        new: folder.appending(Manifest.sumsName)
    )
}
