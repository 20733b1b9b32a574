import Figures
import Plan
import Testing

@testable import Workbooks

/// Tables whose rows are groups of units.
@Suite struct GroupRowTests {
    private let city = SmallCity()

    private func sum(_ fact: Int, _ isMember: (Int) -> Bool) -> Double {
        city.figures.facts.columns[fact].enumerated().reduce(0) { sum, value in
            isMember(value.offset) && !value.element.isNaN ? sum + value.element : sum
        }
    }

    private static let columns = """
        <column heading="STT" show="ordinal" width="4-6"/>
        <column heading="Mã" show="code" width="4-9"/>
        <column heading="Tên" show="name" width="9-30"/>
        <column heading="Phải báo cáo" show="expected" width="4-9"/>
        <column heading="Chậm" show="late" width="4-9"/>
        <column heading="Số đợt" fact="c" width="4-9"/>
        <column heading="Số đợt" sum="c" width="4-9"/>
        <column heading="Quán triệt" count="b" value="Có" width="4-9"/>
        <column heading="Đột phá" count="e" value="*" width="4-9"/>
        <column heading="Lĩnh vực" count="f" value="ATGT" width="4-9"/>
        <column heading="Tỷ lệ" count="b" value="Có" ofCount="da_bao_cao" ofValue="Có" width="4-9"/>
        """

    @Test func kindsWithFactsMeasuresAndShares() throws {
        let book = try Workshop().sheet("<table id=\"a\" rows=\"kinds\" total=\"Cả ba\">\(Self.columns)</table>")
        let lines = try book.lines(1)
        for (kind, code) in ["MN", "TH", "THCS"].enumerated() {
            let units = (0..<40).filter { $0 % 3 == kind }
            let row = try #require(lines.first { $0.dropFirst().first == code })
            let facts = city.figures.facts.columns
            let yes = units.count { facts[1][$0] == 1 }
            #expect(row[3] == "\(units.count)")
            #expect(row[4] == "\(units.count { city.hasReported($0) && !city.isOnTime($0) })")
            #expect(Double(row[5]) == sum(2) { units.contains($0) })
            #expect(row[6] == row[5])
            #expect(row[7] == "\(yes)")
            #expect(row[8] == "\(units.count { !facts[4][$0].isNaN })")
            #expect(row[9] == "\(units.count { facts[5][$0] == 1 })")
            let share = try #require(Double(row[10]))
            #expect(abs(share - Double(yes) / Double(units.count(where: city.hasReported))) < 1e-9)
        }
        let total = try #require(lines.last)
        #expect(total.first == "Cả ba" && total[1] == "40")
        #expect(Double(total[3]) == sum(2) { _ in true })
    }

    @Test func departmentsAddUpTheirKinds() throws {
        let book = try Workshop().sheet("<table id=\"a\" rows=\"departments\">\(Self.columns)</table>")
        let row = try #require(try book.lines(1).last)
        #expect(Array(row.prefix(4)) == ["1", "mn-th", "Phòng Mầm non - Tiểu học", "27"])
        #expect(Double(row[5]) == sum(2) { $0 % 3 < 2 })
        // One part of the formula for each of its kinds.
        let formula = try #require(try book.formulas(1).values.first { $0.contains("SUMIFS") })
        #expect(formula.contains("loai:MN") && formula.contains("loai:TH\"") && !formula.contains("THCS"))
    }

    @Test func qualityIsOfTheOfficesOwn() throws {
        let table = """
            <table id="a" rows="communes"><column heading="Tên" show="name" width="9-30"/>
            <column heading="Đúng" show="valid" width="4-9"/><column heading="Khớp" show="consistent" width="4-9"/></table>
            """
        var quality = GroupQuality()
        quality.validRows = (good: 3, all: 4)
        var office = OfficeLists()
        office.quality = [.commune(0): quality]
        let layout = try city.layout(
            "<workbook title=\"a\"><sheet name=\"a\" orientation=\"portrait\">\(table)</sheet></workbook>"
        )
        let lines = try Workshop().write(city, layout: layout, office: office, name: "quality").lines(1)
        #expect(lines.contains(["Hồng Bàng", "0.75", "—"]))
        #expect(lines.contains(["Lê Chân", "—", "—"]))
    }
}
