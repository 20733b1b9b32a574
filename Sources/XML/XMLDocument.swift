/// A document read whole: checked, and small enough to be held in memory (templates; parts of a workbook other than its sheets).
package struct XMLDocument: Sendable {
    /// The name that was given, for messages.
    package let file: String
    package let root: XMLElement

    /// The largest document that is accepted, in bytes.
    package static let largest = 64 << 20

    /// Reads a UTF-8 document. `file` is its name in errors; nothing is opened by it.
    ///
    /// Throws where the document is not well-formed, declares a document type, is above `largest`, or is nested more than 256 deep.
    package init(parsing bytes: [UInt8], file: String) throws(XMLError) {
        guard bytes.count <= Self.largest else {
            throw XMLError(file: file, line: 0, message: "above \(Self.largest) bytes")
        }
        let lines = try StartTagLines(of: bytes, file: file).lines
        var reader = try XMLEventReader(bytes: bytes, file: file)
        var open: [OpenElement] = []
        var begun = 0
        var whole: XMLElement?
        while let event = try reader.next() {
            switch event {
            case .start(let name, let attributes):
                let line = begun < lines.count ? lines[begun] : 0
                begun += 1
                open.append(OpenElement(name: name, attributes: attributes, line: line))
            case .text(let text):
                if !open.isEmpty { open[open.count - 1].add(text: text) }
            case .end:
                guard let element = open.popLast()?.closed else { break }
                if open.isEmpty { whole = element } else { open[open.count - 1].children.append(.element(element)) }
            }
        }
        guard let whole else { throw XMLError(file: file, line: 1, message: "no element in the document") }
        self.file = file
        root = whole
    }
}

/// An element whose end has not been read.
private struct OpenElement {
    let name: String
    let attributes: [XMLAttribute]
    let line: Int
    var children: [XMLNode] = []

    mutating func add(text: String) {
        if case .text(let before) = children.last {
            children[children.count - 1] = .text(before + text)
        } else {
            children.append(.text(text))
        }
    }

    var closed: XMLElement {
        XMLElement(name: name, attributes: attributes, children: children, line: line)
    }
}
