import Testing
import XML

@Suite("A document")
struct XMLDocumentTests {
    private func read(_ text: String) throws(XMLError) -> XMLElement {
        try XMLDocument(parsing: Array(text.utf8), file: "a.xml").root
    }

    private func error(of text: String) -> XMLError? {
        do {
            _ = try read(text)
            return nil
        } catch { return error }
    }

    @Test func givesNamesAttributesTextAndLinesInOrder() throws {
        let root = try read(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <!-- <not> an element -->
            <sách xmlns:x="urn:x"
                  tên="Kế hoạch &lt;799&gt;" x:số="1">
              <mục>một<![CDATA[ <b> hai]]></mục><mục
                >ba</mục>
              <trống/>
            </sách>
            """
        )
        #expect(root.name == "sách")
        #expect(root.line == 3)
        #expect(root.attributes == [.init(name: "tên", value: "Kế hoạch <799>"), .init(name: "số", value: "1")])
        #expect(root["số"] == "1")
        #expect(root["khác"] == nil)
        #expect(root.elements.map(\.name) == ["mục", "mục", "trống"])
        #expect(root.elements.map(\.line) == [5, 5, 7])
        #expect(root.elements("mục").map(\.text) == ["một <b> hai", "ba"])
        #expect(root.elements("mục")[0].children.count == 1)
        #expect(root.text.contains("một <b> haiba\n"))
    }

    @Test func knowsLinesAbove65535() throws {
        let root = try read("<a>" + String(repeating: "\n", count: 70_000) + "<b\n\n/><c/></a>")
        #expect(root.elements.map(\.line) == [70_001, 70_003])
        #expect(error(of: "<a>" + String(repeating: "\n", count: 70_000) + "</b>")?.line == 70_001)
    }

    @Test(arguments: [
        ("<a>\n<b>\n</c>\n</a>", 3),
        ("<a>\n\n<b>", 3),
        ("", 1),
        ("chữ", 1),
        ("<a x='1' x='2'/>", 1),
        ("<a>\n&amp;&không-có;</a>", 2),
        ("<a>\n<x:b/></a>", 2),
        ("<a/>\n<b/>", 2),
        ("<a>\u{1}</a>", 1),
    ])
    func namesTheLineOfWhatIsNotWellFormed(_ text: String, line: Int) throws {
        let error = try #require(self.error(of: text))
        #expect(error.file == "a.xml")
        #expect(error.line == line)
        #expect(!error.message.isEmpty)
        #expect("\(error)" == "a.xml:\(line): \(error.message)")
    }

    @Test func refusesBytesThatAreNotUTF8() {
        #expect(throws: XMLError.self) {
            try XMLDocument(parsing: Array("<a>".utf8) + [0xC3, 0x28] + Array("</a>".utf8), file: "a")
        }
        #expect(throws: XMLError.self) {
            try XMLDocument(
                parsing: [0xFF, 0xFE] + "<a/>".utf16.flatMap { [UInt8(truncatingIfNeeded: $0), 0] },
                file: "a"
            )
        }
    }

    @Test(arguments: [
        "<!DOCTYPE a>\n<a/>",
        "<!-- x -->\n<!DOCTYPE a SYSTEM 'file:///etc/passwd'>\n<a/>",
        "\n<!DOCTYPE a [<!ENTITY x SYSTEM 'http://127.0.0.1/x'>]><a>&x;</a>",
    ])
    func refusesADocumentTypeDeclaration(_ text: String) throws {
        let error = try #require(self.error(of: text))
        #expect(error.message.contains("document type"))
        #expect(throws: XMLError.self) {
            var reader = try XMLEventReader(bytes: Array(text.utf8), file: "a")
            while try reader.next() != nil {}
        }
    }

    @Test func refusesAnEntityBombAtOnce() throws {
        var bomb = "<?xml version='1.0'?>\n<!DOCTYPE a [\n<!ENTITY e0 'haha'>\n"
        for level in 1...30 { bomb += "<!ENTITY e\(level) '&e\(level - 1);&e\(level - 1);'>\n" }
        bomb += "]>\n<a b='&e30;'>&e30;</a>"
        #expect(error(of: bomb)?.line == 2)
        var reader = try XMLEventReader(bytes: Array(bomb.utf8), file: "a")
        #expect(throws: XMLError.self) { while try reader.next() != nil {} }
        #expect(try reader.next() == nil)
    }

    @Test func refusesNestingAbove256AndTakes256() throws {
        func nested(_ depth: Int) -> String {
            String(repeating: "<a>", count: depth) + String(repeating: "</a>", count: depth)
        }
        #expect(try read(nested(256)).elements.count == 1)
        #expect(error(of: nested(300)) != nil)
        #expect(error(of: nested(200_000)) != nil)
    }

    @Test func isReadByManyAtOnce() async throws {
        let texts = (0..<64).map {
            "<a n='\($0)'>" + String(repeating: "<b>chữ</b>", count: $0) + ($0 % 8 == 7 ? "</b>" : "</a>")
        }
        await withTaskGroup { group in
            for (index, text) in texts.enumerated() {
                group.addTask {
                    let root = try? XMLDocument(parsing: Array(text.utf8), file: "\(index)").root
                    #expect((root?.elements.count ?? -1) == (index % 8 == 7 ? -1 : index))
                }
            }
        }
    }
}
