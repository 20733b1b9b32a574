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
    private let chunks: () throws(XMLError) -> [UInt8]
    private let sink: TokenSink
    private var parser: PushParser
    private var guardian = TagGuard()
    private var tokens: [XMLToken] = []
    private var next = 0
    private var isFinished = false

    /// The bytes that ranges of tokens are of.
    package private(set) var bytes: [UInt8] = []

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
        let sink = TokenSink()
        var handler = unsafe xmlSAXHandler()
        unsafe handler.startElementNs = TokenSink.startElement
        unsafe handler.endElementNs = TokenSink.endElement
        unsafe handler.characters = TokenSink.characters
        unsafe handler.ignorableWhitespace = TokenSink.characters
        unsafe handler.cdataBlock = TokenSink.characters
        unsafe handler.internalSubset = TokenSink.documentType
        parser = unsafe try PushParser(file: file, handler: handler, context: sink.context)
        for name in names.prefix(200) { sink.state.names.append(parser.address(of: name)) }
        self.chunks = chunks
        self.sink = sink
    }

    /// The next token, or nil after the last. Throws where the document is not well-formed or not accepted; nothing may be read
    /// after that.
    package mutating func read() throws(XMLError) -> XMLToken? {
        while next == tokens.count {
            guard !isFinished else { return nil }
            try feed()
        }
        next += 1
        return tokens[next - 1]
    }

    private mutating func feed() throws(XMLError) {
        next = 0
        tokens.removeAll(keepingCapacity: true)
        bytes.removeAll(keepingCapacity: true)
        let chunk = try chunks()
        isFinished = chunk.isEmpty
        if let fault = guardian.fault(in: chunk.span) { throw stop(parser.error(fault)) }
        let sink = sink
        // Held by the sink while libxml2 works only: each look into a class costs a check that no other is under way.
        swap(&tokens, &sink.state.tokens)
        swap(&bytes, &sink.state.bytes)
        do { try parser.parse(chunk) } catch {
            if let fault = sink.state.fault { throw stop(parser.error(fault)) }
            throw stop(error)
        }
        swap(&tokens, &sink.state.tokens)
        swap(&bytes, &sink.state.bytes)
        if let fault = sink.state.fault { throw stop(parser.error(fault)) }
    }

    private mutating func stop(_ error: XMLError) -> XMLError {
        isFinished = true
        tokens = []
        next = 0
        return error
    }
}

/// What libxml2's parser found in one chunk.
private struct FoundTokens {
    var tokens: [XMLToken] = []
    var bytes: [UInt8] = []
    /// What was found and is not accepted.
    var fault: String?
    /// As the parser's dictionary holds them, so that equal names have equal addresses.
    var names: [UInt] = []
    /// How many namespaces each open element declares.
    private var namespaces: [Int] = []
    private var namespacesOpen = 0

    private static let mostLevels = 64
    private static let mostNamespaces = 256

    private func number(of name: UnsafePointer<xmlChar>?) -> UInt8 {
        let address = UInt(bitPattern: name)
        for index in names.indices where names[index] == address { return UInt8(truncatingIfNeeded: index) }
        return XMLToken.otherName
    }

    private mutating func append(_ kind: XMLToken.Kind, name: UInt8, _ text: UnsafeBufferPointer<xmlChar>? = nil) {
        let start = UInt32(truncatingIfNeeded: bytes.count)
        if let text = unsafe text { unsafe bytes.append(contentsOf: text) }
        tokens.append(XMLToken(kind: kind, name: name, from: start, to: UInt32(truncatingIfNeeded: bytes.count)))
    }

    mutating func start(
        _ name: UnsafePointer<xmlChar>?,
        declaring declared: Int,
        _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?,
        count: Int
    ) {
        guard fault == nil else { return }
        namespaces.append(declared)
        namespacesOpen += declared
        if namespaces.count > Self.mostLevels { fault = "nested deeper than \(Self.mostLevels) levels" }
        if namespacesOpen > Self.mostNamespaces { fault = "more than \(Self.mostNamespaces) namespaces" }
        unsafe append(.start, name: number(of: name))
        guard let attributes = unsafe attributes else { return }
        // Five pointers each: name, prefix, namespace, and the value's two ends.
        for index in 0..<count {
            let number = unsafe number(of: attributes[index * 5])
            guard number != XMLToken.otherName, let start = unsafe attributes[index * 5 + 3],
                let end = unsafe attributes[index * 5 + 4]
            else { continue }
            unsafe append(.attribute, name: number, UnsafeBufferPointer(start: start, count: end - start))
        }
    }

    mutating func end(_ name: UnsafePointer<xmlChar>?) {
        guard fault == nil else { return }
        namespacesOpen -= namespaces.popLast() ?? 0
        unsafe append(.end, name: number(of: name))
    }

    mutating func text(_ text: UnsafePointer<xmlChar>?, count: Int) {
        guard fault == nil, let text = unsafe text else { return }
        unsafe append(.text, name: XMLToken.otherName, UnsafeBufferPointer(start: text, count: max(count, 0)))
    }
}

/// Where libxml2's parser puts what it finds.
private final class TokenSink {
    var state = FoundTokens()

    /// For the parser's user data. The sink must outlive the parser.
    var context: UnsafeMutableRawPointer { unsafe Unmanaged.passUnretained(self).toOpaque() }

    private static func of(_ context: UnsafeMutableRawPointer?) -> TokenSink? {
        unsafe context.map { unsafe Unmanaged<TokenSink>.fromOpaque($0).takeUnretainedValue() }
    }

    static let startElement: startElementNsSAX2Func = { context, name, _, _, declared, _, count, _, attributes in
        unsafe of(context)?.state.start(name, declaring: Int(declared), attributes, count: Int(count))
    }

    static let endElement: endElementNsSAX2Func = { context, name, _, _ in
        unsafe of(context)?.state.end(name)
    }

    static let characters: charactersSAXFunc = { context, text, length in
        unsafe of(context)?.state.text(text, count: Int(length))
    }

    static let documentType: internalSubsetSAXFunc = { context, _, _, _ in
        unsafe of(context)?.state.fault = "a document type declaration is not accepted"
    }
}
