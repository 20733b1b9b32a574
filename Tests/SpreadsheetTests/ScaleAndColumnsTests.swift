import Spreadsheet
import Testing
import XML

@Suite("What the workbooks ask of a page")
struct ScaleAndColumnsTests {
    private let workshop: Workshop

    init() throws {
        workshop = try Workshop()
    }

    @Test func aScaleBetweenTwoNumbersKeepsThemWhateverTheRangeHolds() throws {
        let book = try workshop.writer()
        let sheet = try book.addSheet("A")
        let range = CellRange(rows: 0...1, columns: 0...0)
        try book.addCondition(.scale(from: 0, Colour(0xF8CBAD), to: 1, Colour(0xA9D08E)), to: range, sheet: sheet)
        for bounds in [(1.0, 1.0), (1, 0), (0, .infinity), (.nan, 1)] {
            #expect(throws: SpreadsheetError.self) {
                try book.addCondition(.scale(from: bounds.0, .black, to: bounds.1, .black), to: range, sheet: sheet)
            }
        }
        _ = try book.close()
        let scale = try workshop.part("xl/worksheets/sheet1.xml").find("conditionalFormatting", "cfRule", "colorScale")
        #expect(
            scale?.canonical
                == "<colorScale><cfvo type=\"num\" val=\"0\"></><cfvo type=\"num\" val=\"1\"></><color rgb=\"FFF8CBAD\"></>"
                + "<color rgb=\"FFA9D08E\"></></>"
        )
    }

    @Test func columnsAreRepeatedOnEachPage() throws {
        let book = try workshop.writer()
        let sheet = try book.addSheet("A")
        var page = PageSetup()
        page.repeatedRows = 3...3
        page.repeatedColumns = 0...1
        try book.setPage(page, sheet: sheet)
        _ = try book.close()
        #expect(try workshop.part("xl/workbook.xml").find("definedNames")?.text == "A!$A:$B,A!$4:$4")
    }
}
