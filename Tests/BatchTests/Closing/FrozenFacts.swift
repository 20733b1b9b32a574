import SystemPackage

@testable import Batch

/// Writes what of a closed set the next year reads: `facts.csv` and `assessments.csv`, with their hashes.
func freeze(
    _ facts: String,
    assessments: String = "period,unit,indicator,assessment\n",
    as issue: String,
    in out: FilePath
) throws {
    let folder = out.appending("da-chot").appending(issue)
    try SystemCalls.makeFolders(folder)
    var files: [Manifest.Output] = []
    for (name, text) in [("assessments.csv", assessments), ("facts.csv", facts)] {
        let bytes = Array(text.utf8)
        try SystemCalls.write(bytes, new: folder.appending(name))
        files.append(Manifest.Output(path: name, sha256: sha256(bytes), bytes: bytes.count))
    }
    try SystemCalls.write(sha256Sums(files), new: folder.appending(Manifest.sumsName))
}
