import Figures
import Foundation
import Plan
import Spreadsheet
import Testing
import XML

@testable import Workbooks

@Suite struct CityWorkbookTests {
    @Test func sheetsStandInOrderAndLeadBack() throws {
        let book = try Workshop().city(SmallCity())
        let names = try book.xml("xl/workbook.xml").matches(of: /<sheet name="([^"]*)"/).map { String($0.1) }
        #expect(
            names == [
                "1 Tổng hợp", "4 Theo xã phường", "5 Theo cơ sở", "8 Vi phạm so cùng kỳ",
                "11 Chưa báo cáo - báo cáo chậm",
            ]
        )
        for number in 2...5 {
            let link = try #require(try book.sheet(number).elements("hyperlinks").first?.elements.first)
            #expect(link["ref"] == "A1")
            #expect(link["location"] == "'1 Tổng hợp'!A1")
        }
        #expect(try book.sheet(1).elements("hyperlinks").first?.elements.count == 4)
    }

    @Test func theOfficialPage() throws {
        let rows = try Workshop().city(SmallCity()).rows(1)
        #expect(rows.contains(["BÁO CÁO QUÝ I"]))
        #expect(
            rows.contains(["Triển khai phong trào toàn dân bảo vệ an ninh Tổ quốc và phòng, chống tội phạm năm 2026"])
        )
        #expect(rows.contains(["(Số liệu từ ngày 15/12/2025 đến hết ngày 14/3/2026)"]))
        #expect(rows.contains(["Kính gửi:\n- Ban Chỉ đạo 799 thành phố;\n- Công an thành phố."]))
        #expect(rows.contains(["40", "34", "27", "7", "6"]))
        let first = try #require(rows.first { $0.first == "1" })
        #expect(Array(first[2...5]) == ["Đơn vị", "100%", "40", "34"])
        #expect(Array(first[8...]) == ["—", "—", "Chưa đạt", "còn thiếu 6 đơn vị, đều chưa báo cáo"])
        let change = try #require(rows.first { $0.first == "9" })
        #expect(Array(change[4...5]) == ["2440", "1800"])
        #expect(Array(change[8...]) == ["2440", "-640", "Đạt", "giảm 640 so với cùng kỳ"])
    }

    @Test func onlyProvisionalFiguresBearTheMark() throws {
        let workshop = try Workshop()
        for number in 1...5 {
            let book = try workshop.city(SmallCity())
            #expect(try book.rows(number).contains(["SỐ LIỆU TẠM TÍNH"]))
            #expect(try book.xml("xl/worksheets/sheet\(number).xml").contains("SỐ LIỆU TẠM TÍNH</oddHeader>"))
            let closed = try workshop.city(SmallCity(issue: 1), name: "closed")
            #expect(!(try closed.rows(number).contains(["SỐ LIỆU TẠM TÍNH"])))
            #expect(!(try closed.xml("xl/worksheets/sheet\(number).xml").contains("TẠM TÍNH")))
            #expect(try closed.rows(number).contains(["Số liệu đã chốt, lần 1"]))
            #expect(try closed.xml("xl/worksheets/sheet\(number).xml").contains("Số liệu đã chốt, lần 1</oddHeader>"))
        }
    }

    /// Its title would be cut on every page but the first ones.
    @Test func theSheetThatIsWiderThanAPageIsPrintedFromItsHeadingUnderItsName() throws {
        let book = try Workshop().city(SmallCity())
        #expect(try book.xml("xl/worksheets/sheet3.xml").contains("5 Theo cơ sở&amp;C"))
        #expect(!(try book.xml("xl/worksheets/sheet4.xml").contains("<oddHeader>&amp;L")))
        let names = try book.xml("xl/workbook.xml")
        let titles = try #require(names.firstMatch(of: /\$A:\$B,'5 Theo cơ sở'!\$(\d+):\$(\d+)</))
        let area = try #require(names.firstMatch(of: /'5 Theo cơ sở'!\$A\$(\d+):\$[A-Z]+\$\d+</))
        #expect(titles.1 == titles.2)
        #expect(area.1 == titles.1)
    }

    @Test func whatAFurtherClosingChangedIsListedAndAFirstOneHasNoSuchSheet() throws {
        let layout = """
            <workbook title="A">
              <sheet name="1" orientation="landscape">
                <line when="provisional">tạm</line>
                <line when="closed">chốt</line>
              </sheet>
              <sheet name="2" orientation="landscape" optional="yes">
                <table id="a" rows="corrections">
                  <column heading="Của" show="kind" width="5-9"/>
                  <column heading="Mã" show="code" width="5-9"/>
                  <column heading="Số liệu" show="what" width="5-9"/>
                  <column heading="Trước" show="was" width="5-9"/>
                  <column heading="Nay" show="now" width="5-9"/>
                </table>
              </sheet>
            </workbook>
            """
        let correction = Correction(kind: "Đơn vị", code: "31303706", name: "A", what: "Số lớp", was: "4", now: "trống")
        let second = try Workshop().city(SmallCity(issue: 2, corrections: [correction]), layout: layout)
        #expect(try second.rows(2).contains(["Đơn vị", "31303706", "Số lớp", "4", "trống"]))
        #expect(try second.rows(1).contains(["chốt"]) && !second.rows(1).contains(["tạm"]))
        let first = try Workshop().city(SmallCity(issue: 1), layout: layout)
        #expect(try !first.rows(1).isEmpty && first.xml("xl/worksheets/sheet2.xml").isEmpty)
        #expect(try Workshop().city(SmallCity(), layout: layout).rows(1).contains(["tạm"]))
    }

    @Test func beforeTheDueDateNobodyIsMissing() throws {
        let early = SmallCity(asOf: SmallCity.day(2026, 3, 15))
        let book = try Workshop().city(early)
        #expect(try book.rows(1).contains { $0.contains("chưa đến hạn") })
        #expect(try book.rows(5).contains { $0.contains("Chưa đến hạn") && !$0.contains("Thiếu") })
        #expect(try !book.rows(5).contains { $0.contains("Thiếu") })
        let due = try Workshop().city(SmallCity(asOf: SmallCity.day(2026, 3, 16)))
        #expect(try due.rows(5).contains { $0.contains("Thiếu") })
    }

    @Test func lateUnitsHaveTheDayOnWhichTheyCame() throws {
        // Due on 16/3: what came on the 18th is three days after the last day on time.
        let row = try #require(try Workshop().city(SmallCity()).rows(5).first { $0.contains("31303706") })
        #expect(
            row == [
                "1", "01359", "Hồng Bàng", "31303706", "Trường Mầm non số 7", "Mầm non", "Báo cáo chậm", "46099", "3",
            ]
        )
    }

    @Test func communesAndTheWholeCity() throws {
        let rows = try Workshop().city(SmallCity()).lines(2)
        let commune = try #require(rows.first { $0.first == "1" && $0.count > 5 })
        #expect(Array(commune.prefix(6)) == ["1", "01359", "Hồng Bàng", "7", "6", "4"])
        let total = try #require(rows.last)
        #expect(Array(total.prefix(4)) == ["Tổng cộng", "40", "34", "27"])
        #expect(total.suffix(3) == ["2440", "1800", "-640"])
    }

    @Test func unitsAreATableWithTrulyBlankCells() throws {
        let book = try Workshop().city(SmallCity())
        let sheet = try book.sheet(3)
        let table = try book.xml("xl/tables/table1.xml")
        // Headings on line 7, below title, subject, window and mark.
        #expect(table.firstMatch(of: /ref="([^"]*)"/)?.1 == "A7:AA47")
        #expect(sheet.elements("mergeCells").isEmpty)
        let rows = try book.rows(3)
        let heading = try #require(rows.firstIndex { $0.first == "Mã đơn vị" })
        // Equal titles are told apart; the envelope's own facts and facts by two lists stand elsewhere.
        #expect(
            Array(rows[heading][10..<16]) == [
                "Đã quán triệt", "Số đợt chuyên đề", "Ngày quán triệt", "Nội dung đột phá", "Lĩnh vực",
                "Số đợt chuyên đề (2)",
            ]
        )
        #expect(rows[heading].filter { $0 == "Phải báo cáo" }.count == 1)
        #expect(!rows[heading].contains("Số đợt: một x hai"))
        #expect(Array(rows[heading + 1][3..<10]) == ["01359", "Hồng Bàng", "xa:01359", "loai:MN", "Có", "Có", "Có"])
        // A unit that has not reported has no facts: nothing between "Không" and its assessments.
        let silent = try #require(rows.first { $0.first == "31303703" })
        #expect(Array(silent[7...11]) == ["Có", "Không", "Không", "Chưa báo cáo", "Chưa báo cáo"])
    }

    @Test func categoriesAndCommunesOfChanges() throws {
        let rows = try Workshop().city(SmallCity()).rows(4)
        #expect(rows.contains(["9. Giảm hành vi vi phạm trong HSSV - theo loại"]))
        #expect(rows.contains(["2", "An toàn giao thông", "300", "820", "-520", "-0.6341463414634146", "Đạt"]))
        #expect(rows.contains(["4", "Khác", "900", "0", "900", "—", "Chưa đạt"]))
        #expect(rows.filter { $0.first == "Tổng cộng" }.count == 2)
    }

    @Test(arguments: [(0, 0), (1, 1)]) func emptyAndTinyCities(units: Int, communes: Int) throws {
        let book = try Workshop().city(SmallCity(unitCount: units, communeCount: communes))
        if units == 0 {
            #expect(try book.rows(2).contains(["Không có đơn vị nào trong kỳ"]))
            #expect(try book.rows(5).contains(["Không có đơn vị nào trong kỳ"]))
            #expect(try book.rows(1).contains { $0.contains("Không có số liệu") })
        } else {
            #expect(try book.rows(5).contains(["Tất cả đơn vị đã báo cáo đúng hạn"]))
        }
    }

    @Test func theSameFiguresHaveTheSameBytes() throws {
        let workshop = try Workshop()
        _ = try workshop.city(SmallCity(), name: "one")
        _ = try workshop.city(SmallCity(), name: "two")
        #expect(workshop.bytes("one") == workshop.bytes("two"))
    }

    @Test func thePropertiesNameTheRun() throws {
        let book = try Workshop().city(SmallCity())
        #expect(try book.xml("docProps/custom.xml").contains("5f2c9a7e01b4"))
        #expect(try book.xml("docProps/core.xml").contains("2026-03-20T00:00:00Z"))
    }

    @Test func largeCitiesStreamWithoutATable() throws {
        let book = try Workshop().city(SmallCity(unitCount: 10_001, communeCount: 3))
        #expect(book.archive["xl/tables/table1.xml"] == nil)
        let xml = try book.xml("xl/worksheets/sheet3.xml")
        #expect(xml.contains(#"<autoFilter ref="A7:AA10008"/>"#))
        #expect(xml.contains(#"<row r="10008" "#) && !xml.contains(#"<row r="10009" "#))
    }

    @Test func naughtyNamesComeBackAsTyped() throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(
            path: "../../../shared/suites/naughty-strings/blns.json"
        )
        guard let data = try? Data(contentsOf: file.standardizedFileURL) else { return }
        let names = try JSONDecoder().decode([String].self, from: data)
        var city = SmallCity(unitCount: names.count)
        city.unitName = { names[$0] }
        let book = try Workshop().city(city)
        let rows = try book.sheet(3).elements("sheetData").flatMap { $0.elements("row") }.dropFirst(7)
        #expect(rows.count == names.count)
        for (row, name) in zip(rows, names) {
            // Control characters cannot stand in XML, and an empty name is a blank cell.
            let expected = name.unicodeScalars.filter { scalar in
                switch scalar.value {
                case 9, 10: true
                case 0..<32, 0x7F..<0xA0, 0xFFFE, 0xFFFF: false
                default: true
                }
            }
            let shown = row.elements("c").first { $0["r"]?.hasPrefix("B") == true }.flatMap(book.value) ?? ""
            #expect(Array(shown.unicodeScalars) == Array(expected))
        }
    }
}
