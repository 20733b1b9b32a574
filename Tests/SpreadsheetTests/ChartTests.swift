import Spreadsheet
import Testing
import XML

@Suite("Charts")
struct ChartTests {
    private let workshop: Workshop

    init() throws { workshop = try Workshop() }

    /// Three communes with two series of numbers, on the sheet of figures.
    private func book(constantMemory: Bool = false) throws -> (WorkbookWriter, Sheet) {
        let book = try workshop.writer(constantMemory: constantMemory)
        let sheet = try book.addSheet("Số 'A' liệu")
        for (row, name) in ["Xã Đông Hải", "Phường An Biên", "Đặc khu Cát Sao"].enumerated() {
            try book.write(.text(name), sheet: sheet, row: row, column: 0)
            try book.write(.number(Double(row + 1) / 4), sheet: sheet, row: row, column: 1)
            try book.write(.number(Double(3 - row) / 4), sheet: sheet, row: row, column: 2)
        }
        return (book, sheet)
    }

    private func series(_ sheet: Sheet, column: Int, rows: ClosedRange<Int> = 0...2, name: String = "Trong kỳ")
        -> Chart.Series
    {
        Chart.Series(
            name: name,
            categories: .init(sheet: sheet, range: CellRange(rows: 0...2, columns: 0...0)),
            values: .init(sheet: sheet, range: CellRange(rows: rows, columns: column...column)),
            fill: column == 1 ? .solid(Colour(0x1F4E79)) : .striped(Colour(0xC55A11))
        )
    }

    private func chart(_ kind: Chart.Kind, _ series: [Chart.Series]) -> Chart {
        Chart(kind: kind, title: "Tỷ lệ báo cáo", series: series).with {
            $0.valueTitle = "Tỷ lệ (%)"
            $0.numberFormat = "0.0%"
            $0.valueRange = 0...1
        }
    }

    @Test func aChartRefersToItsCellsAndStoresTheirValues() throws {
        let (book, sheet) = try book()
        try book.addChart(
            chart(.columns, [series(sheet, column: 1), series(sheet, column: 2, name: "Cùng kỳ")]),
            sheet: sheet,
            row: 5,
            column: 0,
            width: 600,
            height: 300
        )
        _ = try book.close()
        let root = try workshop.part("xl/charts/chart1.xml")
        let text = try String(decoding: workshop.contents("xl/charts/chart1.xml", of: "a.xlsx"), as: UTF8.self)
        #expect(root.name.hasSuffix("chartSpace"))
        for piece in [
            "<a:t>Tỷ lệ báo cáo</a:t>", "<a:t>Tỷ lệ (%)</a:t>", "<c:f>'Số ''A'' liệu'!$A$1:$A$3</c:f>",
            "<c:f>'Số ''A'' liệu'!$C$1:$C$3</c:f>", "<c:v>Phường An Biên</c:v>", "<c:v>0.75</c:v>",
            "<c:v>Cùng kỳ</c:v>",
            "<a:pattFill prst=\"wdUpDiag\">", "<a:srgbClr val=\"1F4E79\"/>", "<c:max val=\"1\"/>",
            "<c:legendPos val=\"b\"/>",
            "<a:latin typeface=\"Times New Roman\"", "<c:showVal val=\"1\"/>",
        ] {
            #expect(text.contains(piece), "\(piece)")
        }
    }

    /// A program that computes nothing shows what the chart has kept: of a formula its result, of a text no value.
    @Test func theResultsOfFormulasAreKept() throws {
        let (book, sheet) = try book()
        try book.write(.formula("1/8", result: .number(0.125)), sheet: sheet, row: 0, column: 1)
        try book.write(.formula("IF(1,\"—\")", result: .text("—")), sheet: sheet, row: 1, column: 1)
        try book.write(.text("—"), sheet: sheet, row: 2, column: 1)
        let chart = chart(.bars, [series(sheet, column: 1)])
        try book.addChart(chart, sheet: sheet, row: 5, column: 0, width: 600, height: 300)
        _ = try book.close()
        let text = try String(decoding: workshop.contents("xl/charts/chart1.xml", of: "a.xlsx"), as: UTF8.self)
        let kept = text.firstMatch(of: /<c:numCache>(.*?)<\/c:numCache>/)?.1
        #expect(
            kept == "<c:formatCode>General</c:formatCode><c:ptCount val=\"3\"/><c:pt idx=\"0\"><c:v>0.125</c:v></c:pt>",
            "\(kept ?? "nothing")"
        )
    }

    @Test func oneSeriesNeedsNoLegendAndBarsBeginAtTheTop() throws {
        let (book, sheet) = try book()
        try book.addChart(
            chart(.bars, [series(sheet, column: 1)]),
            sheet: sheet,
            row: 5,
            column: 0,
            width: 600,
            height: 300
        )
        _ = try book.close()
        let text = try String(decoding: workshop.contents("xl/charts/chart1.xml", of: "a.xlsx"), as: UTF8.self)
        #expect(text.contains("<c:barDir val=\"bar\"/>"))
        let axes = text.split(separator: "<c:valAx>").map(String.init)
        #expect(axes[0].contains("<c:orientation val=\"maxMin\"/>"))
        #expect(axes[1].contains("<c:max val=\"1\"/>") && axes[1].contains("Tỷ lệ (%)"))
        #expect(!text.contains("<c:legend>"))
    }

    @Test func whatCannotBeShownIsRefused() throws {
        let (book, sheet) = try book()
        func add(_ chart: Chart) throws {
            try book.addChart(chart, sheet: sheet, row: 5, column: 0, width: 600, height: 300)
        }
        #expect(throws: SpreadsheetError.self) { try add(chart(.bars, [])) }
        #expect(throws: SpreadsheetError.self) { try add(chart(.bars, [series(sheet, column: 1, rows: 0...1)])) }
        #expect(throws: SpreadsheetError.self) { try add(chart(.bars, [series(sheet, column: 1, name: "=A1")])) }
        #expect(throws: SpreadsheetError.self) {
            try add(Chart(kind: .bars, title: String(repeating: "ấ", count: 256), series: [series(sheet, column: 1)]))
        }
        let (streaming, other) = try self.book(constantMemory: true)
        #expect(throws: SpreadsheetError.self) {
            try streaming.addChart(
                chart(.bars, [series(other, column: 1)]),
                sheet: other,
                row: 5,
                column: 0,
                width: 600,
                height: 300
            )
        }
        _ = try book.close()
    }
}
