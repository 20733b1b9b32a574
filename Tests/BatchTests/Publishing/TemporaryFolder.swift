import FoundationEssentials
import SystemPackage

@testable import Batch

/// A folder of the test's own, deleted with it.
final class TemporaryFolder {
    let path: FilePath

    init() throws {
        path = FilePath("/tmp/tonghop-test-\(UUID().uuidString)")
        try SystemCalls.mkdir(path)
    }

    deinit {
        try? SystemCalls.removeAll(path)
    }

    func write(_ text: String, to relative: String) throws {
        let file = path.appending(relative)
        try SystemCalls.makeFolders(file.removingLastComponent())
        try SystemCalls.removeAll(file)
        try SystemCalls.write(Array(text.utf8), new: file)
    }

    func read(_ relative: String) throws -> String {
        String(decoding: try SystemCalls.read(path.appending(relative)), as: UTF8.self)
    }

    func has(_ relative: String) -> Bool {
        SystemCalls.kind(of: path.appending(relative)) != nil
    }

    /// Rights of a file or folder, as `ls` numbers them.
    func mode(_ relative: String) throws -> Int? {
        let attributes = try FileManager.default.attributesOfItem(atPath: path.appending(relative).string)
        return attributes[.posixPermissions] as? Int
    }
}
