import CXML2

/// What a stream of XML holds, one piece after the other.
package enum XMLEvent: Hashable, Sendable {
    /// Names without prefixes; declarations of namespaces are left out.
    case start(name: String, attributes: [XMLAttribute])
    /// White space included. A long text may come in several pieces.
    case text(String)
    case end(name: String)
}

/// Reads XML piece by piece, in memory that does not grow with the document.
///
/// No network, no entities but the five of XML: a document type declaration is refused. Nesting is bounded at 256, one text at 10 MB.
@safe package struct XMLEventReader: ~Copyable {
    private let file: String
    private let log = ErrorLog()
    private let source: ByteSource
    private let reader: xmlTextReaderPtr
    /// The name of an empty element whose end is still to be told.
    private var pendingEnd: String?
    private var finished = false

    /// Reads a document in memory. `file` is its name in errors. Throws where libxml2 has no memory left.
    package init(bytes: [UInt8], file: String) throws(XMLError) {
        var rest = bytes
        try self.init(file: file) {
            defer { rest = [] }
            return rest
        }
    }

    /// Reads what `chunks` gives, piece by piece, until it gives none (an empty array). An error of `chunks` is thrown by `next`.
    /// Throws where libxml2 has no memory left.
    package init(file: String, chunks: @escaping () throws(XMLError) -> [UInt8]) throws(XMLError) {
        _ = LibXML.ready
        let source = ByteSource(chunks)
        let reader = unsafe xmlReaderForIO(ByteSource.read, nil, source.context, nil, "UTF-8", LibXML.options)
        guard let reader = unsafe reader else { throw XMLError(file: file, line: 0, message: "no memory for a reader") }
        self.file = file
        self.source = source
        unsafe self.reader = unsafe reader
        unsafe xmlTextReaderSetStructuredErrorHandler(reader, ErrorLog.handler, log.context)
    }

    deinit { unsafe xmlFreeTextReader(reader) }

    /// The next piece, or nil after the last. Throws where the document is not well-formed or not accepted; nothing may be read after.
    package mutating func next() throws(XMLError) -> XMLEvent? {
        if let name = pendingEnd {
            pendingEnd = nil
            return .end(name: name)
        }
        while try advance() {
            switch unsafe xmlTextReaderNodeType(reader) {
            case Int32(XML_READER_TYPE_ELEMENT.rawValue):
                let name = localName
                if unsafe xmlTextReaderIsEmptyElement(reader) == 1 { pendingEnd = name }
                return .start(name: name, attributes: attributes())
            case Int32(XML_READER_TYPE_END_ELEMENT.rawValue):
                return .end(name: localName)
            case Int32(XML_READER_TYPE_TEXT.rawValue), Int32(XML_READER_TYPE_CDATA.rawValue),
                Int32(XML_READER_TYPE_WHITESPACE.rawValue), Int32(XML_READER_TYPE_SIGNIFICANT_WHITESPACE.rawValue):
                return .text(value)
            default:
                break  // comments and instructions
            }
        }
        return nil
    }

    /// Moves to the next node; false at the end.
    private mutating func advance() throws(XMLError) -> Bool {
        guard !finished else { return false }
        let result = unsafe xmlTextReaderRead(reader)
        if result != 1 { finished = true }
        if let error = source.failure { throw error }
        if result < 0 || !log.entries.isEmpty {
            finished = true
            let first = log.entries.first
            throw XMLError(file: file, line: first?.line ?? line, message: first?.message ?? "cannot be read")
        }
        let type = unsafe xmlTextReaderNodeType(reader)
        if type == Int32(XML_READER_TYPE_DOCUMENT_TYPE.rawValue)
            || type == Int32(XML_READER_TYPE_ENTITY_REFERENCE.rawValue)
        {
            finished = true
            throw XMLError(file: file, line: line, message: "a document type declaration is not accepted")
        }
        return result == 1
    }

    private var line: Int { unsafe Int(xmlTextReaderGetParserLineNumber(reader)) }

    private var localName: String { unsafe string(xmlTextReaderConstLocalName(reader)) }

    private var value: String { unsafe string(xmlTextReaderConstValue(reader)) }

    private func attributes() -> [XMLAttribute] {
        var attributes: [XMLAttribute] = []
        while unsafe xmlTextReaderMoveToNextAttribute(reader) == 1 {
            guard unsafe xmlTextReaderIsNamespaceDecl(reader) != 1 else { continue }
            attributes.append(XMLAttribute(name: localName, value: value))
        }
        _ = unsafe xmlTextReaderMoveToElement(reader)
        return attributes
    }
}

private func string(_ pointer: UnsafePointer<xmlChar>?) -> String {
    unsafe pointer.map { unsafe String(cString: $0) } ?? ""
}
