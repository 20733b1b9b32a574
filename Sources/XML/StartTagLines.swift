/// The line of each start tag of a document, in the document's order.
///
/// libxml2 gives the line on which a start tag ends, and none above 65,535 for sure. A document without a type declaration is easy
/// to scan: `<` stands nowhere but at the start of a tag, a comment, a CDATA section or an instruction.
struct StartTagLines {
    private(set) var lines: [Int] = []

    /// Scans UTF-8 bytes; throws at a document type declaration, before libxml2 sees it. Whether the document is well-formed is not
    /// looked at: libxml2 says so.
    init(of bytes: [UInt8], file: String) throws(XMLError) {
        let bytes = bytes.span
        var line = 1
        var at = 0
        while at < bytes.count {
            if bytes[at] == UInt8(ascii: "\n") { line += 1 }
            guard bytes[at] == UInt8(ascii: "<") else {
                at += 1
                continue
            }
            if Self.holds("<!--", bytes, at) {
                at = Self.end(of: "-->", bytes, from: at + 4, &line)
            } else if Self.holds("<![CDATA[", bytes, at) {
                at = Self.end(of: "]]>", bytes, from: at + 9, &line)
            } else if Self.holds("<?", bytes, at) {
                at = Self.end(of: "?>", bytes, from: at + 2, &line)
            } else if Self.holds("<!", bytes, at) {
                throw XMLError(file: file, line: line, message: "a document type declaration is not accepted")
            } else {
                if !Self.holds("</", bytes, at) { lines.append(line) }
                at += 1
            }
        }
    }

    private static func holds(_ word: StaticString, _ bytes: Span<UInt8>, _ at: Int) -> Bool {
        at + word.utf8CodeUnitCount <= bytes.count
            && word.withUTF8Buffer { word in
                for index in word.indices where unsafe word[index] != bytes[at + index] { return false }
                return true
            }
    }

    private static func end(of word: StaticString, _ bytes: Span<UInt8>, from start: Int, _ line: inout Int) -> Int {
        var at = start
        while at < bytes.count, !holds(word, bytes, at) {
            if bytes[at] == UInt8(ascii: "\n") { line += 1 }
            at += 1
        }
        return at + word.utf8CodeUnitCount
    }
}
