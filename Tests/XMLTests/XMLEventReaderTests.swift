import Testing
import XML

@Suite("A stream of events")
struct XMLEventReaderTests {
    private func events(_ text: String) throws -> [XMLEvent] {
        var reader = try XMLEventReader(bytes: Array(text.utf8), file: "a.xml")
        var events: [XMLEvent] = []
        while let event = try reader.next() { events.append(event) }
        return events
    }

    @Test func tellsStartTextAndEnd() throws {
        #expect(
            try events("<x:r xmlns:x='u'><c r='A1' t='s'/><t xml:space='preserve'> </t><?p?><!-- --></x:r>") == [
                .start(name: "r", attributes: []),
                .start(name: "c", attributes: [.init(name: "r", value: "A1"), .init(name: "t", value: "s")]),
                .end(name: "c"),
                .start(name: "t", attributes: [.init(name: "space", value: "preserve")]),
                .text(" "),
                .end(name: "t"),
                .end(name: "r"),
            ]
        )
    }

    @Test func tellsWhatComesBeforeAnError() throws {
        var reader = try XMLEventReader(bytes: Array("<a>\n<b>".utf8), file: "a.xml")
        #expect(throws: XMLError.self) { while try reader.next() != nil {} }
        #expect(try reader.next() == nil)
    }

    @Test(arguments: [1, 2, 7, 4096, 100_000])
    func readsChunksOfAnySize(_ size: Int) throws {
        let text = Array("<a>\(String(repeating: "<b>Hải Phòng</b>", count: 3000))</a>".utf8)
        var at = 0
        var reader = try XMLEventReader(file: "a.xml") {
            let end = min(at + size, text.count)
            defer { at = end }
            return Array(text[at..<end])
        }
        var starts: [String: Int] = [:]
        while let event = try reader.next() {
            if case .start(let name, _) = event { starts[name, default: 0] += 1 }
        }
        #expect(starts == ["a": 1, "b": 3000])
    }

    @Test func throwsWhatTheSourceThrows() throws {
        let broken = XMLError(file: "part", line: 0, message: "cut")
        var given = false
        var reader = try XMLEventReader(file: "a.xml") { () throws(XMLError) in
            if given { throw broken }
            given = true
            return Array("<a><b/>".utf8)
        }
        #expect(throws: broken) { while try reader.next() != nil {} }
    }
}
