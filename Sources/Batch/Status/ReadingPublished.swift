import SystemPackage

/// A file of the published set that is not as its manifest has it.
struct ChangedFile: Error, Equatable {
    let path: String
}

extension PublishedSet {
    func lists(_ path: String) -> Bool {
        manifest.outputs.contains { $0.path == path }
    }

    /// A file as it was published.
    ///
    /// - Throws: where it is gone, was changed, or belongs to the set that has taken this one's place.
    func read(_ path: String) throws(ChangedFile) -> [UInt8] {
        guard let bytes = try? SystemCalls.read(folder.appending(path)),
            manifest.outputs.contains(where: { $0.path == path && $0.sha256 == sha256(bytes) })
        else { throw ChangedFile(path: path) }
        return bytes
    }

    /// Reads the published set without the lock, while a run may replace it: what `body` gives is of one set.
    ///
    /// - Returns: nil where nothing is published.
    /// - Throws: `.output` where a file was changed after it was published.
    static func reading<Value>(
        _ out: OutFolder,
        _ body: (PublishedSet) throws(ChangedFile) -> Value
    ) throws(BatchError) -> Value? {
        let manifest = out.set.appending(Manifest.fileName)
        var seen: String?
        for _ in 1...10 {
            guard let set = try? PublishedSet(out) else {
                // Between two renames nothing stands there for a moment.
                guard SystemCalls.kind(of: out.intent) != nil || SystemCalls.kind(of: manifest) != nil else { break }
                SystemCalls.pause(milliseconds: 100)
                continue
            }
            do throws(ChangedFile) {
                return try body(set)
            } catch {
                // Another set by now: that one is read. The same one again: somebody has changed the file.
                guard seen != set.manifestSHA256 else {
                    throw .output(
                        "\(out.set.appending(error.path)) bị sửa hoặc bị xóa sau khi công bố; số liệu ở đó không dùng được. "
                            + "Hãy chạy lại tonghop run: bộ số liệu được ghi lại từ hộp thư."
                    )
                }
                seen = set.manifestSHA256
            }
        }
        guard SystemCalls.kind(of: out.set) == nil else {
            throw .output("Không đọc được \(manifest); hãy chạy lại tonghop run.")
        }
        return nil
    }
}
