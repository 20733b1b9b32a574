// The few calls of the operating system by which an inbox is walked and read. Every name is opened in the folder that was
// opened before it, and no link is followed: who may put files into an inbox must not make the program read others.

import Glibc
import SystemPackage

/// An open folder.
struct Folder: ~Copyable {
    private let descriptor: FileDescriptor

    /// The folder that the office names itself: a link to it is followed.
    init(_ path: FilePath) throws(Errno) {
        do {
            descriptor = try FileDescriptor.open(path, .readOnly, options: [.directory, .closeOnExec])
        } catch {
            throw error as? Errno ?? .ioError
        }
    }

    private init(_ descriptor: FileDescriptor) {
        self.descriptor = descriptor
    }

    deinit {
        // A folder that was only read has nothing left to lose.
        try? descriptor.close()
    }

    /// A folder in this one.
    borrowing func folder(_ name: [UInt8]) throws(Errno) -> Folder {
        Folder(try open(name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC))
    }

    /// A file in this one. Neither a link is followed nor a pipe waited for.
    borrowing func file(_ name: [UInt8]) throws(Errno) -> FileDescriptor {
        try open(name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
    }

    /// What a name in this folder stands for.
    borrowing func kind(of name: [UInt8]) throws(Errno) -> FileKind {
        var status = stat()
        let name = name.map { CChar(bitPattern: $0) } + [0]
        let result = unsafe fstatat(descriptor.rawValue, name, &status, AT_SYMLINK_NOFOLLOW)
        guard result == 0 else { throw Errno(rawValue: errno) }
        return FileKind(status)
    }

    /// All names but `.` and `..`, in no order.
    borrowing func names() throws(Errno) -> [[UInt8]] {
        // The stream takes the descriptor that it is given, so it gets one of its own.
        let own = try open([0x2E], O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard let stream = unsafe fdopendir(own.rawValue) else {
            let problem = Errno(rawValue: errno)
            try? own.close()
            throw problem
        }
        defer { unsafe closedir(stream) }
        var names: [[UInt8]] = []
        while true {
            errno = 0
            guard let entry = unsafe readdir(stream) else {
                guard errno == 0 else { throw Errno(rawValue: errno) }
                return names
            }
            let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                unsafe bytes.prefix { $0 != 0 }.map { $0 }
            }
            if name != [0x2E], name != [0x2E, 0x2E] { names.append(name) }
        }
    }

    private borrowing func open(_ name: [UInt8], _ flags: CInt) throws(Errno) -> FileDescriptor {
        let name = name.map { CChar(bitPattern: $0) } + [0]
        while true {
            let result = unsafe openat(descriptor.rawValue, name, flags)
            if result >= 0 { return FileDescriptor(rawValue: result) }
            let problem = Errno(rawValue: errno)
            if problem != .interrupted { throw problem }
        }
    }
}

/// What a thing in a folder is.
enum FileKind: Equatable {
    case file, folder, link, pipe, socket, device

    init(_ status: stat) {
        self =
            switch status.st_mode & S_IFMT {
            case S_IFREG: .file
            case S_IFDIR: .folder
            case S_IFLNK: .link
            case S_IFIFO: .pipe
            case S_IFSOCK: .socket
            default: .device
            }
    }

    /// As F6 names what is no regular file.
    var title: String {
        switch self {
        case .file: "tệp"
        case .folder: "thư mục"
        case .link: "liên kết (link)"
        case .pipe: "ống dẫn (FIFO)"
        case .socket: "ổ cắm (socket)"
        case .device: "thiết bị"
        }
    }
}
