import Testing

@testable import Tabular

@Suite("A row of cells")
struct RecordTests {
    @Test func cellsOfASheetTakeTheSameShape() {
        var record = Record()
        record.removeAll(line: 7)
        record.append(cell: "Mã".utf8)
        record.append(cell: [UInt8]())
        record.append(cell: Array("31303702".utf8).span)
        #expect(cells(record) == ["Mã", "", "31303702"])
        #expect(record.range(1) == 3..<3)
        #expect(record.line == 7)
        record.removeAll()
        #expect(record.count == 0)
        #expect(record.bytes.isEmpty)
    }

    @Test(arguments: ["", "\n", ",,,", " , \t,\u{A0}", "\"\r\n\",\u{FEFF}\u{200B}", "\u{0}\u{0}"])
    func blankRows(text: String) throws {
        #expect(try first(text).isBlank)
    }

    @Test(arguments: [",,0", " x", "\u{A0}ở", "-", "\u{FF11}", "学"])
    func rowsThatAreNotBlank(text: String) throws {
        #expect(try !first(text).isBlank)
    }

    private func first(_ text: String) throws -> Record {
        var tokenizer = Tokenizer(delimiter: 0x2C)
        var record = Record()
        _ = try tokenizer.next(in: Array(text.utf8).span, into: &record)
        return record
    }
}

@Suite("Marks of a record's cells")
struct RecordMarkTests {
    @Test func belongToTheirCellAndGoWithTheRow() {
        var record = Record()
        for text in ["a", "b", "c"] { record.append(cell: text.utf8) }
        record.markLast(.date)
        record.markLast(.continued)
        record.append(cell: "d".utf8)
        #expect((0..<4).map { record.has(.date, $0) } == [false, false, true, false])
        #expect(record.has(.continued, 2) && !record.has(.uncalculated, 2))
        record.removeAll(line: 2)
        record.markLast(.date)
        record.append(cell: "a".utf8)
        #expect(!record.has(.date, 0))
    }
}
