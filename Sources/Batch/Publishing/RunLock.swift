import SystemPackage

/// The right to work on an out folder: one run at a time. The operating system takes it back when the process ends, however it ends.
package final class RunLock: Sendable {
    private let file: FileDescriptor

    /// Makes the out folder where it is missing, and takes its lock.
    package init(_ out: OutFolder) throws(PublishingError) {
        try out.prepare()
        file = try RunLock.lockedFile(out)
    }

    deinit {
        try? file.close()
    }

    private static func lockedFile(_ out: OutFolder) throws(PublishingError) -> FileDescriptor {
        let path = out.lockFile
        let file: FileDescriptor
        do {
            file = try FileDescriptor.open(
                path,
                .readWrite,
                options: [.create, .closeOnExec],
                permissions: [.ownerReadWrite, .groupRead]
            )
        } catch {
            throw .cannotWrite("open \(path): \(error)")
        }
        do throws(SystemError) {
            try SystemCalls.lock(file, path)
            return file
        } catch {
            try? file.close()
            throw error.errno == .wouldBlock ? .locked(out: out.path.string) : PublishingError(error)
        }
    }
}
