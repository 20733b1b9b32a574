/// A file that lies in the inbox, as it was found.
package struct InboxFile: Sendable {
    /// Path below the inbox, as shown: NFC, folders separated by `/`; of a workbook's sheet followed by `!` and its name.
    package let path: String
    /// The same in the file system's own bytes, by which it is opened and ordered.
    package let pathBytes: [UInt8]
    package let bytes: Int
    /// Lower-case hexadecimal digits; empty where the file could not be read.
    package let sha256: String

    package init(path: String, pathBytes: [UInt8], bytes: Int, sha256: String) {
        self.path = path
        self.pathBytes = pathBytes
        self.bytes = bytes
        self.sha256 = sha256
    }
}
