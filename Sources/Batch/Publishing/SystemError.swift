import SystemPackage

/// A call of the operating system that failed: which, on what, and why.
struct SystemError: Error, CustomStringConvertible {
    let call: String
    let path: FilePath
    let errno: Errno

    var description: String { "\(call) \(path): \(errno)" }
}
