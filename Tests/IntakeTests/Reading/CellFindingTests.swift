import Plan
import Records
import Testing

@testable import Intake

@Suite("Cells and their findings")
struct CellFindingTests {
    /// Field, cell, canonical value, what is told.
    static let cells: [(field: String, cell: String, value: String, told: [String])] = [
        ("ngay_bao_cao", "14/3/2026", "2026-03-14", []),
        ("ngay_bao_cao", "14/3/26", "2026-03-14", ["C13 line 2: 14/3/26 | Ngày báo cáo; 14/3/2026"]),
        ("ngay_bao_cao", "46095", "2026-03-14", ["C13 line 2: 46095 | Ngày báo cáo; 14/3/2026"]),
        ("ngay_bao_cao", "31/02/2026", "", ["C3 line 2: 31/02/2026 | Ngày báo cáo"]),
        ("ngay_bao_cao", "3/14/2026", "", ["C3 line 2: 3/14/2026 | Ngày báo cáo; kiểu tháng/ngày"]),
        ("ngay_bao_cao", "", "", ["C1 line 2 | Ngày báo cáo"]),
        ("ngay_bao_cao", "-", "", ["C1 line 2: - | Ngày báo cáo"]),
        ("ngay_bao_cao", "Không có", "", ["C1 line 2: Không có | Ngày báo cáo"]),
        ("so_lop", "12", "12", []),
        ("so_lop", " 1.234 ", "", ["C6 line 2: 1.234 | Số lớp; 0; 500"]),
        ("so_lop", "-1", "", ["C6 line 2: -1 | Số lớp; 0; 500"]),
        ("so_lop", "99999999999999", "", ["C6 line 2: 99999999999999 | Số lớp; 0; 500"]),
        ("so_lop", "12,0", "12", ["C13 line 2: 12,0 | Số lớp; 12"]),
        ("so_lop", "12,5", "", ["C2 line 2: 12,5 | Số lớp"]),
        ("so_lop", "1,234", "", ["C2 line 2: 1,234 | Số lớp"]),
        ("so_lop", "95%", "", ["C2 line 2: 95% | Số lớp"]),
        ("so_lop", "3 (ba)", "", ["C2 line 2: 3 (ba) | Số lớp"]),
        ("so_lop", "1O", "", ["C2 line 2: 1O | Số lớp"]),
        ("so_lop", "không", "0", ["C11 line 2: không | Số lớp; 0"]),
        ("so_lop", "Không có", "0", ["C11 line 2: Không có | Số lớp; 0"]),
        ("so_lop", "-", "", []),
        ("so_lop", "#N/A", "", []),
        ("so_lop", "####", "", ["C10 line 2: #### | Số lớp"]),
        ("so_lop", "１２", "12", []),
        ("so_lop", "1\u{202F}2", "", ["C2 line 2: 1 2 | Số lớp"]),
        ("so_lop", "khoảng 20", "", ["C2 line 2: khoảng 20 | Số lớp"]),
        ("so_lop", "12.0", "12", ["C13 line 2: 12.0 | Số lớp; 12"]),
        ("so_lop", "N/A", "", []),
        ("so_lop", "#SPILL!", "", ["C10 line 2: #SPILL! | Số lớp"]),
        ("so_lop", "Err:502", "", ["C10 line 2: Err:502 | Số lớp"]),
        ("ngay_bao_cao", "12-Mar-26", "2026-03-12", ["C13 line 2: 12-Mar-26 | Ngày báo cáo; 12/3/2026"]),
        ("ngay_bao_cao", "14/3/2026 7:30 SA", "2026-03-14", []),
        ("ngay_bao_cao", "2026-03-14T07:30:00+07:00", "2026-03-14", []),
        ("ngay_bao_cao", "46095,75", "2026-03-14", ["C13 line 2: 46095,75 | Ngày báo cáo; 14/3/2026"]),
        ("ngay_bao_cao", "#VALUE!", "", ["C10 line 2: #VALUE! | Ngày báo cáo"]),
        ("ngay_bao_cao", "N/A", "", ["C1 line 2: N/A | Ngày báo cáo"]),
        ("ty_le", "1.23", "1.23", []),
        ("ty_le", "Không có", "", []),
        ("ty_le", "#DIV/0!", "", ["C10 line 2: #DIV/0! | Tỷ lệ"]),
        ("dau_moi", "√", "true", ["C13 line 2: √ | Đầu mối; Có"]),
        ("dau_moi", "☑", "true", ["C13 line 2: ☑ | Đầu mối; Có"]),
        ("dau_moi", "v", "true", ["C13 line 2: v | Đầu mối; Có"]),
        ("dau_moi", "x", "true", []),
        ("dau_moi", "ü", "", ["C4 line 2: ü | Đầu mối"]),
        ("dau_moi", "#NAME?", "", ["C10 line 2: #NAME? | Đầu mối"]),
        ("keo_dai", "-", "false", []),
        ("ke_hoach", "N/A", "", []),
        ("chu_de", "Vũ khí, vật liệu nổ, công cụ hỗ trợ, ma túy", "MT;VK", []),
        ("chu_de", "#N/A", "", []),
        ("chu_de", "#REF!", "", ["C10 line 2: #REF! | Chủ đề"]),
        ("so_van_ban", "-", "", []),
        ("so_van_ban", "#NUM!", "", ["C10 line 2: #NUM! | Số văn bản"]),
        ("kho_khan", "N/A", "", []),
        ("kho_khan", "-", "", []),
        ("ty_le", "12,50", "12.5", []),
        ("ty_le", "1.234", "1234", []),
        ("ty_le", "-0,5", "", ["C6 line 2: -0,5 | Tỷ lệ; 0; "]),
        ("ty_le", "95%", "", ["C2 line 2: 95% | Tỷ lệ"]),
        ("dau_moi", "Có", "true", []),
        ("dau_moi", "khong", "false", []),
        ("dau_moi", "Không có", "false", []),
        ("dau_moi", "", "", []),
        ("dau_moi", "N/A", "", []),
        ("dau_moi", "✓", "true", ["C13 line 2: ✓ | Đầu mối; Có"]),
        ("dau_moi", "☐", "false", ["C13 line 2: ☐ | Đầu mối; Không"]),
        ("dau_moi", "Đã", "", ["C4 line 2: Đã | Đầu mối"]),
        ("dau_moi", "þ", "", ["C4 line 2: þ | Đầu mối"]),
        ("keo_dai", "", "false", []),
        ("keo_dai", "  ", "false", []),
        ("keo_dai", "Có", "true", []),
        ("keo_dai", "Chưa", "", ["C4 line 2: Chưa | Kéo dài"]),
        ("ke_hoach", "lồng ghép", "LONGGHEP", []),
        ("ke_hoach", "Không", "CHUA", []),
        ("ke_hoach", "Không có", "", []),
        ("ke_hoach", "Long gep", "", ["C5 line 2: Long gep | Kế hoạch; Lồng ghép"]),
        ("ke_hoach", "abc", "", ["C5 line 2: abc | Kế hoạch; "]),
        ("ke_hoach", "#REF!", "", ["C10 line 2: #REF! | Kế hoạch"]),
        ("noi_dung", "ma tuys", "?ma_tuys", ["C14 line 2: ma tuys | Nội dung; Phòng, chống ma túy"]),
        ("noi_dung", "Khác", "KHAC", []),
        ("chu_de", "MT, phòng, chống tội phạm", "TP;MT", []),
        ("chu_de", "MT; đuối nước", "MT;?duoi_nuoc", ["C14 line 2: MT; đuối nước | Chủ đề; "]),
        ("chu_de", "Không có", "", []),
        ("so_van_ban", "12 / kh", "12/KH", []),
        ("so_van_ban", "31303702.0", "31303702", []),
        ("so_van_ban", "3,13E+07", "", ["C2 line 2: 3,13E+07 | Số văn bản; mã đã mất chữ số"]),
        ("so_van_ban", "Không có", "", []),
        ("kho_khan", "Thiếu kinh phí", "Thiếu kinh phí", []),
        ("kho_khan", "Không", "Không", []),
        ("kho_khan", "Không có", "", []),
        ("kho_khan", "a\u{200B}b\u{1}c", "abc", ["C8 line 2: abc | Khó khăn"]),
        ("kho_khan", "Thiê\u{301}u", "Thiếu", []),
        ("kho_khan", "=1+1", "=1+1", []),
        ("kho_khan", "#DIV/0!", "", ["C10 line 2: #DIV/0! | Khó khăn"]),
    ]

    @Test(arguments: cells)
    func aCellGivesItsValueAndItsFinding(field: String, cell: String, value: String, told: [String]) throws {
        let desk = try ReadingDesk()
        let reading = desk.report(field, cell)
        #expect(reading.told == told)
        #expect(desk.values(field, reading) == [value])
        #expect(reading.balances)
    }

    @Test func findingsKnowTheirPlace() throws {
        let finding = try #require(try ReadingDesk().report("so_lop", "12,5").findings.first)
        #expect(finding.dataSet == SmallPlan.reports)
        #expect(finding.column == 6)
        #expect(finding.header == "so_lop")
        #expect(finding.row == 0)
        #expect(finding.unit == ReadingDesk.school)
        #expect(finding.period == "2026-Q1")
        #expect(finding.severity == .error)
    }

    @Test func aTextOfMoreCharactersThanTheLimitIsMissing() throws {
        let desk = try ReadingDesk()
        #expect(desk.report("kho_khan", String(repeating: "ế", count: 2_000)).findings.isEmpty)
        let reading = desk.report("kho_khan", String(repeating: "ế", count: 2_001))
        #expect(reading.codes == ["C7"])
        #expect(reading.findings.first?.arguments == ["Khó khăn", "2001"])
        #expect(reading.findings.first?.value.count == 80)
        #expect(desk.values("kho_khan", reading) == [""])
    }

    @Test func aDateAfterTheDayOfTheRunIsTold() throws {
        let desk = try ReadingDesk(asOf: "2026-03-14")
        #expect(desk.report("ngay_bao_cao", "14/3/2026").findings.isEmpty)
        let reading = desk.report("ngay_bao_cao", "15/3/2026")
        #expect(reading.told == ["P3 line 2: 15/3/2026 | Ngày báo cáo"])
        #expect(desk.values("ngay_bao_cao", reading) == ["2026-03-15"])
    }
}
