import Testing
import XML

@testable import Workbooks

@Suite struct InternalWorkbookTests {
    @Test func findingsWithWordsAndLetters() throws {
        let book = try Workshop().internalWorkbook(
            SmallCity(),
            findings: SmallCity.findings(5),
            sources: SmallCity.sources(2)
        )
        let rows = try book.rows(1)
        #expect(rows.contains(["Lỗi", "Cần giải trình", "Thông tin", "Đã giải trình", "Đã thay thế"]))
        #expect(rows.contains(["1", "2", "1", "1", "0"]))
        #expect(
            rows.contains([
                "Cần giải trình", "K2", "Chưa giải quyết", "31303701", "2026-Q1", "Báo cáo của đơn vị",
                "phuong-hong-bang/quy-1/BaoCao_ANTQ_0.xlsx!Sheet1", "3", "B: Ngày báo cáo", "31/02/2026",
                "“31/02/2026” không phải là ngày. Hãy nhập ngày theo dạng ngày/tháng/năm, ví dụ 05/03/2026.",
                "a1b2c3d4e5f6",
            ])
        )
        let filter = try book.sheet(1).elements("autoFilter").first?["ref"]
        #expect(filter?.hasPrefix("A") == true)
    }

    @Test func sourcesAddUp() throws {
        let book = try Workshop().internalWorkbook(SmallCity(), findings: [], sources: SmallCity.sources(3))
        let rows = try book.rows(2)
        #expect(rows.contains(["Kế hoạch: Kế hoạch của Sở Giáo dục và Đào tạo ngày 27/02/2026"]))
        #expect(rows.contains(["Lần chạy: 5f2c9a7e01b4"]))
        #expect(rows.last == ["Tổng cộng", "74070", "360", "300", "30", "24", "6", "3"])
        #expect(try book.rows(1).last == ["Không có phát hiện nào"])
    }

    @Test func filesWithoutAnything() throws {
        let book = try Workshop().internalWorkbook(SmallCity(), findings: [], sources: [])
        #expect(try book.rows(2).last == ["Không có tệp nào"])
    }
}
