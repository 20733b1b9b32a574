import Plan
import Records
import Testing

@testable import Intake
@testable import Tabular

@Suite("Headers that were seen before")
struct KnownHeaderLineTests {
    private let header = "ma_don_vi,ngay,chu_de,so_hs,ngay_gui,ghi_chu,Màu"
    private let row = "31000001,14/3/2026,MT,5,,,đỏ"

    @Test func theSameHeaderIsToldOnTheLineWhereItStands() throws {
        let desk = try ReadingDesk()
        #expect(desk.read("\(header)\n\(row)").told == ["H3 line 1"])
        let below = desk.read("SỞ GIÁO DỤC\n\n\(header)\n\(row)\n\(row)")
        #expect(below.told == ["H3 line 3"])
        #expect(below.table?.sources.map(\.line) == [4, 5])
        #expect(desk.read("\(header)\n\(row)").told == ["H3 line 1"])
    }

    @Test func rowsThatAreAHeaderTogetherAreToldWhereTheyStand() throws {
        let desk = try ReadingDesk(realPlan: realPlan())
        func read(_ years: String, below titles: String = "") -> (line: Int?, counts: [String]) {
            let reading = desk.read(
                """
                \(titles)Mã đơn vị;Kỳ báo cáo;Năm;Loại;Số vụ;
                ;;;;\(years)
                31000001;Quý I;2026;BLHD;2;3

                """
            )
            let counts = ["so_vu", "so_vu_nam_truoc"].flatMap { desk.values($0, reading) }
            return (reading.table?.sources.first.map { Int($0.line) }, counts)
        }
        for _ in 0..<2 {
            #expect(read("Năm nay;Năm trước") == (3, ["2", "3"]))
            #expect(read("Năm nay;Năm trước", below: "SỞ GIÁO DỤC\n\n") == (5, ["2", "3"]))
            #expect(read("Năm trước;Năm nay") == (3, ["3", "2"]))
        }
    }

    @Test func theSameBytesInOtherCellsAreAnotherHeader() throws {
        let desk = try ReadingDesk()
        #expect(desk.read("ma_don_vi,ngay,chu_de\n").dataSet == SmallPlan.events)
        #expect(desk.read("ma_don_v,ingay,chu_de\n").dataSet == nil)
        #expect(desk.read("ma_don_vi,ngay,chu,_de\n").codes == ["F3"])
        #expect(desk.read("ma_don_vi,ngay,chu_de\n").dataSet == SmallPlan.events)
    }

    @Test func moreHeadersThanAreKeptAreReadAllTheSame() throws {
        let desk = try ReadingDesk()
        let lines = KnownHeaderLines(mostColumns: 20)
        func line(_ cells: [String], at number: Int) -> HeaderLine {
            var record = Record()
            record.removeAll(line: number)
            for cell in cells { record.append(cell: Array(cell.utf8)) }
            return lines.line(record, desk.context.vocabulary)
        }
        for round in 0..<3 {
            for number in 1...40 {
                let found = line(["Mã đơn vị", "Ngày", "Chủ đề", "Cột \(number) lạ"], at: round * 40 + number)
                #expect(found.line == round * 40 + number)
                #expect(found.columns.last?.title == "Cột \(number) lạ")
                #expect(found.dataSets(desk.context.plan) == [SmallPlan.events])
            }
        }
    }
}
