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
    let counter = ElementCounter()
    var handler = unsafe xmlSAXHandler()
    unsafe handler.startElementNs = ElementCounter.startElement
    unsafe handler.internalSubset = ElementCounter.documentType
    var parser = unsafe try PushParser(file: file, handler: handler, context: counter.context)
    for name in names { counter.names.append(parser.address(of: name)) }
    counter.counts = Array(repeating: 0, count: names.count)
    while true {
        let chunk = try chunks()
        try parser.parse(chunk)
        if counter.hasDocumentType { throw parser.error("a document type declaration is not accepted") }
        if chunk.isEmpty { return counter.counts }
    }
}

/// Where libxml2's parser tells what it finds.
private final class ElementCounter {
    /// As the parser's dictionary holds them.
    var names: [UInt] = []
    var counts: [Int] = []
    private(set) var hasDocumentType = false

    /// For the parser's user data. The counter must outlive the parser.
    var context: UnsafeMutableRawPointer { unsafe Unmanaged.passUnretained(self).toOpaque() }

    private func count(_ name: UInt) {
        for index in names.indices where names[index] == name { counts[index] += 1 }
    }

    private static func of(_ context: UnsafeMutableRawPointer?) -> ElementCounter? {
        unsafe context.map { unsafe Unmanaged<ElementCounter>.fromOpaque($0).takeUnretainedValue() }
    }

    static let startElement: startElementNsSAX2Func = { context, name, _, _, _, _, _, _, _ in
        unsafe of(context)?.count(UInt(bitPattern: name))
    }

    static let documentType: internalSubsetSAXFunc = { context, _, _, _ in
        unsafe of(context)?.hasDocumentType = true
    }
}
