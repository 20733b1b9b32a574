import Glibc

/// The folder that holds the ledger, as the operating system sees it.
enum StateFolder {
    /// Makes the folder and an empty file in it that only their owner can use; leaves alone what exists.
    ///
    /// SQLite gives its write-ahead log the rights of the database file, so that file must have the right ones before SQLite
    /// opens it.
    static func prepare(folder: String, file: String) throws(LedgerError) {
        try makeFolder(folder)
        if NetworkFileSystem.holds(folder: folder) { throw .networkFileSystem(folder: folder) }
        let descriptor = unsafe open(file, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw .cannotWrite(file: file, detail: lastError()) }
        defer { close(descriptor) }
        guard fchmod(descriptor, 0o600) == 0 else { throw .cannotWrite(file: file, detail: lastError()) }
    }

    /// Replaces a file by another of the same folder, in one step.
    static func rename(_ source: String, to target: String) throws(LedgerError) {
        guard unsafe Glibc.rename(source, target) == 0 else { throw .cannotWrite(file: target, detail: lastError()) }
    }

    /// Bytes of a file that can be read.
    static func size(_ file: String) throws(LedgerError) -> Int {
        let descriptor = unsafe open(file, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw errno == ENOENT || errno == ENOTDIR
                ? .missing(file: file) : .cannotRead(file: file, detail: lastError())
        }
        defer { close(descriptor) }
        var information = stat()
        guard unsafe fstat(descriptor, &information) == 0 else {
            throw .cannotRead(file: file, detail: lastError())
        }
        return Int(information.st_size)
    }

    /// Deletes a file, if there is one.
    static func remove(_ file: String) {
        _ = unsafe unlink(file)
    }

    static func restrict(_ file: String) throws(LedgerError) {
        guard unsafe chmod(file, 0o600) == 0 else { throw .cannotWrite(file: file, detail: lastError()) }
    }

    private static func makeFolder(_ folder: String) throws(LedgerError) {
        if unsafe mkdir(folder, 0o750) == 0 || errno == EEXIST { return }
        guard errno == ENOENT, let slash = folder.lastIndex(of: "/"), slash != folder.startIndex else {
            throw .cannotWrite(file: folder, detail: lastError())
        }
        try makeFolder(String(folder[..<slash]))
        guard unsafe mkdir(folder, 0o750) == 0 || errno == EEXIST else {
            throw .cannotWrite(file: folder, detail: lastError())
        }
    }

    private static func lastError() -> String {
        unsafe String(cString: strerror(errno))
    }
}
