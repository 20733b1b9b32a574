import CXML2

/// Reads a document to its end and counts the elements of each name, in the order of `names`, prefixes left out.
///
/// Makes no strings and no nodes, for sheets of millions of cells. A document type declaration is refused.
///
/// - Parameters:
///   - file: how errors name it.
///   - chunks: the document piece by piece, at its end an empty one; its errors are thrown.
/// - Throws: where the document is not well-formed or not accepted, or libxml2 has no memory left.
package func countElements(
    _ names: [String],
    file: String,
    chunks: () throws(XMLError) -> [UInt8]
) throws(XMLError) -> [Int] {
    var handler = unsafe xmlSAXHandler()
    unsafe handler.startElementNs = ElementCounter.startElement
    unsafe handler.internalSubset = ElementCounter.documentType
    var counter = ElementCounter()
    return unsafe try withUnsafeMutablePointer(to: &counter) { counter throws(XMLError) in
        var parser = unsafe try PushParser(file: file, handler: handler, context: counter)
        unsafe counter.pointee.names = names.map { (parser.address(of: $0), 0) }
        while true {
            let chunk = try chunks()
            try parser.parse(chunk)
            if unsafe counter.pointee.hasDocumentType {
                throw parser.error("a document type declaration is not accepted")
            }
            if chunk.isEmpty { return unsafe counter.pointee.names.map(\.count) }
        }
    }
}

/// Where libxml2's parser tells what it finds. Its place does not change while the parser is there.
private struct ElementCounter {
    /// Names as the parser's dictionary holds them, and how often an element has had each.
    var names: [(address: UInt, count: Int)] = []
    private(set) var hasDocumentType = false

    private mutating func count(_ name: UInt) {
        for index in names.indices where names[index].address == name { names[index].count += 1 }
    }

    static let startElement: startElementNsSAX2Func = { context, name, _, _, _, _, _, _, _ in
        unsafe context?.assumingMemoryBound(to: ElementCounter.self).pointee.count(UInt(bitPattern: name))
    }

    static let documentType: internalSubsetSAXFunc = { context, _, _, _ in
        unsafe context?.assumingMemoryBound(to: ElementCounter.self).pointee.hasDocumentType = true
    }
}
