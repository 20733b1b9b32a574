import Plan
import Records
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
        let rows = try book.lines(1)
        #expect(rows.contains(["Lỗi", "Cần giải trình", "Thông tin", "Đã giải trình", "Đã thay thế"]))
        #expect(rows.contains(["1", "2", "1", "1", "0"]))
        #expect(
            rows.contains([
                "Cần giải trình", "K2", "Chưa giải quyết", "31303701", "2026-Q1", "Báo cáo của đơn vị",
                "phuong-hong-bang/quy-1/BaoCao_ANTQ_0.xlsx!Sheet1", "3", "B: Ngày báo cáo", "31/02/2026",
                "“31/02/2026” không phải là ngày. Hãy nhập ngày theo dạng ngày/tháng/năm, ví dụ 05/03/2026.",
                "a1b2c3d4e5f6", "31303701|2026-03-05|TP;MT|SHDC",
            ])
        )
        let filter = try book.sheet(1).elements("autoFilter").first?["ref"]
        #expect(filter?.hasPrefix("A") == true)
    }

    @Test func sourcesAddUp() throws {
        let book = try Workshop().internalWorkbook(SmallCity(), findings: [], sources: SmallCity.sources(3))
        let rows = try book.lines(3)
        #expect(rows.contains(["Kế hoạch: Kế hoạch của Sở Giáo dục và Đào tạo ngày 27/02/2026"]))
        #expect(rows.contains(["Lần chạy: 5f2c9a7e01b4"]))
        #expect(rows.last == ["Tổng cộng", "74070", "360", "300", "30", "24", "6", "3"])
        #expect(try book.lines(1).last == ["Không có phát hiện nào"])
    }

    @Test func decisionsWithWhoWhenAndWhy() throws {
        let day = try #require(CalendarDate(iso: "2026-03-16"))
        let decisions = [
            DecisionRow(
                line: 2,
                kind: "Bỏ tệp",
                file: "xa-an-duong/bao-cao-0.csv",
                decidedBy: "Bà Lan",
                decidedOn: day,
                reason: "gửi nhầm",
                obstacle: nil
            ),
            DecisionRow(
                line: 3,
                kind: "Sửa ô",
                unit: "31303701",
                dataSet: "vi-pham",
                key: "Q1|2026|BLHD",
                column: "Số vụ",
                oldValue: "3",
                newValue: "13",
                decidedBy: "Ông Minh",
                decidedOn: day,
                reason: "gọi điện cho trường",
                obstacle: "ô nay ghi “4”, không còn là “3”"
            ),
        ]
        let book = try Workshop().internalWorkbook(SmallCity(), findings: [], sources: [], decisions: decisions)
        let rows = try book.lines(4)
        #expect(rows.contains(["Đã áp dụng", "Không áp dụng được"]))
        #expect(rows.contains(["1", "1"]))
        #expect(
            rows.suffix(2).first?.prefix(5) == ["2", "Đã áp dụng", "Bỏ tệp", "xa-an-duong/bao-cao-0.csv", "Bà Lan"]
        )
        #expect(
            rows.last?.prefix(10) == [
                "3", "Không áp dụng được", "ô nay ghi “4”, không còn là “3”", "Sửa ô", "31303701", "vi-pham",
                "Q1|2026|BLHD", "Số vụ", "3", "13",
            ]
        )
        #expect(rows.last?.last == "gọi điện cho trường")
    }

    @Test func answersAndKeysStandWithTheirFindings() throws {
        let finding = FindingRow(
            code: "K3",
            severity: .query,
            state: .answered,
            dataSet: "Vi phạm",
            file: "a.csv",
            line: 2,
            column: nil,
            header: "",
            unit: "31303701",
            period: "2026-Q1",
            value: "",
            message: "Hai dòng cùng khóa.",
            id: "a1b2c3d4e5f6",
            answer: "Có hai vụ thật",
            key: "31303701|Q1|2026|BLHD"
        )
        let rows = try Workshop().internalWorkbook(SmallCity(), findings: [finding], sources: []).lines(1)
        #expect(rows.contains { $0.suffix(3) == ["Mã phát hiện", "Giải trình", "Khóa"] })
        #expect(rows.last?.suffix(3) == ["a1b2c3d4e5f6", "Có hai vụ thật", "31303701|Q1|2026|BLHD"])
    }

    @Test func filesWithoutAnything() throws {
        let book = try Workshop().internalWorkbook(SmallCity(), findings: [], sources: [])
        #expect(try book.lines(3).last == ["Không có tệp nào"])
    }
}
