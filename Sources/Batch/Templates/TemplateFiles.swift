import SystemPackage

/// A file of the templates, as it was read.
package struct TemplateFile: Sendable {
    /// Below the templates' folder, folders separated by `/`.
    package let path: String
    package let bytes: [UInt8]
    package let sha256: String

    package init(path: String, bytes: [UInt8], sha256: String) {
        self.path = path
        self.bytes = bytes
        self.sha256 = sha256
    }
}

/// The bytes of a template that must be there.
///
/// - Parameter path: below the templates' folder.
/// - Throws: `.plan`.
func readTemplate(_ path: String, of templates: FilePath) throws(BatchError) -> [UInt8] {
    let file = templates.appending(path)
    do throws(SystemError) {
        return try SystemCalls.read(file)
    } catch {
        throw .plan(["\(file): \(error)"])
    }
}

/// Every XML file and schema of the templates, folders below included, in the order of their paths.
///
/// Other files (notes, an editor's backups) play no part in a run and so none in its id.
package func readTemplates(_ folder: FilePath) throws(BatchError) -> [TemplateFile] {
    do throws(SystemError) {
        var files: [TemplateFile] = []
        for path in try SystemCalls.files(below: folder) where path.hasSuffix(".xml") || path.hasSuffix(".rng") {
            let bytes = try SystemCalls.read(folder.appending(path))
            files.append(TemplateFile(path: path, bytes: bytes, sha256: Batch.sha256(bytes)))
        }
        return files
    } catch {
        throw .plan(["\(folder): \(error)"])
    }
}
