import CXML2

/// libxml2's parser, which is handed a document piece by piece and calls back for what it finds.
///
/// No network, no entities but the five of XML. The bytes are UTF-8, whatever they say of themselves. A document type declaration is
/// told to `internalSubset`, which is to refuse it.
@safe struct PushParser: ~Copyable {
    private let file: String
    private let parser: xmlParserCtxtPtr
    private var hasBegun = false

    /// - Parameter context: for the callbacks of `handler`; what it points to must outlive the parser.
    /// - Throws: where libxml2 has no memory left.
    init(file: String, handler: xmlSAXHandler, context: UnsafeMutableRawPointer) throws(XMLError) {
        _ = LibXML.ready
        var handler = unsafe handler
        unsafe handler.initialized = UInt32(XML_SAX2_MAGIC)
        let made = unsafe xmlCreatePushParserCtxt(&handler, context, nil, 0, nil)
        guard let parser = unsafe made else { throw XMLError(file: file, line: 0, message: "no memory for a parser") }
        unsafe xmlCtxtResetPush(parser, nil, 0, nil, "UTF-8")
        // Entities replaced: there are none but XML's own five, and without it `&amp;` in an attribute comes out as `&#38;`.
        let options = Int32(XML_PARSE_IGNORE_ENC.rawValue | XML_PARSE_NOENT.rawValue)
        unsafe xmlCtxtUseOptions(parser, LibXML.options | options)
        self.file = file
        unsafe self.parser = unsafe parser
    }

    deinit { unsafe xmlFreeParserCtxt(parser) }

    /// Where the parser's dictionary holds a name: equal names have equal addresses.
    func address(of name: String) -> UInt {
        UInt(bitPattern: unsafe xmlDictLookup(parser.pointee.dict, name, -1))
    }

    /// Parses the next piece of the document; an empty one is its end. Throws where the document is not well-formed.
    mutating func parse(_ chunk: [UInt8]) throws(XMLError) {
        // libxml2 takes a byte order mark for text where it is told the encoding.
        let mark = !hasBegun && chunk.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        hasBegun = true
        let code = unsafe chunk[mark...].withUnsafeBytes { buffer in
            unsafe xmlParseChunk(
                parser,
                buffer.baseAddress?.assumingMemoryBound(to: CChar.self),
                Int32(buffer.count),
                chunk.isEmpty ? 1 : 0
            )
        }
        let error = unsafe xmlCtxtGetLastError(parser)
        if let error = unsafe error, unsafe error.pointee.level != XML_ERR_WARNING {
            let message = unsafe error.pointee.message.map { unsafe String(cString: $0) } ?? "cannot be read"
            throw self.error(message.split(whereSeparator: \.isNewline).joined(separator: " "))
        }
        if code != 0 { throw self.error("cannot be read") }
    }

    /// An error at the line that the parser has come to.
    func error(_ message: String) -> XMLError {
        XMLError(file: file, line: unsafe Int(xmlSAX2GetLineNumber(parser)), message: message)
    }
}
