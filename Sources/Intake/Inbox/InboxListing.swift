import Records
import SystemPackage

/// What lies in an inbox, in the order of paths.
package struct InboxListing: Sendable {
    package struct Entry: Sendable, Equatable {
        /// Below the inbox, folders separated by `/`, in the file system's own bytes.
        package let pathBytes: [UInt8]
        /// The same in visible characters; `InboxFile` masks what is personal in it.
        package let path: String
        /// What it is, where it is not to be read (F6); nil for a regular file.
        package let refusal: String?
    }

    package let entries: [Entry]
    /// Paths of what is skipped (`~$*`, `.DS_Store`, ...), as shown, personal numbers masked.
    package let skipped: [String]
}

/// Lists an inbox with all its folders. Links are listed, not followed.
///
/// - Throws: where the inbox itself cannot be read. A folder in it that cannot is an entry with a refusal.
package func listInbox(_ folder: FilePath) throws(IntakeError) -> InboxListing {
    var walk = Walk()
    do {
        try walk.visit(Folder(folder), path: [], depth: 0)
    } catch {
        throw .inboxUnreadable(path: shownPath(Array(folder.string.utf8)), reason: error.description)
    }
    return InboxListing(
        entries: walk.entries.sorted { PathOrder.precedes($0.pathBytes, $1.pathBytes) },
        skipped: walk.skipped.sorted(by: PathOrder.precedes).map { PersonalNumbers.masked(shownPath($0)) }
    )
}

private struct Walk {
    var entries: [InboxListing.Entry] = []
    var skipped: [[UInt8]] = []

    /// Folders in folders, beyond which nobody files reports. The open descriptors are as many.
    private static let deepest = 64

    mutating func visit(_ folder: consuming Folder, path: [UInt8], depth: Int) throws(Errno) {
        for name in try folder.names() {
            let path = path.isEmpty ? name : path + [0x2F] + name
            if FileNames.isSkipped(name) {
                skipped.append(path)
                continue
            }
            do {
                let kind = try folder.kind(of: name)
                switch kind {
                case .file: add(path, refusal: FileNames.isIncomplete(name) ? "tệp tải về dở dang" : nil)
                case .folder where depth + 1 >= Self.deepest: add(path, refusal: "thư mục lồng quá \(Self.deepest) cấp")
                case .folder: try visit(folder.folder(name), path: path, depth: depth + 1)
                case .link, .pipe, .socket, .device: add(path, refusal: kind.title)
                }
            } catch {
                add(
                    path,
                    refusal: error == .permissionDenied ? "không có quyền đọc" : "không đọc được (\(error.description))"
                )
            }
        }
    }

    private mutating func add(_ path: [UInt8], refusal: String?) {
        entries.append(InboxListing.Entry(pathBytes: path, path: shownPath(path), refusal: refusal))
    }
}
