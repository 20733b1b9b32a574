import Figures
import Plan
import Spreadsheet
import Testing

@testable import Workbooks

/// A click on a figure shows the units behind it.
@Suite struct LinkTests {
    private static let figures = """
        <sheet name="Một" orientation="landscape">
        <keyFigures><figure label="Phải báo cáo" show="expected" link="co-so"/><figure label="Thiếu" show="missing" link="chua-dat"/></keyFigures>
        <table id="a" rows="indicators"><column heading="n" show="number" width="4-6"/>
        <column heading="t" show="numerator" width="4-9" link="chua-dat"/><column heading="Ghi chú" show="note" width="9-12" link="chua-dat"/></table></sheet>
        """
    private static let misses = """
        <sheet name="Chưa đạt" orientation="landscape"><table id="chua-dat" rows="misses"><column heading="Tên" show="name" width="9-30"/>
        <column heading="Mã" show="code" width="9-12" link="co-so"/></table></sheet>
        """

    @Test func figuresLeadToTheirPartOfTheList() throws {
        let city = SmallCity()
        let book = try Workshop().city(
            layout: "<workbook title=\"a\">\(Self.figures)\(SmallCity.unitSheet)\(Self.misses)</workbook>"
        )
        let (links, rows) = (try book.links(1), try book.rows(3))
        let first = try #require(links.first { $0.value == "'5 Theo cơ sở'!A8" }?.key)
        #expect(try book.value(at: first, 1) == "40")
        for (position, indicator) in SmallCity.indicators.enumerated() {
            let name = "\(IndicatorNumbers.numbers(SmallCity.indicators)[position]). \(indicator.title):"
            let number = String(name.prefix { $0 != "." })
            let row = try #require(try book.rows(1).firstIndex { $0.first == number })
            let section = rows.firstIndex { $0.first?.hasPrefix(name) == true }
            #expect(links["B\(row + 1)"] == section.map { "'Chưa đạt'!A\($0 + 1)" }, "\(indicator.id)")
        }
        // A link changes nothing of the cell: it is a live figure still.
        #expect(try book.formulas(1).values.contains { $0.contains("Đạt") })
        // And each unit of the list to its own row of the sheet of all units.
        let row = try #require(rows.firstIndex { $0.contains(city.unitName(3)) })
        #expect(try book.links(3)["B\(row + 1)"] == "'5 Theo cơ sở'!A11")
        #expect(try book.value(at: "A11", 2) == "31303703")
    }

    @Test func aTableThatIsNotThereLeavesThePlainValue() throws {
        let city = SmallCity()
        let base = try city.layout(
            "<workbook title=\"a\">\(Self.figures)\(SmallCity.unitSheet)\(Self.misses)</workbook>"
        )
        let text = "<workbook title=\"b\"><use sheet=\"Một\"/></workbook>"
        let layout = try WorkbookLayout.load(Array(text.utf8), file: "b.xml", plan: city.plan, base: base)
        let book = try Workshop().write(city, layout: layout, name: "used")
        #expect(try book.links(1).isEmpty)
        #expect(try book.lines(1).contains { $0.prefix(2) == ["1", "34"] })
    }

    /// Words that lead somewhere are as wide, and as high, as words that do not.
    @Test func linkedWordsWrapAsOthersDo() throws {
        func column(_ value: (String) -> CellLink) -> SheetTable {
            SheetTable(
                columns: [TableColumn("a", .text, width: 9...12)],
                rows: [.data([value("còn thiếu 6 đơn vị, đều chưa báo cáo").cell])]
            )
        }
        #expect(column(CellLink.plain).widths(page: nil) == column(CellLink.linked).widths(page: nil))
        let (plain, linked) = (try Workshop(), try Workshop())
        let heights = try [(plain, CellLink.plain), (linked, CellLink.linked)].map { workshop, value in
            let table = column(value)
            let xml = try workshop.blocks([table], widths: table.widths(page: nil)).xml("xl/worksheets/sheet1.xml")
            return xml.matches(of: /ht="([0-9.]+)"/).map { String($0.1) }
        }
        #expect(heights[0] == heights[1])
    }
}
