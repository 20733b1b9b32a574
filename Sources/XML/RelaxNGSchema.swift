import CXML2

/// A RELAX NG schema in XML syntax, complete in itself.
@safe package struct RelaxNGSchema: ~Copyable {
    private let schema: xmlRelaxNGPtr

    /// Compiles the schema. `file` is its name in errors; nothing is opened by it.
    ///
    /// Throws where the schema is not well-formed, is no schema, or asks for another file (`include`, `externalRef`).
    package init(bytes: [UInt8], file: String) throws(XMLError) {
        let root = try XMLDocument(parsing: bytes, file: file).root
        try Self.refuseOtherFiles(in: root, file: file)
        let tree = try LibXMLTree(bytes, file: file)
        let log = ErrorLog()
        guard let context = unsafe xmlRelaxNGNewDocParserCtxt(tree.document) else {
            throw XMLError(file: file, line: 0, message: "no memory for a schema")
        }
        defer { unsafe xmlRelaxNGFreeParserCtxt(context) }
        unsafe xmlRelaxNGSetParserStructuredErrors(context, ErrorLog.handler, log.context)
        let schema = unsafe xmlRelaxNGParse(context)
        guard let schema = unsafe schema, log.entries.isEmpty else {
            unsafe xmlRelaxNGFree(schema)
            let first = log.entries.first
            // A schema at fault as a whole comes without a line.
            let line = first.map(\.line).flatMap { $0 > 0 ? $0 : nil } ?? root.line
            throw XMLError(file: file, line: line, message: first?.message ?? "not a RELAX NG schema")
        }
        unsafe self.schema = unsafe schema
    }

    deinit { unsafe xmlRelaxNGFree(schema) }

    /// What in the document is against the schema, each with the line on which the element in question begins; empty where all is well.
    ///
    /// Throws where the document cannot be read at all, as `XMLDocument` does.
    package func validate(_ bytes: [UInt8], file: String) throws(XMLError) -> [XMLError] {
        let lines = try StartTagLines(of: bytes, file: file).lines
        _ = try XMLDocument(parsing: bytes, file: file)  // its guards hold here too
        let tree = try LibXMLTree(bytes, file: file)
        let log = ErrorLog()
        guard let context = unsafe xmlRelaxNGNewValidCtxt(schema) else {
            throw XMLError(file: file, line: 0, message: "no memory for a validation")
        }
        defer { unsafe xmlRelaxNGFreeValidCtxt(context) }
        unsafe xmlRelaxNGSetValidStructuredErrors(context, ErrorLog.handler, log.context)
        let result = unsafe xmlRelaxNGValidateDoc(context, tree.document)
        if result != 0, log.entries.isEmpty {
            return [XMLError(file: file, line: 0, message: "not valid, for a reason that libxml2 does not tell")]
        }
        guard !log.entries.isEmpty else { return [] }
        let places = tree.lines(lines)
        return log.entries.map { entry in
            XMLError(file: file, line: entry.node.flatMap { places[$0] } ?? entry.line, message: entry.message)
        }
    }

    private static func refuseOtherFiles(in element: XMLElement, file: String) throws(XMLError) {
        if element.name == "include" || element.name == "externalRef" {
            throw XMLError(file: file, line: element.line, message: "a schema may not ask for another file")
        }
        for child in element.elements { try refuseOtherFiles(in: child, file: file) }
    }
}
