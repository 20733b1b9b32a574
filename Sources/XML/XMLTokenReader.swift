import CXML2

/// A piece of XML, told without making a string: names as positions in a list, texts as ranges of the reader's bytes.
package struct XMLToken: Sendable {
    package enum Kind: UInt8, Sendable {
        /// An element begins; its attributes follow.
        case start
        /// An attribute whose name is on the reader's list; the others are left out.
        case attribute
        /// White space included. A long text comes in several pieces.
        case text
        case end
    }

    package let kind: Kind
    /// Position in the reader's list of names, prefixes left out; `XMLToken.otherName` where it is not on it.
    package let name: UInt8
    fileprivate let from: UInt32
    fileprivate let to: UInt32

    package static let otherName = UInt8.max

    /// Of a text, or of an attribute's value: where it stands in the reader's `bytes`, until the next token is asked for.
    package var range: Range<Int> { Int(from)..<Int(to) }
}

/// Reads XML that others sent, piece by piece, at the speed of libxml2: for sheets of millions of cells.
///
/// Bounded in memory and linear in time whatever is sent: no network, no document type declaration, no entities but the five of
/// XML; at most 64 levels, 256 attributes an element, 256 namespaces at once, and 1 MiB a tag. The bytes are UTF-8, whatever
/// they say of themselves.
@safe package struct XMLTokenReader: ~Copyable {
    private let file: String
    private let chunks: () throws(XMLError) -> [UInt8]
    private let sink: TokenSink
    private let parser: xmlParserCtxtPtr
    private var guardian = TagGuard()
    private var next = 0
    private var hasBegun = false
    private var isFinished = false

    /// The bytes that ranges of tokens are of.
    package var bytes: [UInt8] { sink.bytes }

    /// Reads what `chunks` gives until it gives none (an empty array); its errors are thrown by `read`.
    ///
    /// - Parameters:
    ///   - names: the names that tokens are told by, the most frequent first; at most 200.
    ///   - file: how errors name it.
    /// - Throws: where libxml2 has no memory left.
    package init(
        names: [String],
        file: String,
        chunks: @escaping () throws(XMLError) -> [UInt8]
    ) throws(XMLError) {
        _ = LibXML.ready
        let sink = TokenSink()
        var handler = unsafe xmlSAXHandler()
        unsafe handler.initialized = UInt32(XML_SAX2_MAGIC)
        unsafe handler.startElementNs = TokenSink.startElement
        unsafe handler.endElementNs = TokenSink.endElement
        unsafe handler.characters = TokenSink.characters
        unsafe handler.ignorableWhitespace = TokenSink.characters
        unsafe handler.cdataBlock = TokenSink.characters
        unsafe handler.internalSubset = TokenSink.documentType
        let made = unsafe xmlCreatePushParserCtxt(&handler, sink.context, nil, 0, nil)
        guard let parser = unsafe made else { throw XMLError(file: file, line: 0, message: "no memory for a parser") }
        unsafe xmlCtxtResetPush(parser, nil, 0, nil, "UTF-8")
        // Entities replaced: there are none but XML's own five, and without it `&amp;` in an attribute comes out as `&#38;`.
        let options = Int32(XML_PARSE_IGNORE_ENC.rawValue | XML_PARSE_NOENT.rawValue)
        unsafe xmlCtxtUseOptions(parser, LibXML.options | options)
        unsafe sink.know(names, parser)
        self.file = file
        self.chunks = chunks
        self.sink = sink
        unsafe self.parser = unsafe parser
    }

    deinit { unsafe xmlFreeParserCtxt(parser) }

    /// The next token, or nil after the last. Throws where the document is not well-formed or not accepted; nothing may be read
    /// after that.
    package mutating func read() throws(XMLError) -> XMLToken? {
        while next == sink.tokens.count {
            guard !isFinished else { return nil }
            try feed()
        }
        next += 1
        return sink.tokens[next - 1]
    }

    private mutating func feed() throws(XMLError) {
        next = 0
        sink.removeAll()
        let chunk = try chunks()
        isFinished = chunk.isEmpty
        if let fault = guardian.fault(in: chunk.span) { throw stop(fault) }
        // libxml2 takes a byte order mark for text where it is told the encoding.
        let mark = !hasBegun && chunk.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        hasBegun = true
        let code = unsafe chunk[mark...].withUnsafeBytes { buffer in
            unsafe xmlParseChunk(
                parser,
                buffer.baseAddress?.assumingMemoryBound(to: CChar.self),
                Int32(buffer.count),
                isFinished ? 1 : 0
            )
        }
        if let fault = sink.fault { throw stop(fault) }
        let error = unsafe xmlCtxtGetLastError(parser)
        if let error = unsafe error, unsafe error.pointee.level != XML_ERR_WARNING {
            let message = unsafe error.pointee.message.map { unsafe String(cString: $0) } ?? "cannot be read"
            throw stop(message.split(whereSeparator: \.isNewline).joined(separator: " "))
        }
        if code != 0 { throw stop("cannot be read") }
    }

    private mutating func stop(_ message: String) -> XMLError {
        isFinished = true
        sink.removeAll()
        next = 0
        return XMLError(file: file, line: unsafe Int(xmlSAX2GetLineNumber(parser)), message: message)
    }
}

/// Where libxml2's parser puts what it finds in one chunk.
private final class TokenSink {
    private(set) var tokens: [XMLToken] = []
    private(set) var bytes: [UInt8] = []
    /// What was found and is not accepted.
    private(set) var fault: String?
    /// As the parser's dictionary holds them, so that equal names have equal addresses.
    private var names: [UInt] = []
    /// How many namespaces each open element declares.
    private var namespaces: [Int] = []
    private var namespacesOpen = 0

    private static let mostLevels = 64
    private static let mostNamespaces = 256

    /// For the parser's user data. The sink must outlive the parser.
    var context: UnsafeMutableRawPointer { unsafe Unmanaged.passUnretained(self).toOpaque() }

    func know(_ names: [String], _ parser: xmlParserCtxtPtr) {
        self.names = names.prefix(200).map { name in
            UInt(bitPattern: unsafe xmlDictLookup(parser.pointee.dict, name, -1))
        }
    }

    func removeAll() {
        tokens.removeAll(keepingCapacity: true)
        bytes.removeAll(keepingCapacity: true)
    }

    private func number(of name: UnsafePointer<xmlChar>?) -> UInt8 {
        let address = UInt(bitPattern: name)
        for index in names.indices where names[index] == address { return UInt8(truncatingIfNeeded: index) }
        return XMLToken.otherName
    }

    private func append(_ kind: XMLToken.Kind, name: UInt8, _ text: UnsafeBufferPointer<xmlChar>? = nil) {
        let start = UInt32(truncatingIfNeeded: bytes.count)
        if let text = unsafe text { unsafe bytes.append(contentsOf: text) }
        tokens.append(XMLToken(kind: kind, name: name, from: start, to: UInt32(truncatingIfNeeded: bytes.count)))
    }

    private static func of(_ context: UnsafeMutableRawPointer?) -> TokenSink? {
        unsafe context.map { unsafe Unmanaged<TokenSink>.fromOpaque($0).takeUnretainedValue() }
    }

    static let startElement: startElementNsSAX2Func = {
        context,
        name,
        _,
        _,
        declared,
        _,
        attributeCount,
        _,
        attributes in
        guard let sink = unsafe of(context), sink.fault == nil else { return }
        sink.namespaces.append(Int(declared))
        sink.namespacesOpen += Int(declared)
        if sink.namespaces.count > mostLevels { sink.fault = "nested deeper than \(mostLevels) levels" }
        if sink.namespacesOpen > mostNamespaces { sink.fault = "more than \(mostNamespaces) namespaces" }
        unsafe sink.append(.start, name: sink.number(of: name))
        guard let attributes = unsafe attributes else { return }
        // Five pointers each: name, prefix, namespace, and the value's two ends.
        for index in 0..<Int(attributeCount) {
            let number = unsafe sink.number(of: attributes[index * 5])
            guard number != XMLToken.otherName, let start = unsafe attributes[index * 5 + 3],
                let end = unsafe attributes[index * 5 + 4]
            else { continue }
            unsafe sink.append(.attribute, name: number, UnsafeBufferPointer(start: start, count: end - start))
        }
    }

    static let endElement: endElementNsSAX2Func = { context, name, _, _ in
        guard let sink = unsafe of(context), sink.fault == nil else { return }
        sink.namespacesOpen -= sink.namespaces.popLast() ?? 0
        unsafe sink.append(.end, name: sink.number(of: name))
    }

    static let characters: charactersSAXFunc = { context, text, length in
        guard let sink = unsafe of(context), sink.fault == nil, let text = unsafe text else { return }
        unsafe sink.append(
            .text,
            name: XMLToken.otherName,
            UnsafeBufferPointer(start: text, count: Int(max(length, 0)))
        )
    }

    static let documentType: internalSubsetSAXFunc = { context, _, _, _ in
        unsafe of(context)?.fault = "a document type declaration is not accepted"
    }
}
