import Foundation
import SystemPackage
import Testing

@testable import Batch

@Suite("Why a unit's verdict is what it is")
struct UnitExplanationTests {
    private func lines(_ indicator: String, _ unit: String, period: String = "2026-Q1") throws -> [String] {
        try ExplainedOffice().explanation(indicator, .unit(unit), period: period)
            .split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
    }

    @Test func aReportedAnswerIsToldWithItsCell() throws {
        let lines = try lines("CT3", "31000001")
        #expect(lines.contains("CT3  Kiện toàn Ban Chỉ đạo, phân công đầu mối"))
        #expect(lines.contains { $0.hasPrefix("Kế hoạch: “100% cơ sở giáo dục rà soát, kiện toàn Ban Chỉ đạo") })
        #expect(lines.contains { $0.contains("31000001 Trường THCS Hải Vân Đông") && $0.hasSuffix("don-vi.csv:2") })
        #expect(lines.contains("Kết quả: Chưa đạt"))
        #expect(
            lines.contains("Báo cáo của kỳ: có (bao-cao.csv:2, ngày sớm nhất 14/3/2026, đúng hạn).".prefixed("2. "))
        )
        #expect(lines.contains("- “Kiện toàn Ban Chỉ đạo” là Có → đúng"))
        #expect(lines.contains("- “Phân công đầu mối” là Có → không đúng"))
        #expect(lines.contains("“Phân công đầu mối”: Không"))
        #expect(lines.contains("bao-cao.csv:2, cột G “Phân công đầu mối”"))
        #expect(lines.contains("bao-cao.csv:2, cột F “Kiện toàn BCĐ”"))
    }

    @Test func whatCouldNotBeReadIsToldWithItsFinding() throws {
        let lines = try lines("CT3", "31000002")
        #expect(lines.contains("“Phân công đầu mối”: trống"))
        #expect(lines.contains { $0.hasPrefix("C4 (lỗi): “đã” không phải Có hoặc Không") })
        #expect(lines.contains { $0.hasSuffix("“Phân công đầu mối” là Có → chưa rõ, vì thiếu số liệu") })
    }

    @Test func aColumnThatIsNotThereIsToldToo() throws {
        let lines = try lines("CT2", "31000001")
        #expect(lines.contains("bao-cao.csv:2 (tệp không có cột này)"))
    }

    @Test func countedRowsAreListed() throws {
        let lines = try lines("CT4", "31000001")
        #expect(lines.contains("“Số đợt chuyên đề từ đầu năm kế hoạch”: 1"))
        #expect(lines.contains("được tính: 2 dòng"))
        #expect(lines.contains { $0.hasPrefix("tuyen-truyen.csv:2  Ngày: 5/1/2026; ") })
        #expect(lines.contains { $0.hasPrefix("tuyen-truyen.csv:3  Ngày: 5/1/2026; ") })
        #expect(lines.contains("không tính vì không thỏa điều kiện: 1 dòng"))
        #expect(lines.contains { $0.hasPrefix("tuyen-truyen.csv:4  ") })
        #expect(lines.contains("Kết quả: Đang thực hiện (chưa đạt, nhưng chưa đến kỳ phải đạt)"))
    }

    @Test func theRosterIsReadToo() throws {
        let lines = try lines("CT7", "31000003")
        #expect(lines.contains("Kết quả: Không áp dụng"))
        #expect(lines.contains("“Xếp loại phong trào năm trước”: Yếu"))
        #expect(lines.contains("danh mục don-vi.csv:4, cột “Xếp loại phong trào năm trước”"))
        #expect(lines.contains("danh mục don-vi.csv:4, cột “Cấp học” (suy ra từ loại hình)"))
        #expect(!lines.contains { $0.hasPrefix("3. ") })
    }

    @Test func silenceIsExplainedByWhatTheInboxHolds() throws {
        let silent = try lines("CT1", "31000003")
        #expect(silent.contains("Kết quả: Chưa báo cáo"))
        #expect(silent.contains { $0.hasPrefix("Hộp thư không có dòng nào của đơn vị ở biểu “Báo cáo") })
        let office = try ExplainedOffice([
            "inbox/bao-cao-2.csv": "Mã đơn vị,Kỳ báo cáo,Năm,Ngày báo cáo,Quán triệt\n31000003,Q1,2019,14/3/2026,Có\n"
        ])
        let wrong = try office.explanation("CT1", .unit("31000003"))
        #expect(wrong.contains("bao-cao-2.csv: Từ chối, đọc 1 dòng, tính 0"))
        #expect(wrong.contains("bao-cao-2.csv:2  P1 (lỗi): "))
    }

    @Test func aUnitThatOpensLaterIsNotJudged() throws {
        let lines = try lines("CT1", "31000004")
        #expect(lines.contains("Kết quả: đơn vị không có mặt trong kỳ này, nên không được xét."))
        #expect(lines.contains("Danh mục: hoạt động từ 1/9/2026 (don-vi.csv:5)."))
    }

    @Test func incidentsAndChangesShowTheirRows() throws {
        let incidents = try lines("CT8", "31000001")
        #expect(incidents.contains("“Số vụ việc xử lý kịp thời”: 1"))
        #expect(incidents.contains("“Số vụ việc tiếp nhận”: 2"))
        #expect(incidents.contains { $0.hasPrefix("vu-viec.csv:3  Mã vụ việc: VV2; ") })
        let change = try lines("CT9", "31000001")
        #expect(change.contains("“Số vụ vi phạm trong kỳ”: 3"))
        #expect(change.contains { $0.hasPrefix("vi-pham.csv:2  Loại") && $0.contains("Số vụ: 3") })
        #expect(change.contains { $0.hasPrefix("vi-pham.csv:3  ") })
    }

    @Test func rowsOfSeveralValuesAreListedOnce() throws {
        let change = try lines("CT9", "31000001")
        #expect(change.count { $0.hasPrefix("vi-pham.csv:2  ") } == 1 + 1)
        #expect(change.contains("được tính: 1 dòng, như ở “Số dòng vi phạm có đủ hai năm” trên đây"))
    }

    @Test func longListsAreCutAndSayHowMuchIsLeft() throws {
        let office = try ExplainedOffice()
        let cut = try office.explanation("CT4", .unit("31000001"), limit: 1)
        #expect(cut.contains("... và 1 dòng khác (xem hết: thêm --all)"))
        #expect(!(try office.explanation("CT4", .unit("31000001"), limit: nil)).contains("--all"))
    }

    @Test(
        "what there is not is a usage error that names what there is",
        arguments: [
            ("CT99", ExplainOptions.Subject.city, "2026-Q1", "CT6a"), ("CT1", .unit("3100001"), "2026-Q1", "31000001"),
            ("CT1", .commune("11358"), "2026-Q1", "11359 Xã Hải Vân"), ("CT1", .city, "2026-Q2", "2026-H1"),
        ] as [(String, ExplainOptions.Subject, String, String)]
    )
    func unknown(indicator: String, subject: ExplainOptions.Subject, period: String, named: String) throws {
        let office = try ExplainedOffice()
        let error = #expect(throws: BatchError.self) {
            try office.explanation(indicator, subject, period: period)
        }
        guard case .usage(let text)? = error else {
            Issue.record("no usage error")
            return
        }
        #expect(text.contains(named), "\(text)")
    }
}

extension String {
    fileprivate func prefixed(_ prefix: String) -> String { prefix + self }
}
