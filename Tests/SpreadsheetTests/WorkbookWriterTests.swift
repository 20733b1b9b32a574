import Foundation
import Spreadsheet
import Testing
import XML

@Suite("A workbook")
struct WorkbookWriterTests {
    private let workshop: Workshop

    init() throws {
        workshop = try Workshop()
    }

    @Test func isReadBackAndCountedAfterClosing() throws {
        let book = try workshop.writer()
        let first = try book.addSheet("Tổng hợp")
        let second = try book.addSheet("Danh mục")
        try book.write(.text("Chỉ tiêu"), sheet: first, row: 0, column: 0)
        try book.write(.text("Tỷ lệ"), sheet: first, row: 0, column: 0)
        try book.write(.number(97.5), sheet: first, row: 4, column: 200)
        try book.setRow(7, height: 30, sheet: first)
        try book.merge(CellRange(rows: 9...10, columns: 0...2), sheet: first, value: .text("Gộp"))
        try book.write(.blank, sheet: first, row: 20, column: 0)
        try book.hide(second)
        let written = try book.close()
        #expect(written.path == workshop.path())
        #expect(
            written.inspection.sheets == [
                .init(name: "Tổng hợp", isHidden: false, part: "xl/worksheets/sheet1.xml", rows: 5, cells: 8),
                .init(name: "Danh mục", isHidden: true, part: "xl/worksheets/sheet2.xml", rows: 0, cells: 0),
            ]
        )
        #expect(try inspectWorkbook(at: workshop.path()) == written.inspection)
        #expect(workshop.leftovers.isEmpty)
    }

    @Test func holdsEachKindOfValue() throws {
        let book = try workshop.writer()
        let sheet = try book.addSheet("A'B")
        let values: [CellValue] = [
            .text("Đạt <&> \"x\"\n dòng 2 "), .number(-0.0), .number(1.0 / 3), .boolean(true),
            .date(daysSince1970: 20_489),
            .formula("=SUM(B1:C1)", result: .number(2)), .formula("IF(A1=\"\",\"\",\"Có\")", result: .text("Có")),
            .formula("MAX(B1:C1)", result: .number(1)),
            .link("về trang 1", target: .cell(sheet: "A'B", row: 0, column: 0)),
            .link("trang", target: .url("https://a.vn/?x=1&y=2")),
            .blank, .text(""),
        ]
        for (column, value) in values.enumerated() {
            try book.write(
                value,
                sheet: sheet,
                row: 0,
                column: column,
                format: column == 10 ? Format(font: "Arial", size: 9) : Format()
            )
        }
        #expect(try book.close().inspection.sheets[0].cells == 11)
        let cells = try workshop.cells()
        #expect(cells["A1"] == "Đạt <&> \"x\"\n dòng 2 ")
        #expect(cells["B1"] == "0")
        #expect(cells["C1"] == "0.3333333333333333")
        #expect(cells["D1"] == "1")
        #expect(cells["E1"] == "46058")
        #expect(cells["F1"] == "2")
        #expect(cells["G1"] == "Có")
        #expect(cells["I1"] == "về trang 1")
        #expect(cells["K1"] == "")
        #expect(cells["L1"] == nil)
        let row = try #require(try workshop.part("xl/worksheets/sheet1.xml").find("sheetData", "row"))
        #expect(row.elements[5].find("f")?.text == "SUM(B1:C1)")
        #expect(row.elements[6].find("f")?.text == "IF(A1=\"\",\"\",\"Có\")")
        let links = try #require(try workshop.part("xl/worksheets/sheet1.xml").find("hyperlinks")).elements
        #expect(links.map { $0["location"] } == ["'A''B'!A1", nil])
        #expect(try workshop.part("xl/styles.xml").find("numFmts", "numFmt")?["formatCode"] == "dd/mm/yyyy")
    }

    @Test(arguments: [
        "=1+1", "+84 31", "-5", "@SUM(A1)", "=cmd|' /C calc'!A0", "{=1}", "00123", "_x0041_", "http://a.vn", "  x  ",
    ])
    func keepsTextThatLooksLikeSomethingElseAsText(_ text: String) throws {
        for constantMemory in [false, true] {
            let book = try workshop.writer(constantMemory: constantMemory)
            let sheet = try book.addSheet("A")
            try book.write(.text(text), sheet: sheet, row: 0, column: 0)
            _ = try book.close()
            let cell = try #require(try workshop.part("xl/worksheets/sheet1.xml").find("sheetData", "row", "c"))
            #expect(cell["t"] == (constantMemory ? "inlineStr" : "s"))
            #expect(cell.elements("f").isEmpty)
            let stored = try workshop.cells()["A1"]
            // Excel reads _x0041_ as A; the underscore in front is escaped so that it does not.
            #expect(stored == (text == "_x0041_" ? "_x005F_x0041_" : text))
        }
    }

    @Test(arguments: [
        ("a\u{0}b\u{1}c\u{1F}\u{7F}\u{85}d", "abcd"), ("a\tb\nc", "a\tb\nc"), ("a\r\nb\rc\r\r\n", "a\nb\nc\n\n"),
        ("x\u{FFFE}y\u{FFFF}z\u{FFFD}", "xyz\u{FFFD}"),
        ("Hải\u{A0}Phòng ® \u{1F600}", "Hải\u{A0}Phòng ® \u{1F600}"), ("\u{0}", ""),
    ])
    func cleansTexts(_ text: String, clean: String) throws {
        let book = try workshop.writer()
        let sheet = try book.addSheet("A")
        try book.write(.text(text), sheet: sheet, row: 0, column: 0)
        try book.write(.formula("A1", result: .text(text)), sheet: sheet, row: 0, column: 1)
        try book.write(.link("x" + text, target: .url("https://a.vn")), sheet: sheet, row: 0, column: 2)
        try book.addNote("x" + text, sheet: sheet, row: 0, column: 0, author: text)
        _ = try book.close()
        let cells = try workshop.cells()
        #expect(cells["A1"] ?? "" == clean)
        #expect(cells["B1"] == clean)
        #expect(cells["C1"] == "x" + clean)
    }

    @Test(arguments: ["x", "ệ", "\u{1F600}"])
    func takesTextsOf32767UnitsAndThrowsAbove(_ character: String) throws {
        let book = try workshop.writer()
        let sheet = try book.addSheet("A")
        let units = character.utf16.count
        let text = String(repeating: character, count: 32_767 / units)
        try book.write(.text(text), sheet: sheet, row: 0, column: 0)
        let longer = text + character
        #expect(throws: SpreadsheetError.textTooLong(place: "A!B3", length: longer.utf16.count, limit: 32_767)) {
            try book.write(.text(longer), sheet: sheet, row: 2, column: 1)
        }
        #expect(try book.close().inspection.sheets[0].cells == 1)
        #expect(try workshop.cells()["A1"] == text)
    }

    @Test func writesTheSameBytesTwice() throws {
        for name in ["a.xlsx", "b.xlsx"] { try writeRichly(name) }
        #expect(try workshop.bytes("a.xlsx") == workshop.bytes("b.xlsx"))
    }

    @Test func isWrittenByEightThreadsAtOnce() async throws {
        try writeRichly("one.xlsx")
        let expected = try workshop.bytes("one.xlsx")
        try await withThrowingTaskGroup { group in
            for number in 0..<8 {
                group.addTask {
                    try writeRichly("\(number).xlsx")
                    #expect(try workshop.bytes("\(number).xlsx") == expected)
                }
            }
            try await group.waitForAll()
        }
        #expect(workshop.leftovers.isEmpty)
    }

    @Test func ofManyRowsInConstantMemoryIsCounted() throws {
        let book = try workshop.writer(constantMemory: true)
        let sheet = try book.addSheet("A")
        for row in 0..<5000 {
            for column in 0..<20 {
                try book.write(.number(Double(row * column)), sheet: sheet, row: row, column: column)
            }
        }
        let found = try book.close().inspection.sheets[0]
        #expect(found.rows == 5000 && found.cells == 100_000)
        #expect(workshop.leftovers.isEmpty)
    }

    @Test func leavesNoFileWhenItIsDropped() throws {
        let descriptors = { try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count }
        let before = try descriptors()
        for _ in 0..<50 {
            let book = try workshop.writer(constantMemory: true)
            try book.write(.number(1), sheet: book.addSheet("A"), row: 0, column: 0)
        }
        #expect(!FileManager.default.fileExists(atPath: workshop.path()))
        #expect(workshop.leftovers.isEmpty)
        #expect(try descriptors() < before + 40)
    }

    @Test func cannotBeUsedOnceClosed() throws {
        let book = try workshop.writer()
        let sheet = try book.addSheet("A")
        _ = try book.close()
        #expect(throws: SpreadsheetError.closed) { try book.close() }
        #expect(throws: SpreadsheetError.closed) { try book.addSheet("B") }
        #expect(throws: SpreadsheetError.closed) { try book.write(.number(1), sheet: sheet, row: 0, column: 0) }
    }

    /// One of everything.
    private func writeRichly(_ name: String) throws {
        let book = try workshop.writer(name)
        let head = Format(font: "Times New Roman", size: 12).with {
            $0.bold = true
            $0.borders = .all
            $0.wrap = true
        }
        for number in 1...3 {
            let sheet = try book.addSheet("Trang \(number)")
            try book.setPage(PageSetup(), sheet: sheet)
            for row in 0..<200 {
                for column in 0..<8 {
                    try book.write(
                        .text("ô \(row % 17)-\(column)"),
                        sheet: sheet,
                        row: row + 3,
                        column: column,
                        format: column == 0 ? head : Format()
                    )
                }
            }
            try book.merge(CellRange(rows: 0...1, columns: 0...7), sheet: sheet, value: .text("Đầu đề"), format: head)
            try book.addTable(CellRange(rows: 300...310, columns: 0...1), headings: ["Mã", "Tên"], sheet: sheet)
            try book.addNote("Ghi chú", sheet: sheet, row: 3, column: 0, author: "Sở")
            try book.addCondition(.equals("Đạt", head), to: CellRange(rows: 3...200, columns: 0...0), sheet: sheet)
        }
        _ = try book.close()
    }
}
