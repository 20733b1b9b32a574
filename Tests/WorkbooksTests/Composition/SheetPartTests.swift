import Plan
import Spreadsheet
import Testing

@testable import Workbooks

/// What is more than a sheet takes is never left out.
@Suite struct SheetPartTests {
    private func office(_ count: Int) -> OfficeLists {
        var office = OfficeLists()
        office.findings = SmallCity.findings(count)
        office.sources = SmallCity.sources(count)
        return office
    }

    @Test func aTableGoesOnOnFurtherSheets() throws {
        let city = SmallCity()
        let limits = SheetLimits(rows: 4, links: 65_530)
        let book = try Workshop().write(
            city,
            layout: city.officeLayout(),
            office: office(10),
            limits: limits,
            name: "parts"
        )
        #expect(
            try book.sheetNames() == [
                "Lỗi dữ liệu", "Lỗi dữ liệu (2)", "Lỗi dữ liệu (3)", "Chất lượng theo xã", "Chất lượng theo xã (2)",
                "Nguồn số liệu", "Nguồn số liệu (2)", "Nguồn số liệu (3)", "Quyết định",
            ]
        )
        let units = (0..<10).map { String(31_303_700 + $0) }
        let shown = try (1...3).map { try book.lines($0).compactMap { row in row.first { units.contains($0) } } }
        #expect(shown.map(\.count) == [4, 4, 2])
        #expect(shown.flatMap { $0 } == units)
        for number in 1...3 {
            let lines = try book.lines(number)
            #expect(lines.contains(["LỖI DỮ LIỆU (PHẦN \(number)/3)"]))
            #expect(lines.contains { $0.first == "Mức độ" })
            #expect(lines.contains { $0.first == "Lỗi" && $0.last == "Đã thay thế" } == (number == 1))
            #expect(lines.contains(["SỐ LIỆU TẠM TÍNH"]))
        }
        #expect(try book.links(2)["A1"] == "'Lỗi dữ liệu'!A1")
        // The total comes last, over all parts.
        #expect(try book.lines(8).last?.first == "Tổng cộng")
        #expect(try book.lines(8).last?.contains("1200") == true)
    }

    @Test func oneSheetIsEnoughForAsManyRowsAsItTakes() throws {
        let city = SmallCity()
        let limits = SheetLimits(rows: 10, links: 65_530)
        let book = try Workshop().write(
            city,
            layout: city.officeLayout(),
            office: office(10),
            limits: limits,
            name: "full"
        )
        #expect(try !book.sheetNames().contains("Lỗi dữ liệu (2)"))
        #expect(try !book.lines(1).contains { $0[0].contains("PHẦN") })
    }

    @Test func namesOfFurtherSheetsAreNotTooLong() {
        let layout = SheetLayout(
            name: "11 Chưa báo cáo - báo cáo chậm",
            isLandscape: true,
            isFitted: true,
            periods: [],
            blocks: []
        )
        let names = [0, 1, 11].map {
            SheetPart(layout: layout, number: $0, count: 12, rowsOfTable: 1, plainTables: []).name
        }
        #expect(
            names == [
                "11 Chưa báo cáo - báo cáo chậm", "11 Chưa báo cáo - báo cáo c (2)", "11 Chưa báo cáo - báo cáo  (12)",
            ]
        )
        #expect(names.allSatisfy { $0.utf16.count <= 31 })
    }

    /// Formulas refer to one range: where the units stand in two, figures are values, and right.
    @Test func unitsInPartsLeaveValues() throws {
        let city = SmallCity()
        let book = try Workshop().write(
            city,
            layout: city.layout(),
            limits: SheetLimits(rows: 30, links: 65_530),
            name: "units"
        )
        #expect(try book.sheetNames().contains("5 Theo cơ sở (2)"))
        #expect(try book.formulas(1).isEmpty)
        #expect(try book.lines(1).contains(["40", "34", "27", "7", "6"]))
        let codes = try [3, 4].flatMap { try book.lines($0).compactMap { row in row.first.flatMap(Int.init) } }
        #expect(codes == (0..<40).map { 31_303_700 + $0 })
    }

    private static let links = """
        <workbook title="a"><sheet name="Một" orientation="landscape"><table id="a" rows="misses">
        <column heading="Mã" show="code" width="9-12" link="co-so"/></table></sheet>\(SmallCity.unitSheet)</workbook>
        """

    @Test func aTableWithMoreRowsThanLinksHasNone() throws {
        let city = SmallCity()
        let layout = try city.layout(Self.links)
        let whole = try Workshop().write(city, layout: layout, name: "whole")
        let rows = try whole.lines(1).count { $0.count == 1 && Int($0[0]) != nil }
        #expect(rows > 50)
        // One more link leads to the second sheet.
        #expect(try whole.links(1).count == rows + 1)
        let limits = SheetLimits(rows: 1_000, links: rows)
        let bare = try Workshop().write(city, layout: layout, limits: limits, name: "bare")
        #expect(try bare.links(1).count == 1)
        #expect(try bare.lines(1) == whole.lines(1))
    }

    private static let note = """
        <workbook title="a"><sheet name="Một" orientation="portrait"><line when="large">Sổ lớn.</line><line>Luôn có.</line>
        <table id="a" rows="kinds"><column heading="a" show="name" width="9-30"/><column heading="b" show="expected" width="9-30"/></table>
        </sheet>\(SmallCity.unitSheet)</workbook>
        """

    @Test func aLargeWorkbookHoldsValuesAndSaysSo() throws {
        let small = try Workshop().city(layout: Self.note)
        #expect(try !small.lines(1).contains(["Sổ lớn."]) && small.lines(1).contains(["Luôn có."]))
        #expect(try !small.formulas(1).isEmpty)
        let large = try Workshop().city(SmallCity(unitCount: 10_001, communeCount: 3), layout: Self.note)
        #expect(try large.lines(1).contains(["Sổ lớn."]) && large.lines(1).contains(["Luôn có."]))
        #expect(try large.formulas(1).isEmpty && large.formulas(2).isEmpty)
        #expect(large.archive["xl/tables/table1.xml"] == nil)
        #expect(try large.lines(1).contains(["Mầm non", "3334"]))
    }
}
