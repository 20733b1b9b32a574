import Spreadsheet
import Testing

@testable import Workbooks

/// Charts, and the cells above them that they show.
@Suite struct ChartBlockTests {
    @Test func aChartShowsTheCellsAboveIt() throws {
        let book = try Workshop().sheet(
            """
            <chart kind="bars" title="Theo loại hình" values="Đơn vị" rows="kinds">
            <series name="Phải báo cáo" show="expected"/><series name="Đúng hạn" show="on_time"/></chart>
            """
        )
        #expect(
            try book.lines(1).dropFirst() == [
                ["Theo loại hình", "Phải báo cáo", "Đúng hạn"], ["Mầm non", "14", "9"], ["Tiểu học", "13", "9"],
                ["Trung học cơ sở", "13", "9"],
            ]
        )
        let chart = try book.xml("xl/charts/chart1.xml")
        #expect(chart.contains("!$A$3:$A$5</c:f>"))
        #expect(chart.contains("!$B$3:$B$5</c:f>") && chart.contains("!$C$3:$C$5</c:f>"))
        #expect(chart.contains("Phải báo cáo") && chart.contains("Đơn vị"))
        #expect(chart.contains(#"<c:barDir val="bar"/>"#))
    }

    @Test func onlyTheLowestAreShown() throws {
        let lines = try Workshop().sheet(
            """
            <chart kind="bars" title="Thấp nhất" values="Tỷ lệ" rows="communes" lowest="2" share="yes">
            <series name="Đầy đủ" show="completeness"/></chart>
            """
        ).lines(1)
        let city = SmallCity()
        let rates = (0..<6).map { commune in
            let units = (0..<40).filter { $0 % 6 == commune }
            return Double(units.count(where: city.hasReported)) / Double(units.count)
        }
        let lowest = rates.indices.sorted { (rates[$0], $0) < (rates[$1], $1) }.prefix(2)
        #expect(lines.dropFirst(2).map { $0[0] } == lowest.map(city.communeName))
    }

    /// A change has no rate that could stand beside the others'.
    @Test func ratesAgainstTargets() throws {
        let book = try Workshop().sheet(
            """
            <chart kind="columns" title="Tỷ lệ" values="%" rows="indicators" share="yes">
            <series name="Thực hiện" show="rate"/><series name="Chỉ tiêu" show="target_rate"/></chart>
            """
        )
        let lines = try book.lines(1).dropFirst(2)
        #expect(lines.count == 9)
        #expect(lines.first == ["Quán triệt, phổ biến kế hoạch", "0.85", "1"])
        let chart = try book.xml("xl/charts/chart1.xml")
        #expect(chart.contains(#"<c:max val="1"/>"#) && chart.contains(#"<c:barDir val="col"/>"#))
    }

    /// In constant memory no value could be stored in the chart; a city of that size must have its workbook all the same.
    @Test func aLargeWorkbookHasTheCellsAlone() throws {
        let book = try Workshop().city(
            SmallCity(unitCount: 10_001, communeCount: 3),
            layout: """
                <workbook title="a"><sheet name="Một" orientation="portrait">
                <chart kind="bars" title="Theo loại hình" values="Đơn vị" rows="kinds">
                <series name="Phải báo cáo" show="expected"/></chart></sheet></workbook>
                """
        )
        #expect(book.archive["xl/charts/chart1.xml"] == nil)
        #expect(try book.lines(1).contains(["Mầm non", "3334"]))
    }

    @Test func withoutRowsThereIsNoChart() throws {
        let book = try Workshop().sheet(
            """
            <chart kind="bars" title="Tỷ lệ" values="%" rows="kinds"><series name="Đúng hạn" show="on_time"/></chart>
            """,
            of: SmallCity(unitCount: 0, communeCount: 0)
        )
        #expect(book.archive["xl/charts/chart1.xml"] == nil)
        #expect(try book.lines(1).last == ["Không có số liệu"])
    }
}
