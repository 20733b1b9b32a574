import Spreadsheet
import Testing

@testable import Workbooks

/// What belongs together stands on one page, if a page can hold it.
@Suite struct PageBreakTests {
    /// So many lines, 10 points each.
    private struct Lines: Block {
        let count: Int
        func write(on sheet: inout SheetCanvas) throws(SpreadsheetError) { try sheet.space(count, height: 10) }
    }

    /// The lines before which a page of 100 points ends.
    private func breaks(_ groups: [[Int]]) throws -> [Int] {
        let workshop = try Workshop()
        let writer = try WorkbookWriter(
            path: workshop.path("pages"),
            temporaryFolder: workshop.folder,
            properties: DocumentProperties(created: 86_400)
        )
        let sheet = try writer.addSheet("Một")
        var canvas = try SheetCanvas(writer: writer, sheet: sheet, grid: SheetGrid(widths: [10]), pageHeight: 100)
        for group in groups { try canvas.together(group.map { Lines(count: $0) }) }
        #expect(canvas.row == groups.joined().reduce(0, +), "measuring writes nothing")
        _ = try writer.close()
        return canvas.breaks
    }

    @Test func aGroupThatWouldBeCutBeginsAPage() throws {
        #expect(try breaks([[6], [4]]) == [])
        #expect(try breaks([[6], [5]]) == [6])
        #expect(try breaks([[6], [2, 3]]) == [6])
        #expect(try breaks([[6], [5], [5], [1]]) == [6, 16])
        #expect(try breaks([[10], [10], [10]]) == [10, 20])
    }

    @Test func whatNoPageHoldsIsNotMoved() throws {
        #expect(try breaks([[25]]) == [])
        #expect(try breaks([[6], [25]]) == [])
        // After 6 + 25 lines of ten a page, one line stands on the fourth page.
        #expect(try breaks([[6], [25], [9]]) == [])
        #expect(try breaks([[6], [25], [10]]) == [31])
    }
}
