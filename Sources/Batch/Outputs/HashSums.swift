/// `SHA256SUMS`, which `sha256sum -c` checks in the set's folder. Names of the set hold nothing that needs an escape.
package func sha256Sums(_ files: [Manifest.Output]) -> [UInt8] {
    var bytes: [UInt8] = []
    for file in files.sorted(by: { precedes($0.path, $1.path) }) {
        bytes.append(contentsOf: "\(file.sha256)  \(file.path)\n".utf8)
    }
    return bytes
}

/// The hashes of a `SHA256SUMS` by path; nil where a line of it is not as `sha256Sums` writes it.
package func readSHA256Sums(_ bytes: [UInt8]) -> [String: String]? {
    guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
    var sums: [String: String] = [:]
    for line in text.split(separator: "\n") {
        let digits = line.prefix(64)
        let rest = line.dropFirst(64)
        guard digits.utf8.count == 64, digits.utf8.allSatisfy({ (48...57).contains($0) || (97...102).contains($0) }),
            rest.hasPrefix("  "), sums.updateValue(String(digits), forKey: String(rest.dropFirst(2))) == nil
        else { return nil }
    }
    return sums
}
