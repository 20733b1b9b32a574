// libxml2 compares each attribute of an element with every other, and looks through all of a tag again with each chunk of it: a
// megabyte of attributes would cost minutes. So tags are looked at before libxml2 sees them.

/// Watches the bytes of a document for tags that no program of good faith writes.
struct TagGuard {
    private enum State {
        case text
        /// Behind `<`: what kind of tag it is.
        case opening
        case tag
        case doubleQuoted
        case singleQuoted
        /// Behind `<!`, `<!-`, `<![`.
        case declaration
        case comment
        case section
        case instruction
    }

    private static let mostAttributes = 256
    private static let longestTag = 1 << 20

    private var state = State.text
    private var attributes = 0
    private var length = 0
    /// The last two bytes, where an end of several is looked for.
    private var last: (UInt8, UInt8) = (0, 0)

    /// Looks at the next bytes; what is wrong with them, or nil.
    mutating func fault(in bytes: Span<UInt8>) -> String? {
        for index in bytes.indices {
            let byte = bytes[index]
            if state == .text {
                if byte == UInt8(ascii: "<") {
                    state = .opening
                    attributes = 0
                    length = 0
                }
                continue
            }
            length += 1
            // A comment or a section is never looked at twice as a whole, and has no attributes.
            guard length <= Self.longestTag else { return "a tag longer than \(Self.longestTag) bytes" }
            pass(byte)
            guard attributes <= Self.mostAttributes else { return "more than \(Self.mostAttributes) attributes" }
        }
        return nil
    }

    private mutating func pass(_ byte: UInt8) {
        switch state {
        case .text: break
        case .opening:
            switch byte {
            case UInt8(ascii: "!"): state = .declaration
            case UInt8(ascii: "?"): begin(.instruction)
            case UInt8(ascii: ">"): state = .text
            default: state = .tag
            }
        case .tag:
            switch byte {
            case UInt8(ascii: ">"): state = .text
            case UInt8(ascii: "\""): quote(.doubleQuoted)
            case UInt8(ascii: "'"): quote(.singleQuoted)
            default: break
            }
        case .doubleQuoted: if byte == UInt8(ascii: "\"") { state = .tag }
        case .singleQuoted: if byte == UInt8(ascii: "'") { state = .tag }
        case .declaration:
            switch byte {
            case UInt8(ascii: "-"): if length == 3 { begin(.comment) }
            case UInt8(ascii: "["): begin(.section)
            // A document type declaration, which is refused before anything in it is read.
            default: if length > 2 { state = .tag }
            }
        case .comment: end(byte, UInt8(ascii: "-"), UInt8(ascii: "-"))
        case .section: end(byte, UInt8(ascii: "]"), UInt8(ascii: "]"))
        case .instruction: end(byte, last.0, UInt8(ascii: "?"))
        }
    }

    private mutating func quote(_ quoted: State) {
        state = quoted
        attributes += 1
    }

    private mutating func begin(_ kind: State) {
        state = kind
        last = (0, 0)
    }

    /// Ends the piece at `>` behind those two bytes.
    private mutating func end(_ byte: UInt8, _ first: UInt8, _ second: UInt8) {
        if byte == UInt8(ascii: ">"), last == (first, second) { state = .text } else { last = (last.1, byte) }
    }
}
