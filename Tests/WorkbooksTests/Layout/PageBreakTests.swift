import Spreadsheet
import Testing

@testable import Workbooks

/// So many lines, 10 points each.
private struct Lines: Block {
    let count: Int
    func write(on sheet: inout SheetCanvas) throws(SpreadsheetError) { try sheet.space(count, height: 10) }
}

/// A heading of one line, and so many lines of rows.
private struct Table: Block {
    let count: Int
    func write(on sheet: inout SheetCanvas) throws(SpreadsheetError) {
        try sheet.table(frozen: 0) { sheet throws(SpreadsheetError) in
            try sheet.space(height: 10)
        } rows: { sheet throws(SpreadsheetError) in
            try sheet.space(count, height: 10)
        }
    }
}

/// Groups on pages of 100 points.
private func canvas(_ groups: [[any Block]], pageHeight: Double? = 100) throws -> SheetCanvas {
    let workshop = try Workshop()
    let writer = try WorkbookWriter(
        path: workshop.path("pages"),
        temporaryFolder: workshop.folder,
        properties: DocumentProperties(created: 86_400)
    )
    let sheet = try writer.addSheet("Một")
    var canvas = try SheetCanvas(
        writer: writer,
        sheet: sheet,
        grid: SheetGrid(widths: [10]),
        pageHeight: pageHeight
    )
    for group in groups { try canvas.together(group) }
    _ = try writer.close()
    return canvas
}

/// What belongs together stands on one page, if a page can hold it.
@Suite struct PageBreakTests {
    /// The lines before which a page ends.
    private func breaks(_ groups: [[Int]]) throws -> [Int] {
        let canvas = try canvas(groups.map { group in group.map { Lines(count: $0) } })
        #expect(canvas.row == groups.joined().reduce(0, +), "all lines are written")
        return canvas.pageEnds.breaks
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

    /// Else its title would stand alone at the end of a page.
    @Test func aTableThatNoPageHoldsBeginsWithItsFirstRow() throws {
        #expect(try canvas([[Lines(count: 7)], [Lines(count: 1), Table(count: 25)]]).pageEnds.breaks == [])
        #expect(try canvas([[Lines(count: 8)], [Lines(count: 1), Table(count: 25)]]).pageEnds.breaks == [8])
        #expect(try canvas([[Lines(count: 9)], [Lines(count: 1), Table(count: 25)]]).pageEnds.breaks == [9])
    }

    /// Paper may hold a little more than is known here, and would hold the title below the space.
    @Test func aPageThatOnlySpaceGoesOnOnEndsAboveTheSpace() throws {
        #expect(try canvas([[Lines(count: 10), Gap()], [Lines(count: 4)]]).pageEnds.breaks == [10])
        #expect(try canvas([[Lines(count: 9), Gap()], [Lines(count: 1)]]).pageEnds.breaks == [10])
        #expect(try canvas([[Lines(count: 11), Gap()], [Lines(count: 4)]]).pageEnds.breaks == [])
    }
}

/// The heading that each page further down begins with.
@Suite struct RepeatedHeadingTests {
    /// Words below a table, on a page of their own, are not part of it.
    @Test func aTableOnOnePageRepeatsNothing() throws {
        #expect(try canvas([[Lines(count: 2), Table(count: 6)], [Lines(count: 5)]]).pageEnds.repeatedRows == nil)
        #expect(try canvas([[Table(count: 6)], [Table(count: 6)], [Lines(count: 2)]]).pageEnds.repeatedRows == nil)
    }

    @Test func theTableThatGoesOnRepeatsItsHeading() throws {
        #expect(try canvas([[Lines(count: 2), Table(count: 12)], [Table(count: 2)]]).pageEnds.repeatedRows == 2...2)
        #expect(try canvas([[Table(count: 2)], [Lines(count: 1), Table(count: 12)]]).pageEnds.repeatedRows == 4...4)
        #expect(try canvas([[Table(count: 12)], [Table(count: 12)]]).pageEnds.repeatedRows == 13...13)
    }

    /// Nothing else stands below it, and another program's pages may be shorter.
    @Test func theTableAtTheEndRepeatsItsHeading() throws {
        #expect(try canvas([[Table(count: 6)], [Table(count: 6)]]).pageEnds.repeatedRows == 7...7)
    }

    @Test func whereNobodyMindsPagesTheLastHeadingIsRepeated() throws {
        #expect(try canvas([[Lines(count: 2), Table(count: 3)]], pageHeight: nil).pageEnds.repeatedRows == 2...2)
    }

    /// The heading takes its room from each page: of 12 rows 9 stand on the first and 3 on the second, below the heading.
    @Test func theRepeatedHeadingTakesRoom() throws {
        #expect(try canvas([[Table(count: 12)], [Lines(count: 6)]]).pageEnds.breaks == [])
        #expect(try canvas([[Table(count: 12)], [Lines(count: 7)]]).pageEnds.breaks == [13])
        // What a page holds without the heading alone is not moved.
        #expect(try canvas([[Table(count: 12)], [Lines(count: 10)]]).pageEnds.breaks == [])
    }
}

/// A line over a part of a table does not stand alone at the end of a page.
@Suite struct SectionBreakTests {
    @Test func aSectionStandsOnThePageOfItsFirstRow() throws {
        let row = TableRow.data([.text("Một")])
        // A page holds five lines, the heading among them.
        let height = TextMeasure(size: 12, bold: false).height(lines: 1)
        for (before, expected) in [(1, []), (2, []), (3, [4]), (4, [5])] {
            let rows = Array(repeating: row, count: before) + [.section("Phần"), row, row]
            let table = SheetTable(columns: [TableColumn("Cột", .text, width: 8...10)], rows: rows).with {
                $0.hasFilter = false
            }
            let canvas = try canvas([[table]], pageHeight: 5.5 * height)
            #expect(canvas.pageEnds.breaks == expected, "\(before) rows before the section")
            #expect(canvas.pageEnds.repeatedRows == 0...0)
        }
    }
}
