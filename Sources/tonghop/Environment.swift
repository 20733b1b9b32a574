import Glibc
import SystemPackage

/// What the process is started with.
enum Environment {
    /// Nil where it is not set or empty.
    static func value(_ name: String) -> String? {
        guard let value = unsafe getenv(name) else { return nil }
        let text = unsafe String(cString: value)
        return text.isEmpty ? nil : text
    }

    /// The name of the user who started the process; behind `sudo`, of the one who called it.
    static var user: String {
        if let name = value("SUDO_USER") { return name }
        if let entry = unsafe getpwuid(getuid()), let name = unsafe entry.pointee.pw_name {
            return unsafe String(cString: name)
        }
        return String(getuid())
    }

    /// The program's own file, with links resolved.
    static var executable: FilePath? {
        var buffer = [UInt8](repeating: 0, count: 4_096)
        let count = unsafe buffer.withUnsafeMutableBytes { bytes in
            unsafe bytes.baseAddress.map { unsafe readlink("/proc/self/exe", $0, bytes.count) } ?? 0
        }
        guard count > 0, count < buffer.count else { return nil }
        return FilePath(String(decoding: buffer[..<count], as: UTF8.self))
    }
}
