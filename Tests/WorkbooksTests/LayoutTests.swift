import Figures
import Plan
import Spreadsheet
import Testing

@testable import Workbooks

@Suite struct LayoutTests {
    @Test func spansFollowTheSharesAndPunishNarrowPlaces() {
        // A narrow first column never holds words alone.
        #expect(ColumnSpans.divide([30, 200, 50, 50, 50, 50], shares: [1, 1, 1]) == [0...1, 2...3, 4...5])
        #expect(ColumnSpans.divide([10, 10], shares: [1, 1, 1]) == [0...0, 1...1])
        #expect(ColumnSpans.divide([], shares: [1]) == [])
        #expect(ColumnSpans.divide([10, 10, 10], shares: [1]) == [0...2])
    }

    @Test func equalPlacesAreShared() {
        func group(_ expected: Int, _ reported: Int, _ onTime: Int) -> Completeness {
            Completeness(group: .city, expected: expected, reported: reported, onTime: onTime)
        }
        #expect(
            Ranking.places([group(2, 1, 1), group(6, 2, 1), group(3, 1, 0), group(0, 0, 0), group(3, 1, 1)]) == [
                1, 3, 4, nil, 2,
            ]
        )
        #expect(Ranking.places([group(3, 1, 1), group(6, 2, 2), group(4, 1, 1)]) == [1, 1, 3])
        #expect(Ranking.places([]) == [])
    }

    @Test func pagesBearReadableSizes() throws {
        for city in [SmallCity(), SmallCity(unitCount: 2_000, communeCount: 114)] {
            for layout in [try city.layout(), try city.officeLayout()] {
                for sheet in layout.sheets where sheet.isFitted {
                    let size = composer(city, layout).composition(sheet).printedSize
                    #expect(size > 8.8, "\(sheet.name)")
                }
            }
        }
    }

    private func composer(_ city: SmallCity, _ layout: WorkbookLayout) -> LayoutComposer {
        var office = OfficeLists()
        office.findings = SmallCity.findings(20)
        office.sources = SmallCity.sources(20)
        office.decisions = SmallCity.decisions(20)
        return LayoutComposer(context: city.context, layout: layout, office: office)
    }

    /// Every text of every line has the lines that it needs, and no number is wider than its column.
    @Test func nothingIsClipped() throws {
        var city = SmallCity()
        city.unitName = { String(repeating: "Trường Phổ thông nhiều cấp học ", count: $0 % 4 * 3 + 1) }
        city.communeName = { _ in "Phường Nguyễn Bỉnh Khiêm - Đông Hải - Nam Đồ Sơn" }
        let tables = try [city.layout(), city.officeLayout()].flatMap { layout in
            layout.sheets.flatMap { composer(city, layout).composition($0).tables }
        }
        #expect(tables.count == 9)
        for table in tables {
            let widths = table.widths(page: 714)
            for row in 0..<table.rowCount {
                guard case .data(let values) = table.row(row) else { continue }
                for (index, value) in values.enumerated() {
                    let measure = TextMeasure(size: table.size, bold: false)
                    let usable = ColumnWidth.usablePoints(widths[index])
                    if case .text(let text) = value {
                        #expect(measure.height(lines: measure.lines(text, in: usable)) <= 409)
                    } else {
                        #expect(
                            measure.width(table.columns[index].shown(value)) <= usable + 3,
                            "\(table.columns[index].heading)"
                        )
                    }
                }
            }
        }
    }

    @Test func aTextThatNoRowCouldHoldGetsAWiderColumn() {
        let text = String(repeating: "kiến nghị ", count: 200)
        let table = SheetTable(columns: [TableColumn("Nội dung", .text, width: 5...10)], rows: [.data([.text(text)])])
        let width = table.widths(page: nil)[0]
        let measure = TextMeasure(size: 12, bold: false)
        #expect(width > 10)
        #expect(measure.height(lines: measure.lines(text, in: ColumnWidth.usablePoints(width))) <= 400)
    }
}
