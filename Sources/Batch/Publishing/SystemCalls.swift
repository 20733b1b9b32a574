// The calls of the operating system that publishing needs and that swift-system has not; nothing else of Batch is unsafe.
// Same names as C's where C's are the field's terms; errors are typed; a call that a signal cut is made again.

import Glibc
import SystemPackage

enum SystemCalls {
    /// What stands at a path.
    enum Kind {
        case file, folder, other
    }

    static func kind(of path: FilePath) -> Kind? {
        var information = stat()
        guard unsafe path.withPlatformString({ unsafe lstat($0, &information) }) == 0 else { return nil }
        return switch information.st_mode & S_IFMT {
        case S_IFREG: .file
        case S_IFDIR: .folder
        default: .other
        }
    }

    /// What tells a folder from every other one; the time of its last change too, since file systems use numbers again.
    struct Identity: Equatable {
        let device: dev_t
        let number: ino_t
        let seconds: Int
        let nanoseconds: Int
    }

    static func identity(of path: FilePath) -> Identity? {
        var information = stat()
        guard unsafe path.withPlatformString({ unsafe lstat($0, &information) }) == 0 else { return nil }
        return Identity(
            device: information.st_dev,
            number: information.st_ino,
            seconds: information.st_ctim.tv_sec,
            nanoseconds: information.st_ctim.tv_nsec
        )
    }

    /// The rights of a file or folder; nil where there is none.
    static func mode(of path: FilePath) -> mode_t? {
        var information = stat()
        guard unsafe path.withPlatformString({ unsafe lstat($0, &information) }) == 0 else { return nil }
        return information.st_mode & 0o7777
    }

    /// The path without links and `..`, as far as it exists.
    static func resolved(_ path: FilePath) -> FilePath {
        if let found = unsafe path.withPlatformString({ unsafe realpath($0, nil) }) {
            defer { unsafe free(found) }
            return unsafe FilePath(platformString: found)
        }
        guard let name = path.lastComponent else { return path }
        let parent = path.removingLastComponent()
        return resolved(parent.isEmpty ? "." : parent).appending(name)
    }

    static func mkdir(_ path: FilePath) throws(SystemError) {
        try check("mkdir", path) { unsafe path.withPlatformString { unsafe Glibc.mkdir($0, 0o750) } }
        try chmod(path, 0o750)
    }

    static func chmod(_ path: FilePath, _ mode: mode_t) throws(SystemError) {
        try check("chmod", path) { unsafe path.withPlatformString { unsafe Glibc.chmod($0, mode) } }
    }

    static func unlink(_ path: FilePath) throws(SystemError) {
        try check("unlink", path) { unsafe path.withPlatformString { unsafe Glibc.unlink($0) } }
    }

    static func rmdir(_ path: FilePath) throws(SystemError) {
        try check("rmdir", path) { unsafe path.withPlatformString { unsafe Glibc.rmdir($0) } }
    }

    static func rename(_ source: FilePath, to target: FilePath) throws(SystemError) {
        try check("rename", source) {
            unsafe source.withPlatformString { source in
                unsafe target.withPlatformString { target in unsafe Glibc.rename(source, target) }
            }
        }
    }

    static func link(_ source: FilePath, to target: FilePath) throws(SystemError) {
        try check("link", source) {
            unsafe source.withPlatformString { source in
                unsafe target.withPlatformString { target in unsafe Glibc.link(source, target) }
            }
        }
    }

    /// Exchanges two folders in one step: `renameat2` with RENAME_EXCHANGE.
    ///
    /// Glibc declares it, and `syncfs`, for GNU sources only, which Swift's module is not; so both are looked up by name. A C
    /// library without them answers as a kernel without them does.
    static func exchange(_ one: FilePath, _ other: FilePath) throws(SystemError) {
        typealias Function =
            @convention(c) (
                CInt, UnsafePointer<CChar>, CInt, UnsafePointer<CChar>, CUnsignedInt
            ) -> CInt
        guard let symbol = unsafe dlsym(nil, "renameat2") else {
            throw SystemError(call: "renameat2", path: one, errno: .noFunction)
        }
        let renameat2 = unsafe unsafeBitCast(symbol, to: Function.self)
        let exchange: CUnsignedInt = 2
        try check("renameat2", one) {
            unsafe one.withPlatformString { one in
                unsafe other.withPlatformString { other in
                    unsafe renameat2(AT_FDCWD, one, AT_FDCWD, other, exchange)
                }
            }
        }
    }

    /// Writes the whole file system of that folder to the disk.
    static func syncfs(_ folder: FilePath) throws(SystemError) {
        typealias Function = @convention(c) (CInt) -> CInt
        guard let symbol = unsafe dlsym(nil, "syncfs") else { return sync() }
        let syncfs = unsafe unsafeBitCast(symbol, to: Function.self)
        try withFolder(folder) { descriptor throws(SystemError) in
            try check("syncfs", folder) { syncfs(descriptor) }
        }
    }

    /// Writes a folder's list of names to the disk.
    static func fsync(folder: FilePath) throws(SystemError) {
        try withFolder(folder) { descriptor throws(SystemError) in
            try check("fsync", folder) { Glibc.fsync(descriptor) }
        }
    }

    /// Asks the kernel to give up what it holds of a file in memory; some file systems hold it nowhere else and keep it.
    static func forget(_ file: FileDescriptor) {
        _ = posix_fadvise(file.rawValue, 0, 0, POSIX_FADV_DONTNEED)
    }

    /// Takes the lock of an open file, or says that another has it (`Errno.wouldBlock`).
    static func lock(_ file: FileDescriptor, _ path: FilePath) throws(SystemError) {
        try check("flock", path) { flock(file.rawValue, LOCK_EX | LOCK_NB) }
    }

    /// Tells what this process leaves beside its outputs from what another does.
    static var processID: Int32 { getpid() }

    static func pause(milliseconds: Int) {
        usleep(useconds_t(milliseconds * 1_000))
    }

    /// What a folder holds, in no order, whatever bytes a name is made of.
    static func entries(in folder: FilePath) throws(SystemError) -> [FilePath.Component] {
        guard let stream = unsafe folder.withPlatformString({ unsafe opendir($0) }) else {
            throw SystemError(call: "opendir", path: folder, errno: Errno(rawValue: errno))
        }
        defer { unsafe closedir(stream) }
        var entries: [FilePath.Component] = []
        while let entry = unsafe readdir(stream) {
            let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                unsafe bytes.bindMemory(to: CChar.self).baseAddress.flatMap {
                    unsafe FilePath.Component(platformString: $0)
                }
            }
            if let name, name.kind == .regular { entries.append(name) }
        }
        return entries
    }

    /// Bytes that a program without privileges can still write to the file system of a folder; nil where it is not there.
    static func freeBytes(_ folder: FilePath) -> Int? {
        var information = statvfs()
        guard unsafe folder.withPlatformString({ unsafe statvfs($0, &information) }) == 0 else { return nil }
        let (bytes, isTooMany) = UInt(information.f_bavail).multipliedReportingOverflow(by: UInt(information.f_frsize))
        return isTooMany ? .max : Int(clamping: bytes)
    }

    private static func withFolder(
        _ folder: FilePath,
        _ body: (CInt) throws(SystemError) -> Void
    ) throws(SystemError) {
        let descriptor = unsafe folder.withPlatformString { unsafe open($0, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
        guard descriptor >= 0 else {
            throw SystemError(call: "open", path: folder, errno: Errno(rawValue: errno))
        }
        defer { close(descriptor) }
        try body(descriptor)
    }

    private static func check(_ call: String, _ path: FilePath, _ body: () -> CInt) throws(SystemError) {
        while body() != 0 {
            let error = Errno(rawValue: errno)
            if error != .interrupted { throw SystemError(call: call, path: path, errno: error) }
        }
    }
}
