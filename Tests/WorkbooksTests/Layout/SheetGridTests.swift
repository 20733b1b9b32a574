import Spreadsheet
import Testing

@testable import Workbooks

/// Several tables on a sheet keep columns of their own.
@Suite struct SheetGridTests {
    private static func table(_ columns: [(words: String, number: Double)], stretches: Int) -> SheetTable {
        SheetTable(
            columns: columns.enumerated().map { index, column in
                TableColumn(column.words, .count, width: 4...40, stretches: index == stretches)
            },
            rows: [.data(columns.map { .number($0.number) })]
        )
    }

    private static var tables: [SheetTable] {
        [
            table([("STT", 1), ("Nội dung", 1), ("Trong kỳ", 1_234_567), ("Cùng kỳ", 98_765_432)], stretches: 1),
            table((0..<9).map { ("Cột \($0)", Double($0) * 123_456) }, stretches: 4),
            table([("Một", 1e12), ("Hai", 12)], stretches: 0),
        ]
    }

    @Test func everyTableCoversTheWholeWidth() {
        let grid = SheetGrid(Self.tables, page: 714)
        for table in Self.tables {
            let spans = grid.spans(of: table)
            #expect(spans.count == table.columns.count)
            #expect(spans.first?.lowerBound == 0 && spans.last?.upperBound == grid.widths.count - 1)
            for (left, right) in zip(spans, spans.dropFirst()) { #expect(left.upperBound + 1 == right.lowerBound) }
        }
    }

    @Test func nothingIsClippedInAnyOfThem() throws {
        let workshop = try Workshop()
        let writer = try WorkbookWriter(
            path: workshop.path("grid"),
            temporaryFolder: workshop.folder,
            properties: DocumentProperties(created: 86_400)
        )
        let grid = SheetGrid(Self.tables, page: 714)
        let canvas = try SheetCanvas(writer: writer, sheet: try writer.addSheet("Một"), grid: grid)
        for table in Self.tables {
            guard case .data(let values) = table.row(0) else { continue }
            for (index, span) in grid.spans(of: table).enumerated() {
                let usable = canvas.usablePoints(span)
                #expect(
                    TextMeasure(size: 12, bold: false).width(table.columns[index].shown(values[index])) <= usable + 3
                )
                let word = TextMeasure(size: 12, bold: true).widestWord(table.columns[index].heading)
                #expect(word <= usable + 1, "\(table.columns[index].heading)")
            }
        }
        _ = try writer.close()
    }

    @Test func oneTablesColumnsAreTheSheets() {
        let grid = SheetGrid([Self.tables[0]], page: 714)
        #expect(grid.widths == Self.tables[0].widths(page: 714))
        #expect(grid.spans(of: Self.tables[0]) == [0...0, 1...1, 2...2, 3...3])
    }
}
