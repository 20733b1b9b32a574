// A file's bytes, read whole, and only where they stood still while they were read.

import Glibc
import SystemPackage

/// Why a file's bytes were not read.
enum FileBytesError: Error, Equatable {
    /// Not a regular file, being written, or not readable; what it is, in Vietnamese (F6).
    case refused(String)
    /// Larger than the limit (F7).
    case tooLarge(bytes: Int)
}

/// Reads a file below a folder, by its own bytes, without following any link on the way.
func readBytes(_ path: [UInt8], below root: FilePath, limit: Int) throws(FileBytesError) -> [UInt8] {
    let file: FileDescriptor
    do {
        file = try openFile(path, below: root)
    } catch {
        // ELOOP is what the system says of a link where none is followed.
        throw .refused(
            error == .tooManySymbolicLinkLevels
                ? FileKind.link.title
                : error == .permissionDenied ? "không có quyền đọc" : "không mở được (\(error.description))"
        )
    }
    defer { try? file.close() }
    return try readBytes(of: file, limit: limit)
}

/// Reads a file that the office names itself; a link to it is followed.
func readBytes(_ path: FilePath, limit: Int) throws(FileBytesError) -> [UInt8] {
    let file: FileDescriptor
    do {
        file = try FileDescriptor.open(path, .readOnly, options: [.nonBlocking, .closeOnExec])
    } catch {
        throw .refused((error as? Errno ?? .ioError).description)
    }
    defer { try? file.close() }
    return try readBytes(of: file, limit: limit)
}

private func openFile(_ path: [UInt8], below root: FilePath) throws(Errno) -> FileDescriptor {
    var names = path.split(separator: 0x2F).map { Array($0) }
    guard let name = names.popLast() else { throw .invalidArgument }
    var folder = try Folder(root)
    for name in names { folder = try folder.folder(name) }
    return try folder.file(name)
}

private func readBytes(of file: FileDescriptor, limit: Int) throws(FileBytesError) -> [UInt8] {
    let before = try status(of: file)
    let kind = FileKind(before)
    guard kind == .file else { throw .refused(kind.title) }
    let size = Int(before.st_size)
    guard size <= limit else { throw .tooLarge(bytes: size) }
    var problem: Errno?
    // One byte more than there should be: a file that grows is told by it.
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: size + 1) { buffer, count in
        let raw = UnsafeMutableRawBufferPointer(buffer)
        while count < size + 1 {
            do {
                let read = try unsafe file.read(into: UnsafeMutableRawBufferPointer(rebasing: raw[count...]))
                if read == 0 { break }
                count += read
            } catch {
                problem = error as? Errno ?? .ioError
                break
            }
        }
    }
    if let problem { throw .refused("không đọc được (\(problem.description))") }
    let after = try status(of: file)
    guard bytes.count == size, after.st_size == before.st_size, after.st_mtim.tv_sec == before.st_mtim.tv_sec,
        after.st_mtim.tv_nsec == before.st_mtim.tv_nsec
    else { throw .refused("tệp đang được ghi") }
    return bytes
}

private func status(of file: FileDescriptor) throws(FileBytesError) -> stat {
    var status = stat()
    guard unsafe fstat(file.rawValue, &status) == 0 else {
        throw .refused("không đọc được (\(Errno(rawValue: errno).description))")
    }
    return status
}
