import Plan
import Spreadsheet
import Testing

@testable import Workbooks

@Suite struct BlockTests {
    /// The XML of a small table: two headings under a group, a row and a total.
    @Test func aTableAsXML() throws {
        let table = SheetTable(
            columns: [
                TableColumn("Mã", .code, width: 8...8, group: "Xã"),
                TableColumn("Số", .count, width: 8...8, group: "Xã"),
                TableColumn("Tỷ lệ", .rate, width: 8...8),
            ],
            rows: [.data([.text("01359"), .number(1234), .text("—")]), .total([.blank, .number(1234), .number(0.5)])]
        )
        let xml = try Workshop().blocks([table], widths: [8, 8, 8]).xml("xl/worksheets/sheet1.xml")
        let data = try #require(xml.firstRange(of: "<sheetData>")).lowerBound
        #expect(
            xml[data...] == """
                <sheetData><row r="1" spans="1:3" ht="17.25" customHeight="1"><c r="A1" s="1" t="s"><v>0</v></c><c r="B1" s="1"/>\
                <c r="C1" s="1"/></row><row r="2" spans="1:3" ht="33" customHeight="1"><c r="A2" s="1" t="s"><v>1</v></c>\
                <c r="B2" s="1" t="s"><v>2</v></c><c r="C2" s="1" t="s"><v>3</v></c></row><row r="3" spans="1:3" ht="17.25" \
                customHeight="1"><c r="A3" s="2" t="s"><v>4</v></c><c r="B3" s="3"><v>1234</v></c><c r="C3" s="4" t="s"><v>5</v></c>\
                </row><row r="4" spans="1:3" ht="17.25" customHeight="1"><c r="A4" s="5"/><c r="B4" s="6"><v>1234</v></c>\
                <c r="C4" s="7"><v>0.5</v></c></row></sheetData><autoFilter ref="A2:C3"/><mergeCells count="1">\
                <mergeCell ref="A1:B1"/></mergeCells><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" \
                footer="0.3"/><ignoredErrors><ignoredError sqref="A3:A4" numberStoredAsText="1"/></ignoredErrors></worksheet>
                """
        )
    }

    @Test func theHeadOfAnOfficialPaper() throws {
        let head = SmallCity().plan.head
        let rows = try Workshop().blocks(
            [OfficialHead(head: head, date: SmallCity.day(2026, 2, 5))],
            widths: [30, 30, 30, 30]
        ).rows(1)
        #expect(rows[0] == ["UBND THÀNH PHỐ HẢI PHÒNG", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"])
        #expect(rows[1] == ["SỞ GIÁO DỤC VÀ ĐÀO TẠO", "Độc lập - Tự do - Hạnh phúc"])
        #expect(rows[3] == ["Số:      /BC-SGDĐT", "Hải Phòng, ngày 05 tháng 02 năm 2026"])
        let measure = TextMeasure(size: Rule.size, bold: true)
        let share = measure.width(rows[2][0]) / TextMeasure(size: 12, bold: true).width(rows[1][0])
        #expect((0.33...0.5).contains(share))
        let motto = measure.width(rows[2][1]) / TextMeasure(size: 13, bold: true).width(rows[1][1])
        #expect((0.97...1.03).contains(motto))
    }

    @Test func monthsFromMarchHaveNoZero() {
        #expect(
            VietnameseText.placeAndDate(place: "Hải Phòng", SmallCity.day(2026, 3, 14))
                == "Hải Phòng, ngày 14 tháng 3 năm 2026"
        )
        #expect(
            VietnameseText.placeAndDate(place: "Hải Phòng", SmallCity.day(2026, 10, 9))
                == "Hải Phòng, ngày 09 tháng 10 năm 2026"
        )
    }

    @Test func theSignatureStandsLevelWithTheListOfCopies() throws {
        let rows = try Workshop().blocks([Signature(head: SmallCity().plan.head)], widths: [30, 30, 30]).rows(1)
        #expect(rows[1] == ["Nơi nhận:", "NGƯỜI LẬP BIỂU", "KT. GIÁM ĐỐC"])
        #expect(rows[2] == ["- Công an thành phố (để p/h);", "PHÓ GIÁM ĐỐC"])
        #expect(rows[5] == ["- Lưu: VT, VP."])
    }

    @Test func headersOfHostileFilesAreShortened() throws {
        let text = String(repeating: "x", count: 40_000)
        let rows = try Workshop().blocks([TextLine(text: text)], widths: [250]).rows(1)
        #expect(rows[0][0].hasSuffix("x… (còn 35000 ký tự)"))
    }

    @Test func indicatorNumbersAreThePlansOwn() {
        #expect(IndicatorNumbers.numbers(SmallCity.indicators).suffix(5) == ["6a", "6b", "7", "8", "9"])
        let other = [("A", 1), ("B", 2)].map { SmallCity.indicator($0.0, .units, "", "") }
        #expect(IndicatorNumbers.numbers(other) == ["1", "2"])
    }
}
