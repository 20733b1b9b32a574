import Foundation
import Plan
import SystemPackage
import Testing

@testable import Batch

@Suite("Why a commune's or the city's figure is what it is")
struct GroupExplanationTests {
    private func lines(_ indicator: String, _ subject: ExplainOptions.Subject) throws -> [String] {
        try ExplainedOffice().explanation(indicator, subject)
            .split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
    }

    @Test func theUnitsThatMissItAreNamedWithWhatDecided() throws {
        let lines = try lines("CT3", .city)
        #expect(lines.contains("Toàn thành phố: 3 đơn vị có mặt trong kỳ"))
        #expect(
            lines.contains(
                "Kết quả: Chưa đạt. 0 trên 3 đơn vị thuộc diện áp dụng (0%), còn thiếu 3 đơn vị, trong đó 1 đơn vị chưa báo cáo."
            )
        )
        #expect(lines.contains("Chỉ tính đơn vị đã báo cáo: 0 trên 2 (0%)."))
        #expect(lines.contains("Đơn vị chưa đạt: 2"))
        #expect(
            lines.contains("31000001 Trường THCS Hải Vân Đông: “Phân công đầu mối” Không (bao-cao.csv:2)")
        )
        #expect(lines.contains("Đơn vị chưa báo cáo: 1"))
        #expect(lines.contains("31000003 Trường THPT Đồi Thông"))
    }

    @Test func aCommuneIsItsOwnUnitsAlone() throws {
        let lines = try lines("CT3", .commune("11360"))
        #expect(lines.contains("Xã, phường, đặc khu: 11360 Xã Đồi Thông, 1 đơn vị có mặt trong kỳ"))
        #expect(!lines.contains { $0.contains("31000001") })
    }

    @Test func incidentsThatWereNotInTimeAreListed() throws {
        let lines = try lines("CT8", .city)
        #expect(
            lines.contains(
                "Kết quả: Chưa đạt. “Số vụ việc xử lý kịp thời”: 2 trên “Số vụ việc tiếp nhận”: 3 (66,7%)."
            )
        )
        #expect(lines.contains("“Số vụ việc phức tạp, kéo dài”: 1"))
        #expect(lines.contains { $0.hasPrefix("31000001  vu-viec.csv:3  Mã vụ việc: VV2; ") })
        #expect(!lines.contains { $0.hasPrefix("31000001  vu-viec.csv:2") })
        #expect(lines.contains("Ma túy: 1 trên 2, chưa đạt"))
    }

    @Test func aChangeTellsBothYears() throws {
        let lines = try lines("CT9", .city)
        #expect(
            lines.contains(
                "Kết quả: Chưa đạt. “Số vụ vi phạm trong kỳ”: 3, “Số vụ vi phạm cùng kỳ năm trước”: 3, không đổi."
            )
        )
        #expect(lines.contains("Bạo lực học đường: 3 so với 3, chưa đạt"))
    }

    // MARK: - The published set

    @Test func aFigureThatIsThePublishedOneSaysSo() throws {
        let office = try ExplainedOffice()
        try office.office.run("2026-03-20", periods: ["2026-Q1"])
        for subject in [ExplainOptions.Subject.city, .commune("11359"), .unit("31000001")] {
            let text = try office.explanation("CT3", subject, out: "out")
            #expect(text.hasSuffix("\nBộ số liệu đã công bố (tính đến ngày 20/3/2026) cũng như vậy.\n"), "\(text)")
        }
        let later = try office.explanation("CT3", .city, period: "2026-H1", out: "out")
        #expect(later.contains("Kỳ 2026-H1 chưa có trong bộ số liệu đã công bố"))
    }

    @Test func whereTheInboxHasChangedSinceItSaysWhatWasPublished() throws {
        let office = try ExplainedOffice()
        try office.office.run("2026-03-20", periods: ["2026-Q1"])
        try office.office.write(
            "Mã đơn vị,Kỳ báo cáo,Năm,Ngày báo cáo,Quán triệt\n31000003,Q1,2026,15/3/2026,Có\n",
            to: "inbox/them.csv"
        )
        let city = try office.explanation("CT1", .city, out: "out")
        #expect(
            city.contains(
                "KHÁC bộ số liệu đã công bố (tính đến ngày 20/3/2026): đã công bố 2 và 3, chưa đạt; nay đọc lại hộp thư: 3 và 3, đạt."
            ),
            "\(city)"
        )
        let unit = try office.explanation("CT1", .unit("31000003"), out: "out")
        #expect(unit.contains("đã công bố Chưa báo cáo; nay đọc lại hộp thư: Đạt."))
    }

    @Test func aPublishedFileThatSomebodyChangedIsNotBelieved() throws {
        let office = try ExplainedOffice()
        try office.office.run("2026-03-20", periods: ["2026-Q1"])
        try office.office.write("period\n", to: "out/hien-hanh/2026-Q1/figures.csv")
        let text = try office.explanation("CT1", .city, out: "out")
        #expect(text.contains("Không so được với bộ số liệu đã công bố: "))
        #expect(text.contains("2026-Q1/figures.csv bị sửa hoặc bị xóa sau khi công bố"))
    }

    @Test func lastYearsClosedFiguresCountAndAreNamed() throws {
        let office = try ExplainedOffice()
        let silent = try office.explanation("CT9", .unit("31000001"))
        #expect(silent.contains("Không nêu --out, nên không có số đã chốt: số cùng kỳ năm trước là số đơn vị tự ghi."))
        #expect(silent.contains("Số vụ của cùng kỳ năm trước: 2 (đơn vị tự ghi)"))
        let open = try office.explanation("CT9", .unit("31000001"), out: "out")
        #expect(open.contains("Kỳ 2025-Q1 chưa chốt: số cùng kỳ năm trước là số đơn vị tự ghi."))
        try freeze(
            "period,unit,reported,so_dong_vi_pham,so_dong_vi_pham.BLHD,so_dong_co_so_vu.BLHD,so_vu_vi_pham.BLHD,"
                + "so_dong_vi_pham.KGM,so_dong_co_so_vu.KGM,so_vu_vi_pham.KGM,so_dong_vi_pham.MT\n"
                + "2025-Q1,31000001,true,2,1,1,9,1,1,4,0\n",
            as: "2025-Q1-lan-1",
            in: FilePath(office.office.folder.path).appending("out")
        )
        let closed = try office.explanation("CT9", .unit("31000001"), out: "out")
        #expect(closed.contains("Số cùng kỳ năm trước: số đã chốt da-chot/2025-Q1-lan-1;"))
        #expect(closed.contains("Số vụ của cùng kỳ năm trước: 9 (đã chốt 2025-Q1)"))
        #expect(closed.contains("Không gian mạng: năm trước đã chốt 4"))
        #expect(!(try office.explanation("CT1", .unit("31000001"), out: "out")).contains("năm trước:"))
    }

    @Test func aClosedPeriodSaysThatItsFiguresStand() throws {
        let office = try ExplainedOffice()
        try freeze("period,unit\n", as: "2026-Q1-lan-2", in: FilePath(office.office.folder.path).appending("out"))
        let text = try office.explanation("CT1", .city, out: "out")
        #expect(text.hasSuffix("Kỳ này đã chốt lần 2: số đã chốt không thay đổi.\n"), "\(text)")
    }

    /// What the ledger tells of receipts decides which of two rows is newer, here as in a run.
    @Test func receiptsOfTheLedgerCountAndNothingIsWritten() throws {
        let office = try ExplainedOffice()
        let old = "Mã đơn vị,Kỳ báo cáo,Năm,Loại,Số vụ,Số vụ năm trước\n31000003,Q1,2026,MT,5,1\n"
        try office.office.write(old, to: "inbox/zz-cu.csv")
        try office.office.run("2026-03-18", periods: ["2026-Q1"])
        try office.office.write(old.replacing(",5,1", with: ",0,1"), to: "inbox/aa-moi.csv")
        try office.office.run("2026-03-20", periods: ["2026-Q1"])
        func everything() throws -> [String: Data] {
            let out = office.office.folder.appendingPathComponent("out")
            var files: [String: Data] = [:]
            for path in try FileManager.default.subpathsOfDirectory(atPath: out.path) {
                files[path] = FileManager.default.contents(atPath: out.appendingPathComponent(path).path) ?? Data()
            }
            return files
        }
        let before = try everything()
        let text = try office.explanation("CT9", .unit("31000003"), out: "out")
        #expect(text.contains("Kết quả: Đạt"))
        #expect(text.contains("aa-moi.csv:2"))
        #expect(try everything() == before)
        // Without the ledger both came today, and the greater path wins.
        #expect(try office.explanation("CT9", .unit("31000003")).contains("zz-cu.csv:2"))
    }
}
