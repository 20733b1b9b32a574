/// An attribute of an element: its name without a prefix, and its value with references resolved.
package struct XMLAttribute: Hashable, Sendable {
    package let name: String
    package let value: String

    package init(name: String, value: String) {
        self.name = name
        self.value = value
    }
}

/// What stands inside an element. Comments and processing instructions are left out.
package enum XMLNode: Sendable {
    case element(XMLElement)
    /// Text as it stands, white space included; text and CDATA side by side are one node.
    case text(String)
}

/// An element of a document, with all that it holds.
package struct XMLElement: Sendable {
    /// The name without a prefix.
    package let name: String
    /// In the document's order; declarations of namespaces are left out.
    package let attributes: [XMLAttribute]
    /// In the document's order.
    package let children: [XMLNode]
    /// The line on which `<name` stands, from 1.
    package let line: Int

    package init(name: String, attributes: [XMLAttribute], children: [XMLNode], line: Int) {
        self.name = name
        self.attributes = attributes
        self.children = children
        self.line = line
    }

    /// The value of the first attribute of that name, or nil where there is none.
    package subscript(attribute: String) -> String? {
        attributes.first { $0.name == attribute }?.value
    }

    /// The elements right below this one, in the document's order.
    package var elements: [XMLElement] {
        children.compactMap { child in
            if case .element(let element) = child { element } else { nil }
        }
    }

    /// The elements of that name right below this one, in the document's order.
    package func elements(_ name: String) -> [XMLElement] {
        elements.filter { $0.name == name }
    }

    /// All text inside, at any depth, in the document's order and with its white space.
    package var text: String {
        children.reduce(into: "") { text, child in
            switch child {
            case .element(let element): text += element.text
            case .text(let own): text += own
            }
        }
    }
}
