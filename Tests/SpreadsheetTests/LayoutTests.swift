import Spreadsheet
import Testing
import XML

@Suite("The layout of a sheet")
struct LayoutTests {
    private let workshop: Workshop
    private let book: WorkbookWriter
    private let sheet: Sheet

    init() throws {
        workshop = try Workshop()
        book = try workshop.writer()
        sheet = try book.addSheet("Theo xã")
    }

    /// Closes the workbook and gives its first sheet.
    private func written() throws -> XMLElement {
        _ = try book.close()
        return try workshop.part("xl/worksheets/sheet1.xml")
    }

    @Test func hasColumnsRowsPanesFilterAndTab() throws {
        try book.setColumns(0...1, width: 20, sheet: sheet)
        try book.setColumns(16_383...16_383, width: 0, hidden: true, sheet: sheet)
        try book.setRow(2, height: 31.5, sheet: sheet)
        try book.freeze(rows: 3, columns: 1, sheet: sheet)
        try book.setFilter(CellRange(rows: 2...9, columns: 0...4), sheet: sheet)
        try book.setTabColour(.black, sheet: sheet)
        try book.hideGrid(sheet)
        let root = try written()
        #expect(root.find("cols")?.elements.map { $0["hidden"] ?? $0["width"] } == ["20.7109375", "1"])
        #expect(root.find("sheetData", "row")?["ht"] == "31.5")
        #expect(root.find("sheetViews", "sheetView")?["showGridLines"] == "0")
        #expect(root.find("sheetViews", "sheetView", "pane")?["topLeftCell"] == "B4")
        #expect(root.find("autoFilter")?["ref"] == "A3:E10")
        #expect(root.find("sheetPr", "tabColor")?["rgb"] == "FF000000")
    }

    @Test func isPrintedOnA4WithNumberedPages() throws {
        var page = PageSetup()
        page.landscape = true
        page.centredHorizontally = true
        page.header = .centredPageNumber
        page.footer.left = [.text("Lê & Trần 5"), .pageNumber, .text("/"), .pageCount]
        page.repeatedRows = 3...4
        page.printArea = CellRange(rows: 0...99, columns: 0...9)
        try book.setPage(page, sheet: sheet)
        let root = try written()
        #expect(root.find("pageSetup")?["paperSize"] == "9")
        #expect(root.find("pageSetup")?["orientation"] == "landscape")
        #expect(root.find("pageSetup")?["fitToHeight"] == "0")
        #expect(root.find("sheetPr", "pageSetUpPr")?["fitToPage"] == "1")
        #expect(root.find("printOptions")?["horizontalCentered"] == "1")
        let margins = try #require(root.find("pageMargins"))
        #expect(
            ["left", "right", "top", "bottom", "header"].map { (Double(margins[$0] ?? "") ?? 0) * 25.4 }.map {
                $0.rounded()
            } == [30, 15, 20, 20, 10]
        )
        #expect(root.find("headerFooter", "oddHeader")?.text == "&C&13&\"Times New Roman,Regular\"&P")
        #expect(root.find("headerFooter", "oddFooter")?.text == "&L&13&\"Times New Roman,Regular\"Lê && Trần 5&P/&N")
        let names = try #require(try workshop.part("xl/workbook.xml").find("definedNames")).elements.map(\.text)
        #expect(names == ["'Theo xã'!$A$1:$J$100", "'Theo xã'!$4:$5"])
    }

    @Test func hasConditionsWithFormatsOfTheirOwn() throws {
        let range = CellRange(rows: 1...9, columns: 2...2)
        let met = Format().with {
            $0.fontColour = Colour(0x006100)
            $0.fill = Colour(0xC6EFCE)
            $0.bold = true
        }
        try book.addCondition(.equals("Đạt \"tốt\" & hơn", met), to: range, sheet: sheet)
        try book.addCondition(.twoColours(lowest: .black, highest: Colour(0xFFFFFF)), to: range, sheet: sheet)
        try book.addCondition(
            .threeColours(lowest: Colour(1), middle: Colour(2), highest: Colour(3)),
            to: range,
            sheet: sheet
        )
        let rules = try #require(try written().find("conditionalFormatting"))
        #expect(rules["sqref"] == "C2:C10")
        #expect(rules.elements.map { $0["type"] } == ["cellIs", "colorScale", "colorScale"])
        #expect(rules.find("cfRule", "formula")?.text == "\"Đạt \"\"tốt\"\" & hơn\"")
        #expect(rules.elements[1].find("colorScale")?.elements("color").map { $0["rgb"] } == ["FF000000", "FFFFFFFF"])
        #expect(rules.elements[2].find("colorScale")?.elements("color").count == 3)
        let look = try #require(try workshop.part("xl/styles.xml").find("dxfs", "dxf"))
        #expect(look.find("font", "color")?["rgb"] == "FF006100")
        #expect(look.find("fill", "patternFill", "bgColor")?["rgb"] == "FFC6EFCE")
    }

    @Test func hasDropDownsOfARangeOnAHiddenSheetAndChecks() throws {
        let lists = try book.addSheet("Danh 'mục'!")
        try book.hide(lists)
        let cell = CellRange(rows: 1...99, columns: 0...0)
        let source = CellRange(rows: 0...8, columns: 1...1)
        try book.addCheck(.choice(from: source, on: lists), to: cell, refusal: .warning, sheet: sheet)
        try book.addCheck(
            .wholeNumber(0...100),
            to: CellRange(row: 1, column: 1),
            prompt: .init(title: "Số", text: "0-100"),
            sheet: sheet
        )
        try book.addCheck(.number(0.5...1.5), to: CellRange(row: 1, column: 2), refusal: .information, sheet: sheet)
        try book.addCheck(.date(20_454...20_818), to: CellRange(row: 1, column: 3), sheet: sheet)
        try book.addCheck(.textLength(12), to: CellRange(row: 1, column: 4), sheet: sheet)
        #expect(throws: SpreadsheetError.self) {
            try book.addCheck(.number(0...Double.infinity), to: cell, sheet: sheet)
        }
        let checks = try #require(try written().find("dataValidations")).elements
        #expect(checks.map { $0["type"] } == ["list", "whole", "decimal", "date", "textLength"])
        #expect(checks.map { $0["errorStyle"] } == ["warning", nil, "information", nil, nil])
        #expect(
            checks.map { $0.elements.map(\.text) } == [
                ["'Danh ''mục''!'!$B$1:$B$9"], ["0", "100"], ["0.5", "1.5"], ["46023", "46387"], ["0", "12"],
            ]
        )
        #expect(checks[1]["promptTitle"] == "Số")
        #expect(lists.reference(source) == "'Danh ''mục''!'!$B$1:$B$9")
    }

    @Test func columnsHaveAFormatForCellsThatAreStillBlank() throws {
        try book.setColumns(0...1, width: 12, format: Format().with { $0.numberFormat = "@" }, sheet: sheet)
        try book.setColumns(2...2, width: 9, sheet: sheet)
        let columns = try #require(try written().find("cols")).elements
        #expect(columns.map { $0["style"] } == ["1", nil])
        let formats = try #require(try workshop.part("xl/styles.xml").find("numFmts")).elements
        #expect(formats.map { $0["formatCode"] } == ["@"])
    }

    @Test func hasTablesNotesAndNoGreenTriangles() throws {
        try book.addTable(
            CellRange(rows: 1...3, columns: 0...1),
            headings: ["Mã & số", "Tên _x0041_"],
            style: .medium(2),
            sheet: sheet
        )
        try book.write(.text("030001"), sheet: sheet, row: 2, column: 0)
        try book.addNote("Mã 6 chữ số\n_x0041_", sheet: sheet, row: 1, column: 0, author: "Sở")
        try book.ignoreNumbersStoredAsText(CellRange(rows: 2...3, columns: 0...0), sheet: sheet)
        try book.ignoreNumbersStoredAsText(CellRange(row: 9, column: 9), sheet: sheet)
        let root = try written()
        #expect(root.find("ignoredErrors", "ignoredError")?["sqref"] == "A3:A4 J10")
        #expect(root.find("ignoredErrors", "ignoredError")?["numberStoredAsText"] == "1")
        let table = try workshop.part("xl/tables/table1.xml")
        #expect(table["ref"] == "A2:B4")
        #expect(table.find("tableColumns")?.elements.map { $0["name"] } == ["Mã & số", "Tên _x005F_x0041_"])
        #expect(try workshop.cells()["B2"] == "Tên _x005F_x0041_")
        #expect(table.find("tableStyleInfo")?["name"] == "TableStyleMedium2")
        #expect(
            try workshop.part("xl/comments1.xml").find("commentList", "comment", "text")?.text
                == "Mã 6 chữ số\n_x005F_x0041_"
        )
    }

    @Test func makesEachFormatOnce() throws {
        func format() -> Format {
            Format(font: "Times New Roman", size: 12).with {
                $0.bold = true
                $0.italic = true
                $0.underline = true
                $0.fontColour = .black
                $0.fill = Colour(0xFFEB9C)
                $0.borders = [.top, .left]
                $0.horizontal = .centre
                $0.vertical = .centre
                $0.wrap = true
                $0.indent = 0
                $0.numberFormat = "#,##0"
                $0.rotation = 90
            }
        }
        for row in 0..<50 { try book.write(.number(1), sheet: sheet, row: row, column: 0, format: format()) }
        _ = try book.close()
        let styles = try workshop.part("xl/styles.xml")
        let looks = try #require(styles.find("cellXfs")).elements
        #expect(looks.count == 2)
        #expect(
            looks[1].find("alignment")?.canonical
                == "<alignment horizontal=\"center\" textRotation=\"90\" vertical=\"center\" wrapText=\"1\"></>"
        )
        let font = try #require(styles.find("fonts")).elements[1]
        #expect(font.elements.map(\.name).prefix(3) == ["b", "i", "u"])
        #expect(font.find("color")?["rgb"] == "FF000000")
        #expect(font.find("name")?["val"] == "Times New Roman")
        let border = try #require(styles.find("borders")).elements[1]
        #expect(border.elements.filter { $0["style"] == "thin" }.map(\.name) == ["left", "top"])
        #expect(try #require(styles.find("fills")).elements.last?.find("patternFill", "fgColor")?["rgb"] == "FFFFEB9C")
    }
}
