import Spreadsheet
import Testing
import XML

@Suite("What Excel would call damaged is refused")
struct GuardTests {
    private let workshop: Workshop
    private let book: WorkbookWriter
    private let sheet: Sheet

    init() throws {
        workshop = try Workshop()
        book = try workshop.writer()
        sheet = try book.addSheet("A")
    }

    @Test(arguments: [
        "", String(repeating: "x", count: 32), String(repeating: "\u{1F600}", count: 16), "a[b", "a]b", "a:b", "a*b",
        "a?b", "a/b", "a\\b",
        "'a", "a'", "a\u{1}b", "a\nb", "a\tb", "History", "HISTORY", "a", "A", "a\u{FFFF}",
    ])
    func sheetNames(_ name: String) {
        #expect(throws: SpreadsheetError.self) { try book.addSheet(name) }
    }

    @Test(arguments: [("Đơn vị chưa đạt", "ĐƠN VỊ CHƯA ĐẠT"), ("Ước", "ướC"), ("Tỷ lệ", "Ty\u{309} le\u{323}\u{302}")])
    func sheetNamesEqualButForVietnameseCaseOrComposition(_ one: String, _ two: String) throws {
        _ = try book.addSheet(one)
        #expect(throws: SpreadsheetError.sheetName(two, reason: "equal to '\(one)' but for case")) {
            try book.addSheet(two)
        }
    }

    @Test func takesTheLongestSheetNamesWithAreasAndRepeatedRows() throws {
        let name = String(repeating: "ệ", count: 31)
        let long = try book.addSheet(name)
        var page = PageSetup()
        page.repeatedRows = 1_048_574...1_048_575
        page.printArea = CellRange(rows: 1_048_570...1_048_575, columns: 16_380...16_383)
        try book.setPage(page, sheet: long)
        try book.setFilter(CellRange(rows: 1_048_570...1_048_575, columns: 16_380...16_383), sheet: long)
        page.repeatedColumns = 0...1
        #expect(throws: SpreadsheetError.self) { try book.setPage(page, sheet: long) }
        page.repeatedColumns = nil
        let quoted = try book.addSheet("a" + String(repeating: "'", count: 29) + "b")
        try book.setPage(page, sheet: quoted)
        _ = try book.close()
        let names = try #require(try workshop.part("xl/workbook.xml").find("definedNames")).elements.map(\.text)
        #expect(names.contains { $0.hasSuffix("!$XFA$1048571:$XFD$1048576") && $0.contains(name) })
        #expect(names.count == 5)
    }

    @Test(arguments: [
        (0...1, 0...1, 1...2, 1...2), (0...0, 0...5, 0...0, 5...6), (0...9, 0...9, 4...5, 4...5),
        (4...5, 4...5, 0...9, 0...9),
    ])
    func overlappingMerges(
        _ rows: ClosedRange<Int>,
        _ columns: ClosedRange<Int>,
        _ otherRows: ClosedRange<Int>,
        _ otherColumns: ClosedRange<Int>
    ) throws {
        let (one, two) = (CellRange(rows: rows, columns: columns), CellRange(rows: otherRows, columns: otherColumns))
        try book.merge(one, sheet: sheet, value: .text("một"))
        #expect(throws: SpreadsheetError.overlap(sheet: "A", range: two.a1, other: one.a1)) {
            try book.merge(two, sheet: sheet, value: .text("hai"))
        }
        try book.merge(CellRange(rows: 20...20, columns: 0...1), sheet: sheet, value: .blank)
        _ = try book.close()
    }

    @Test func oneCellMerged() {
        #expect(throws: SpreadsheetError.self) {
            try book.merge(CellRange(row: 1, column: 1), sheet: sheet, value: .blank)
        }
    }

    @Test func tablesMergesAndFiltersThatShareCells() throws {
        let table = CellRange(rows: 5...9, columns: 0...1)
        try book.addTable(table, headings: ["a", "b"], sheet: sheet)
        let other = CellRange(rows: 9...10, columns: 1...2)
        let overlap = SpreadsheetError.overlap(sheet: "A", range: "B10:C11", other: "A6:B10")
        #expect(throws: overlap) { try book.addTable(other, headings: ["a", "b"], sheet: sheet) }
        #expect(throws: overlap) { try book.merge(other, sheet: sheet, value: .blank) }
        #expect(throws: overlap) { try book.setFilter(other, sheet: sheet) }
        try book.setFilter(CellRange(rows: 20...30, columns: 0...1), sheet: sheet)
        #expect(throws: SpreadsheetError.self) {
            try book.addTable(CellRange(rows: 30...32, columns: 0...1), headings: ["a", "b"], sheet: sheet)
        }
        #expect(try book.close().inspection.sheets[0].cells == 2)
    }

    @Test(arguments: [
        ["Xã", "xã"], ["ĐẠT", "Đạt"], ["Mã", ""], ["một"], ["một", "hai", "ba"], ["a\nb", "c"], ["a\u{1}", "c"],
        [String(repeating: "x", count: 256), "c"],
    ])
    func tableHeadings(_ headings: [String]) {
        #expect(throws: SpreadsheetError.self) {
            try book.addTable(CellRange(rows: 0...3, columns: 0...1), headings: headings, sheet: sheet)
        }
    }

    @Test func tableStylesAndTablesWithoutRows() {
        let range = CellRange(rows: 0...3, columns: 0...0)
        for style in [TableStyle.light(22), .light(0), .medium(29), .dark(12), .dark(-1)] {
            #expect(throws: SpreadsheetError.self) {
                try book.addTable(range, headings: ["a"], style: style, sheet: sheet)
            }
        }
        #expect(throws: SpreadsheetError.self) {
            try book.addTable(CellRange(rows: 0...0, columns: 0...0), headings: ["a"], sheet: sheet)
        }
    }

    @Test(
        arguments: [
            .number(.nan), .number(.infinity), .date(daysSince1970: -25_600), .date(daysSince1970: .max),
            .formula("=", result: .number(0)),
            .formula("", result: .number(0)), .formula("A1", result: .number(.nan)),
            .formula(String(repeating: "1+", count: 4096) + "1", result: .number(0)),
            .link("", target: .url("https://a.vn")), .link("x", target: .url("javascript:alert(1)")),
            .link("x", target: .url("file:///etc/passwd")),
            .link("x", target: .url("https://a.vn/a b")),
            .link(String(repeating: "ệ", count: 700), target: .url("https://a.vn")),
            .link("x", target: .cell(sheet: "A", row: -1, column: 0)),
            .link("x", target: .url("https://" + String(repeating: "a", count: 2000))),
        ] as [CellValue]
    )
    func valuesThatNoCellHolds(_ value: CellValue) {
        #expect(throws: SpreadsheetError.self) { try book.write(value, sheet: sheet, row: 0, column: 0) }
    }

    @Test func aLinkToASheetThatIsNotThere() throws {
        try book.write(.link("x", target: .cell(sheet: "B", row: 0, column: 0)), sheet: sheet, row: 1, column: 0)
        #expect(
            throws: SpreadsheetError.cellValue(place: "A!A2", reason: "a link to the sheet 'B', which is not there")
        ) {
            try book.close()
        }
        _ = try book.addSheet("B")
        _ = try book.close()
    }

    @Test func moreThan65530Links() throws {
        for row in 0..<65_530 {
            try book.write(
                .link("x", target: .cell(sheet: "A", row: row, column: 0)),
                sheet: sheet,
                row: row,
                column: 0
            )
        }
        #expect(throws: SpreadsheetError.self) {
            try book.write(.link("x", target: .url("https://a.vn")), sheet: sheet, row: 65_530, column: 0)
        }
        #expect(try book.close().inspection.sheets[0].cells == 65_530)
    }

    @Test(arguments: [(-1, 0), (0, -1), (1_048_576, 0), (0, 16_384)])
    func cellsOutsideTheSheet(_ row: Int, _ column: Int) {
        #expect(throws: SpreadsheetError.self) { try book.write(.number(1), sheet: sheet, row: row, column: column) }
        #expect(throws: SpreadsheetError.self) { try book.freeze(rows: row, columns: column, sheet: sheet) }
    }

    @Test func settingsOutOfRange() throws {
        #expect(throws: SpreadsheetError.self) { try book.setColumns(0...1, width: 256, sheet: sheet) }
        #expect(throws: SpreadsheetError.self) { try book.setColumns(0...16_384, width: 1, sheet: sheet) }
        #expect(throws: SpreadsheetError.self) { try book.setRow(0, height: 410, sheet: sheet) }
        for change: (inout Format) -> Void in [
            { $0.indent = 16 }, { $0.rotation = 91 }, { $0.fontSize = 0 },
            { $0.fontName = String(repeating: "ệ", count: 43) },
            { $0.fontName = "" }, { $0.numberFormat = String(repeating: "0", count: 128) }, { $0.numberFormat = "" },
            { $0.numberFormat = "\u{1}" },
        ] {
            #expect(throws: SpreadsheetError.self) {
                try book.write(.number(1), sheet: sheet, row: 0, column: 0, format: Format().with(change))
            }
        }
        var page = PageSetup()
        page.header.centre = [.text(String(repeating: "x", count: 230))]
        #expect(throws: SpreadsheetError.self) { try book.setPage(page, sheet: sheet) }
        page = PageSetup()
        page.left = -1
        #expect(throws: SpreadsheetError.self) { try book.setPage(page, sheet: sheet) }
    }

    @Test func promptsThatAreTooLongAndTakesThoseThatFitInVietnamese() throws {
        let range = CellRange(row: 0, column: 0)
        let (title, text) = (String(repeating: "ệ", count: 32), String(repeating: "ễ", count: 255))
        for message in [InputMessage(title: title + "x", text: text), InputMessage(title: title, text: text + "x")] {
            #expect(throws: SpreadsheetError.self) {
                try book.addCheck(.textLength(9), to: range, prompt: message, sheet: sheet)
            }
            #expect(throws: SpreadsheetError.self) {
                try book.addCheck(.textLength(9), to: range, message: message, sheet: sheet)
            }
        }
        let message = InputMessage(title: title, text: text)
        try book.addCheck(.textLength(9), to: range, prompt: message, message: message, sheet: sheet)
        _ = try book.close()
        let check = try #require(
            try workshop.part("xl/worksheets/sheet1.xml").find("dataValidations", "dataValidation")
        )
        #expect(
            check["promptTitle"] == title && check["prompt"] == text && check["errorTitle"] == title
                && check["error"] == text
        )
    }

    @Test func propertiesThatExcelDoesNotTake() throws {
        func make(_ change: (inout DocumentProperties) -> Void) throws {
            var properties = DocumentProperties(created: 1_770_000_000)
            change(&properties)
            _ = try WorkbookWriter(
                path: workshop.path("p.xlsx"),
                temporaryFolder: workshop.folder,
                properties: properties
            )
        }
        #expect(throws: SpreadsheetError.self) { try make { $0.created = 0 } }
        #expect(throws: SpreadsheetError.self) { try make { $0.title = String(repeating: "x", count: 256) } }
        #expect(throws: SpreadsheetError.self) {
            try make { $0.custom = [.init(name: "Đợt", value: "1"), .init(name: "đợt", value: "2")] }
        }
        #expect(throws: SpreadsheetError.self) { try make { $0.custom = [.init(name: "", value: "1")] } }
        #expect(throws: SpreadsheetError.self) {
            try make { $0.custom = [.init(name: "a", value: String(repeating: "x", count: 256))] }
        }
    }

    @Test func sheetsOfAnotherWorkbook() throws {
        let other = try workshop.writer("b.xlsx")
        let foreign = try other.addSheet("B")
        #expect(throws: SpreadsheetError.foreignSheet("B")) {
            try book.write(.number(1), sheet: foreign, row: 0, column: 0)
        }
    }

    @Test func workbooksWithoutAVisibleSheet() throws {
        try book.hide(sheet)
        #expect(throws: SpreadsheetError.self) { try book.close() }
        let second = try book.addSheet("B")
        _ = try book.close()
        _ = second
        #expect(try workshop.part("xl/workbook.xml").find("bookViews", "workbookView")?["activeTab"] == "1")
    }

    @Test func rowsOutOfOrderAndWhatElseConstantMemoryCannotDo() throws {
        let book = try workshop.writer("c.xlsx", constantMemory: true)
        let sheet = try book.addSheet("A")
        try book.merge(CellRange(rows: 0...0, columns: 0...3), sheet: sheet, value: .text("Đầu đề"))
        try book.write(.number(1), sheet: sheet, row: 5, column: 3)
        try book.write(.number(1), sheet: sheet, row: 5, column: 0)
        try book.setRow(6, height: 20, sheet: sheet)
        try book.addCondition(
            .equals("x", Format().with { $0.bold = true }),
            to: CellRange(rows: 0...9, columns: 0...3),
            sheet: sheet
        )
        try book.addCheck(.textLength(3), to: CellRange(rows: 0...3, columns: 0...3), sheet: sheet)
        var page = PageSetup()
        page.printArea = CellRange(rows: 0...3, columns: 0...3)
        page.repeatedRows = 0...1
        try book.setPage(page, sheet: sheet)
        try book.ignoreNumbersStoredAsText(CellRange(rows: 0...3, columns: 0...3), sheet: sheet)
        for attempt in [
            { try book.write(.number(1), sheet: sheet, row: 4, column: 0) },
            { try book.setRow(4, height: 20, sheet: sheet) },
            { try book.merge(CellRange(rows: 7...8, columns: 0...1), sheet: sheet, value: .blank) },
            { try book.setFilter(CellRange(rows: 0...5, columns: 0...3), sheet: sheet) },
            { try book.addNote("x", sheet: sheet, row: 5, column: 0) },
            { try book.addTable(CellRange(rows: 9...12, columns: 0...0), headings: ["a"], sheet: sheet) },
        ] {
            do {
                try attempt()
                Issue.record("accepted")
            } catch SpreadsheetError.constantMemory {}
        }
        let found = try book.close().inspection.sheets[0]
        #expect(found.rows == 3 && found.cells == 6)
    }
}
