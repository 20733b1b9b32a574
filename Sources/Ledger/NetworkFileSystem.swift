import Glibc

/// Tells whether a folder lies on a network file system: SQLite's write-ahead log needs memory that all its users share.
enum NetworkFileSystem {
    static func holds(folder: String) -> Bool {
        var information = stat()
        guard unsafe stat(folder, &information) == 0 else { return false }
        let device = UInt64(information.st_dev)
        let major = (device >> 8) & 0xFFF
        let minor = (device & 0xFF) | ((device >> 12) & 0xFFF00)
        guard let kind = kind(ofDevice: "\(major):\(minor)", mounts: mounts()) else { return false }
        return isNetwork(kind)
    }

    static func isNetwork(_ kind: String) -> Bool {
        let kinds = [
            "nfs", "nfs4", "cifs", "smb3", "smbfs", "ncpfs", "afs", "ceph", "9p", "glusterfs", "fuse.sshfs",
            "fuse.glusterfs", "fuse.s3fs", "fuse.davfs", "fuse.rclone",
        ]
        return kinds.contains(kind)
    }

    /// The file system type of a device (`0:45`) in the text of `/proc/self/mountinfo`, proc(5).
    static func kind(ofDevice device: String, mounts: String) -> String? {
        for line in mounts.split(separator: "\n") {
            let words = line.split(separator: " ")
            // Optional fields stand between the sixth word and a lone hyphen; the type follows it.
            guard words.count > 6, words[2] == device, let hyphen = words.dropFirst(6).firstIndex(of: "-"),
                hyphen + 1 < words.endIndex
            else { continue }
            return String(words[hyphen + 1])
        }
        return nil
    }

    private static func mounts() -> String {
        let descriptor = unsafe open("/proc/self/mountinfo", O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return "" }
        defer { close(descriptor) }
        var text: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 16_384)
        while true {
            let count = unsafe buffer.withUnsafeMutableBytes { unsafe read(descriptor, $0.baseAddress, $0.count) }
            guard count > 0 else { break }
            text.append(contentsOf: buffer[..<count])
        }
        return String(decoding: text, as: UTF8.self)
    }
}
