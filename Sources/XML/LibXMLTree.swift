import CXML2

/// A document as libxml2 holds it, for validation alone. Its bytes have passed `XMLDocument`.
@safe struct LibXMLTree: ~Copyable {
    let document: xmlDocPtr

    init(_ bytes: [UInt8], file: String) throws(XMLError) {
        _ = LibXML.ready
        let document = unsafe bytes.withUnsafeBytes { buffer in
            unsafe xmlReadMemory(
                buffer.baseAddress?.assumingMemoryBound(to: CChar.self),
                Int32(clamping: buffer.count),
                nil,
                "UTF-8",
                LibXML.options
            )
        }
        guard let document = unsafe document else { throw XMLError(file: file, line: 0, message: "cannot be read") }
        unsafe self.document = unsafe document
    }

    deinit { unsafe xmlFreeDoc(document) }

    /// The line of each element by its address, when `lines` are those of the start tags in the document's order.
    func lines(_ lines: [Int]) -> [UInt: Int] {
        var places: [UInt: Int] = [:]
        var next = unsafe xmlDocGetRootElement(document)
        for line in lines {
            guard let element = unsafe next else { break }
            places[UInt(bitPattern: element)] = line
            unsafe next = unsafe following(element)
        }
        return places
    }

    /// The element after this one in the document's order.
    private func following(_ element: xmlNodePtr) -> xmlNodePtr? {
        if let child = unsafe xmlFirstElementChild(element) { return unsafe child }
        var at: xmlNodePtr? = unsafe element
        while let node = unsafe at, unsafe node.pointee.type == XML_ELEMENT_NODE {
            if let sibling = unsafe xmlNextElementSibling(node) { return unsafe sibling }
            unsafe at = unsafe node.pointee.parent
        }
        return nil
    }
}
