import Records

/// A file that lies in the inbox, as it was found.
package struct InboxFile: Sendable {
    /// Path below the inbox, as shown: NFC, folders separated by `/`, personal numbers masked; of a workbook's sheet followed by
    /// `!` and its name. Files are told apart and ordered by `pathBytes`.
    package private(set) var path: String
    /// Whether an identity number or a phone number was masked in it (C9).
    package let isMasked: Bool
    /// The same in the file system's own bytes, by which it is opened and ordered.
    package let pathBytes: [UInt8]
    package let bytes: Int
    /// Lower-case hexadecimal digits; empty where the file could not be read.
    package let sha256: String

    package init(path: String, pathBytes: [UInt8], bytes: Int, sha256: String) {
        self.path = PersonalNumbers.masked(path)
        isMasked = self.path != path
        self.pathBytes = pathBytes
        self.bytes = bytes
        self.sha256 = sha256
    }

    /// The same under a shown path that no other file has.
    func numbered(_ number: Int) -> InboxFile {
        var file = self
        file.path += "#\(number)"
        return file
    }
}
