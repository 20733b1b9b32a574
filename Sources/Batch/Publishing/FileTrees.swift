// Reading, writing and walking, over swift-system and SystemCalls.

import SystemPackage

extension SystemCalls {
    /// All of a file.
    static func read(_ path: FilePath) throws(SystemError) -> [UInt8] {
        var bytes: [UInt8] = []
        try forEachPiece(of: path) { bytes.append(contentsOf: $0) }
        return bytes
    }

    /// A file's bytes in pieces, so that a large workbook is hashed without being held.
    ///
    /// - Parameter fromDisk: what the kernel holds of it in memory is given up first, as far as it is written: it says nothing of
    ///   what lies on the disk.
    static func forEachPiece(
        of path: FilePath,
        fromDisk: Bool = false,
        _ body: (ArraySlice<UInt8>) -> Void
    ) throws(SystemError) {
        try system("read", path) {
            let file = try FileDescriptor.open(path, .readOnly, options: [.closeOnExec, .nonBlocking])
            try file.closeAfter {
                if fromDisk { forget(file) }
                var buffer = [UInt8](repeating: 0, count: 1 << 16)
                while true {
                    let count = try unsafe buffer.withUnsafeMutableBytes { try unsafe file.read(into: $0) }
                    if count == 0 { break }
                    body(buffer[..<count])
                }
            }
        }
    }

    /// Writes a file that must not exist yet: in a fresh staging folder, one that does is somebody else's.
    static func write(_ bytes: [UInt8], new path: FilePath) throws(SystemError) {
        try system("write", path) {
            let file = try FileDescriptor.open(
                path,
                .writeOnly,
                options: [.create, .exclusiveCreate, .closeOnExec],
                permissions: [.ownerReadWrite, .groupRead]
            )
            _ = try file.closeAfter { try file.writeAll(bytes) }
        }
        // The process's umask may have taken rights away that the group needs.
        try chmod(path, 0o640)
    }

    /// Names in a folder in the order of their bytes; a name that is no UTF-8 is shown with U+FFFD, and then names no file.
    static func names(in folder: FilePath) throws(SystemError) -> [String] {
        try entries(in: folder).map(\.string).sorted(by: precedes)
    }

    /// Makes a folder and those above it where they are missing.
    static func makeFolders(_ path: FilePath) throws(SystemError) {
        if kind(of: path) == .folder { return }
        let parent = path.removingLastComponent()
        if !parent.isEmpty, parent != path { try makeFolders(parent) }
        do throws(SystemError) {
            try mkdir(path)
        } catch {
            // A link to a folder, or one that another process has just made.
            guard error.errno == .fileExists else { throw error }
        }
    }

    /// Paths of all files below a folder, separated by `/`, in the order of their bytes. Links are not followed.
    static func files(below folder: FilePath) throws(SystemError) -> [String] {
        var paths: [String] = []
        func walk(_ relative: String) throws(SystemError) {
            for name in try names(in: folder.appending(relative)) {
                let path = relative.isEmpty ? name : "\(relative)/\(name)"
                if kind(of: folder.appending(path)) == .folder { try walk(path) } else { paths.append(path) }
            }
        }
        try walk("")
        return paths.sorted(by: precedes)
    }

    /// Paths of all folders below a folder, those above first.
    static func folders(below folder: FilePath) throws(SystemError) -> [String] {
        var paths: [String] = []
        func walk(_ relative: String) throws(SystemError) {
            for name in try names(in: folder.appending(relative)) {
                let path = relative.isEmpty ? name : "\(relative)/\(name)"
                guard kind(of: folder.appending(path)) == .folder else { continue }
                paths.append(path)
                try walk(path)
            }
        }
        try walk("")
        return paths
    }

    /// Deletes a folder with all that it holds, or a file; what is not there is no fault.
    static func removeAll(_ path: FilePath) throws(SystemError) {
        switch kind(of: path) {
        case nil: return
        case .folder:
            for entry in try entries(in: path) { try removeAll(path.appending(entry)) }
            try rmdir(path)
        case .file, .other: try unlink(path)
        }
    }

    private static func system(_ call: String, _ path: FilePath, _ body: () throws -> Void) throws(SystemError) {
        do {
            try body()
        } catch {
            throw SystemError(call: call, path: path, errno: error as? Errno ?? .ioError)
        }
    }
}
