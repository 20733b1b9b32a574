import Testing
import XML

@Suite("Counting of elements")
struct ElementCountingTests {
    private func count(_ names: [String], in text: String, chunks size: Int = 64) throws -> [Int] {
        var rest = Array(text.utf8)[...]
        return try countElements(names, file: "a.xml") {
            defer { rest = rest.dropFirst(size) }
            return Array(rest.prefix(size))
        }
    }

    @Test(arguments: [1, 2, 7, 4096, 100_000])
    func readsChunksOfAnySize(_ size: Int) throws {
        let text = "<a>\(String(repeating: "<b>Hải Phòng</b>", count: 3000))</a>"
        #expect(try count(["b", "a", "bb", ""], in: text, chunks: size) == [3000, 1, 0, 0])
    }

    @Test func knowsNamesWithoutPrefixes() throws {
        #expect(try count(["c"], in: "<x:r xmlns:x='u' c='c'><x:c/><c>c</c></x:r>") == [2])
    }

    @Test func takesAByteOrderMark() throws {
        #expect(try count(["a"], in: "\u{FEFF}<a/>") == [1])
    }

    @Test(
        arguments: [
            "", "<a>", "<a></b>", "<a/><a/>", "<a>&no;</a>", "<!DOCTYPE a><a/>",
            "<!DOCTYPE a [<!ENTITY e '<b/>'>]><a>&e;</a>", String(repeating: "<a>", count: 300),
        ]
    )
    func throwsForWhatIsNoGoodDocument(_ text: String) {
        #expect(throws: XMLError.self) { try count(["a"], in: text) }
    }

    @Test func throwsWhatTheSourceThrows() throws {
        let broken = XMLError(file: "part", line: 0, message: "cut")
        var given = false
        #expect(throws: broken) {
            try countElements(["b"], file: "a.xml") { () throws(XMLError) in
                if given { throw broken }
                given = true
                return Array("<a><b/>".utf8)
            }
        }
    }

    @Test func readsADocumentOfManyMegabytesWithoutHoldingIt() throws {
        let row = Array(String(repeating: "<row><c r='A1'><v>12</v></c></row>\n", count: 1000).utf8)
        var left = 600
        let found = try countElements(["row", "c"], file: "big") {
            left -= 1
            return left == 599 ? Array("<d>".utf8) : left > 0 ? row : left == 0 ? Array("</d>".utf8) : []
        }
        #expect(found == [598_000, 598_000])
    }
}
