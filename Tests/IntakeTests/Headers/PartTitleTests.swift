import Plan
import Records
import Testing

@testable import Intake

/// A part of a figure under a group's title would be read as the whole in silence.
@Suite("Group titles that make a part of what is below them")
struct PartTitleTests {
    private func read(_ header: String) throws -> (values: [String], reading: FileReading) {
        let desk = try ReadingDesk(realPlan: realPlan())
        let reading = desk.read("\(header)\n31000001;H1;2026;BLHD;3\n")
        #expect(reading.dataSet.map { desk.context.plan.dataSets[$0].name } == "vi-pham", "\(header)")
        #expect(reading.rowsRead == 1 && reading.rowsLeftOut == 0, "\(header)")
        return (desk.values("so_vu", reading), reading)
    }

    private let keys = "Mã đơn vị;Kỳ;Năm;Loại"

    @Test(arguments: [
        "Quý II", "QUÝ 2/2026", "Quy\u{301} IV", "Học kỳ I", "Học kì 1", "HK1", "HKII", "Kỳ 1", "Tháng 3",
        "Tháng 12/2025",
        "Tháng 3 năm 2026", "Tuần 2", "Đợt 1", "Lần 2", "Giai đoạn 1", "Khối 6", "Khối lớp 9", "Lớp 9A", "9 tháng",
        "3 tháng đầu năm", "THCS", "Dân tộc", "Dân tộc thiểu số", "Học sinh DTTS", "Nam dân tộc", "Học sinh khuyết tật",
        "Bán trú",
        "Hộ nghèo", "Đội viên", "Phụ huynh", "Ngoài trường", "Vắng", "Đạt", "Tăng", "Giảm", "Bình quân",
        "Trung bình tháng",
        "Chưa xử lý", "Trước 15/12/2025", "Điểm trường lẻ", "Cơ sở 2", "%", "Tỉ trọng (%)", "1. Khối 6", "Quý I, II",
    ])
    func aPartIsTold(title: String) throws {
        let (values, reading) = try read(";;;;\"\(title)\"\n\(keys);Số vụ")
        #expect(values == [""], "\(title)")
        #expect(reading.findings(.H3).map(\.arguments) == [["Số vụ"]], "\(title)")
        #expect(reading.findings(.H1).flatMap(\.arguments).contains("Số vụ"))
    }

    @Test(arguments: [
        "Kết quả", "Kết quả thực hiện", "Tổng số", "Số lượng", "Toàn trường", "Kỳ này", "Năm nay", "Năm học 2025-2026",
        "Thực hiện",
        "Tình hình vi phạm", "6 tháng đầu năm", "14/3/2026", "Ngày 14/3/2026", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc", "TRƯỜNG PTDT NỘI TRÚ AN BÌNH", "Tháng hành động", "Lớp tập huấn", "Đợt cao điểm",
        "BÁO CÁO QUÝ II", "Số lần vi phạm", "Cấp xã", "Ngày hội đại đoàn kết toàn dân tộc",
    ])
    func whatSaysNothingOfTheColumnChangesNothing(title: String) throws {
        let (values, reading) = try read(";;;;\(title)\n\(keys);Số vụ")
        #expect(values == ["3"], "\(title)")
        #expect(reading.findings(.H3).isEmpty && reading.findings(.P7).isEmpty, "\(title)")
    }

    @Test(arguments: ["Số vụ (%)", "Số vụ %", "% Số vụ", "Số vụ (‰)", "Số vụ [ % ]"])
    func aShareIsNoCount(title: String) throws {
        let (values, reading) = try read("\(keys);\(title)")
        #expect(values == [""] && reading.findings(.H3).map(\.arguments) == [["Số vụ"]], "\(title)")
    }

    /// `Phụ huynh` over `Số phụ huynh` is its own name.
    @Test func aTitleThatTheNameSaysItselfIsNoPart() throws {
        let desk = try ReadingDesk(realPlan: realPlan())
        let reading = desk.read(
            ";;;;Phụ huynh\nMã đơn vị;Ngày;Chủ đề;Hình thức;Số phụ huynh\n31000001;14/3/2026;MT;SHDC;5\n"
        )
        #expect(desk.values("so_phu_huynh", reading) == ["5"])
    }
}
