import Figures
import Plan
import Testing

@testable import Workbooks

/// Tables whose rows are the codes of a list, and those that the layout names one by one.
@Suite struct CodeRowTests {
    private let city = SmallCity(unitCount: 39)

    /// The sum of a fact column over all units.
    private func sum(_ name: String) -> String {
        let column = SmallCity.factColumns.firstIndex { $0.name == name } ?? 0
        let values = city.figures.facts.columns[column]
        return "\(Int(values.reduce(0) { $1.isNaN ? $0 : $0 + $1 }))"
    }

    @Test func aFactsPartsByOneListAndByTwo() throws {
        let lines = try Workshop().sheet(
            """
            <table id="a" rows="codes" list="categories" total="Tổng cộng"><column heading="STT" show="ordinal" width="4-6"/>
            <column heading="Loại" show="label" width="9-30"/><column heading="{}" fact="g" by="kinds" group="Loại hình" width="4-9"/>
            <column heading="Tổng số" fact="g" width="4-9"/></table>
            """,
            of: city
        ).lines(1)
        #expect(lines.contains(["STT", "Loại", "Mầm non", "Tiểu học", "Trung học cơ sở", "Tổng số"]))
        // What the plan does not split has a dash, never a zero.
        #expect(lines.contains(["2", "An toàn giao thông", "—", sum("g.X.Y"), "—", sum("g.X")]))
        #expect(lines.contains(["4", "Khác", "—", "—", "—", "—"]))
        // A record with two codes counts once in the total: that is the fact itself.
        #expect(lines.last?.last == sum("g"))
        #expect(sum("g") != sum("g.X"))
    }

    @Test func itemsInSections() throws {
        let book = try Workshop().sheet(
            """
            <table id="a" rows="items"><column heading="STT" show="ordinal" width="4-6"/>
            <column heading="Nội dung" show="label" width="9-30"/><column heading="Đơn vị tính" show="unit" width="4-9"/>
            <column heading="Trong kỳ" show="value" width="4-9"/><column heading="Năm trước" show="last_year" width="4-9"/>
            <section>1. Tuyên truyền</section>
            <item label="Số đợt" unit="Đợt" sum="c"/>
            <section>2. Khác</section>
            <item label="Đã quán triệt" unit="Đơn vị" count="b" value="Không"/></table>
            """,
            of: city
        )
        let no = city.figures.facts.columns[1].count { $0 == 0 }
        #expect(
            try book.lines(1).suffix(4) == [
                ["1. Tuyên truyền"], ["1", "Số đợt", "Đợt", sum("c"), "—"], ["2. Khác"],
                ["2", "Đã quán triệt", "Đơn vị", "\(no)", "—"],
            ]
        )
        #expect(try book.formulas(1).values.contains { $0.contains("COUNTIFS") && $0.contains("\"Không\"") })
    }

    @Test func recordsOfThePeriodAlone() throws {
        let lines = try Workshop().sheet(
            """
            <table id="a" rows="records" of="su-kien"><column heading="STT" show="ordinal" width="4-6"/>
            <column heading="Loại" field="loai" width="9-30"/><column heading="Ngày" field="ngay" width="9-12"/>
            <column heading="Số người" field="so_nguoi" width="9-12"/><column heading="Đã xong" field="da_xong" width="9-12"/>
            <column heading="Nội dung" field="noi_dung" width="9-30"/></table>
            """
        ).rows(1)
        let start = SmallCity.period.start.days + 25_569
        #expect(
            lines.suffix(4).prefix(3) == [
                ["1", SmallCity.lists[1].codes[0].name, "\(start)", "1234", "Có", "Ký cam kết"],
                ["2", "Khác", "\(SmallCity.day(2026, 2, 5).days + 25_569)", "Không", "Tập huấn"],
                ["3", "\(SmallCity.period.end.days + 25_569)", "0"],
            ]
        )
    }

    @Test func changesByKind() throws {
        let lines = try Workshop().sheet(
            """
            <table id="a" rows="changes" by="kinds"><column heading="STT" show="ordinal" width="4-6"/>
            <column heading="Nội dung" show="name" width="9-30"/><column heading="Kỳ này" show="this_year" width="4-9"/></table>
            """,
            of: city
        ).lines(1)
        #expect(lines.contains(["9. Giảm hành vi vi phạm trong HSSV - theo loại"]))
        let heading = try #require(lines.firstIndex(of: ["9. Giảm hành vi vi phạm trong HSSV - theo loại hình"]))
        #expect(lines[heading + 1] == ["1", "Mầm non", "\(13 * 45)"])
        #expect(lines[heading + 4] == ["Tổng cộng", "\(39 * 45)"])
    }
}
