import Records
import Testing

@testable import Intake

@Suite("Periods of rows")
struct RowPeriodTests {
    private let header =
        "ma_don_vi,ky_bao_cao,nam,ngay_bao_cao,dau_moi,keo_dai,so_lop,ty_le,ke_hoach,chu_de,noi_dung,so_van_ban,kho_khan\n"

    private func read(_ period: String, _ year: String, lop: String = "") throws -> FileReading {
        let reading = try ReadingDesk().read(header + "31000001,\(period),\(year),14/3/2026,,,\(lop),,,,,,\n")
        #expect(reading.balances)
        return reading
    }

    @Test(arguments: ["Q1", "q1", "Quý I", "quý 1", "Báo cáo quý I"])
    func aPeriodIsReadByCodeNameOrAlias(period: String) throws {
        let reading = try read(period, "2026", lop: "x")
        #expect(reading.findings.map(\.period) == ["2026-Q1"])
    }

    @Test func aPeriodOfNoPlanLeavesTheRowOut() throws {
        let reading = try read("Q1", "2019", lop: "x")
        #expect(reading.told == ["C2 line 2: x | Số lớp", "P1 line 2: 2019 | 2019; Q1"])
        #expect(reading.rowsLeftOut == 1)
        #expect(reading.unitsLeftOut == [1: 1])
    }

    @Test func aPeriodOfAnotherPlanIsThatPlansMatter() throws {
        let reading = try read("Q1", "2025", lop: "x")
        #expect(reading.told == ["P6 line 2: 2025 | 2025; Q1"])
        #expect(reading.rowsLeftOut == 1)
    }

    @Test(arguments: [
        ("Q7", "2026", ["C5", "C16"]), ("Q1", "năm nay", ["C2", "C16"]), ("", "", ["C16", "C16"]),
        ("Q1", "không", ["C2", "C16"]),
    ])
    func aPeriodThatCannotBeReadLeavesTheRowOut(period: String, year: String, codes: [String]) throws {
        #expect(try read(period, year).codes == codes)
    }

    @Test func theOfficesOwnSectionIsAUnitWhereTheFieldIsAChoice() throws {
        let desk = try ReadingDesk()
        let reading = desk.read(
            "don_vi_thuc_hien,nhiem_vu,ky_bao_cao,nam\nVăn phòng Sở,Kiểm tra,Q1,2026\nPhòng lạ,Kiểm tra,Q1,2026\nMầm non,Kiểm tra,Q1,2019"
        )
        #expect(desk.values("don_vi_thuc_hien", reading) == ["van-phong"])
        #expect(reading.codes == ["C5", "C16", "P1"])
        #expect(reading.hasUnknownUnitLeftOut)
    }
}
