import FoundationEssentials
import Glibc
import SystemPackage

/// A folder for one test, with whatever strange things lie in it; gone when the test is.
final class ScratchInbox {
    let path: FilePath

    init() throws {
        var template = Array("/tmp/tonghop-inbox-XXXXXX".utf8CString)
        guard unsafe mkdtemp(&template) != nil else { throw Errno(rawValue: errno) }
        path = FilePath(String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self))
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path.string)
    }

    func write(_ name: String, _ text: String) throws {
        try write(Array(name.utf8), Array(text.utf8))
    }

    /// A file by the bytes of its name; the folders above it are made.
    func write(_ name: [UInt8], _ bytes: [UInt8]) throws {
        let parts = name.split(separator: 0x2F, omittingEmptySubsequences: true)
        var folder: [UInt8] = []
        for part in parts.dropLast() {
            folder += (folder.isEmpty ? [] : [0x2F]) + part
            unsafe mkdir(cString(folder), 0o700)
        }
        let file = unsafe open(cString(name), O_CREAT | O_WRONLY | O_TRUNC, 0o600)
        guard file >= 0 else { throw Errno(rawValue: errno) }
        let descriptor = FileDescriptor(rawValue: file)
        try descriptor.closeAfter { _ = try descriptor.writeAll(bytes) }
    }

    func makeFolder(_ name: String) {
        unsafe mkdir(cString(Array(name.utf8)), 0o700)
    }

    func makeLink(_ name: String, to target: String) {
        unsafe symlink(target, cString(Array(name.utf8)))
    }

    func makePipe(_ name: String) {
        unsafe mkfifo(cString(Array(name.utf8)), 0o600)
    }

    /// Makes a file longer, without giving it any content.
    func grow(_ name: String, to bytes: Int) throws {
        let result = unsafe truncate(cString(Array(name.utf8)), bytes)
        guard result == 0 else { throw Errno(rawValue: errno) }
    }

    /// Another `/dev/zero` (major 1, minor 5); false where that is not allowed.
    func makeDevice(_ name: String) -> Bool {
        unsafe mknod(cString(Array(name.utf8)), S_IFCHR | 0o600, 1 << 8 | 5) == 0
    }

    static var canMakeDevices: Bool { (try? ScratchInbox().makeDevice("device")) ?? false }

    private func cString(_ name: [UInt8]) -> [CChar] {
        (Array(path.string.utf8) + [0x2F] + name + [0]).map { CChar(bitPattern: $0) }
    }
}
