/// `SHA256SUMS`, which `sha256sum -c` checks in the set's folder. Names of the set hold nothing that needs an escape.
package func sha256Sums(_ files: [Manifest.Output]) -> [UInt8] {
    var bytes: [UInt8] = []
    for file in files.sorted(by: { precedes($0.path, $1.path) }) {
        bytes.append(contentsOf: "\(file.sha256)  \(file.path)\n".utf8)
    }
    return bytes
}
