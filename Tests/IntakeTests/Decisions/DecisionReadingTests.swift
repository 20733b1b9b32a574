import Foundation
import Plan
import Spreadsheet
import Testing

@testable import Intake

/// The office's file of decisions: what it may look like, and what stops a run.
@Suite struct DecisionReadingTests {
    private func read(_ text: String) throws -> [Decision] {
        try readDecisions(Array(text.utf8), name: "quyet-dinh.csv").decisions
    }

    private func faults(_ text: String) -> [String] {
        do throws(IntakeError) {
            _ = try readDecisions(Array(text.utf8), name: "quyet-dinh.csv")
            return []
        } catch {
            guard case .decisions(_, let faults) = error else { return ["\(error)"] }
            return faults.map { "\($0.line) \($0.reason)" }
        }
    }

    private static let header =
        "Loại quyết định;Tệp;SHA-256;Mã đơn vị;Biểu;Khóa;Cột;Giá trị cũ;Giá trị mới;Người quyết định;Ngày quyết định;Lý do"

    @Test func bothKindsAreRead() throws {
        let hash = String(repeating: "AB", count: 32)
        let decisions = try read(
            """
            \(Self.header)
            Bỏ tệp;xa/a.csv;\(hash);;;;;;;Bà Lan;15/3/2026;gửi nhầm

            Sửa ô;;;31000001;vi-pham;Q1|2026|BLHD;Số vụ;3;5;Ông Minh;2026-03-16;"gọi điện; cô Hoa trả lời"
            """
        )
        #expect(decisions.map(\.line) == [2, 4])
        #expect(decisions.map(\.decidedBy) == ["Bà Lan", "Ông Minh"])
        #expect(decisions.map(\.decidedOn.iso) == ["2026-03-15", "2026-03-16"])
        #expect(decisions.map(\.reason) == ["gửi nhầm", "gọi điện; cô Hoa trả lời"])
        #expect(decisions[0].matter == .setAside(.init(path: "xa/a.csv", sha256: hash.lowercased())))
        #expect(
            decisions[1].matter
                == .correct(
                    .init(
                        unit: "31000001",
                        dataSet: "vi-pham",
                        key: "Q1|2026|BLHD",
                        field: "Số vụ",
                        oldValue: "3",
                        newValue: "5"
                    )
                )
        )
    }

    @Test(arguments: [
        "Loại quyết định,Tệp,Người quyết định,Ngày quyết định,Lý do\nBỏ tệp,a.csv,Lan,15/3/2026,nhầm\n",
        "loai_quyet_dinh\ttep\tnguoi_quyet_dinh\tngay_quyet_dinh\tly_do\nbo tep\ta.csv\tLan\t15.3.2026\tnhầm\n",
        "\u{FEFF}sep=;\r\nLý do;Tệp;STT;Loại quyết định;Ngày quyết định;Người quyết định\r\nnhầm;a.csv;1;BỎ TỆP;15-03-2026;Lan\r\n",
        "QUYẾT ĐỊNH CỦA SỞ\n\nLoại quyết định;Tệp;Người quyết định;Ngày quyết định;Lý do;Ghi chú\nBỏ tệp;a.csv;Lan;15/3/2026;nhầm;xem thư\n",
    ])
    func columnsStandInAnyOrderUnderAnyDelimiter(text: String) throws {
        let decision = try #require(try read(text).first)
        #expect(decision.matter == .setAside(.init(path: "a.csv", sha256: "")))
        #expect(decision.decidedBy == "Lan")
        #expect(decision.decidedOn.iso == "2026-03-15")
        #expect(decision.reason == "nhầm")
    }

    /// As Excel keeps it: days are days, numbers are numbers.
    @Test func aWorkbookIsReadAsATextIs() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "decisions-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appending(path: "quyet-dinh.xlsx").path
        let writer = try WorkbookWriter(
            path: path,
            temporaryFolder: folder.path,
            properties: DocumentProperties(created: 86_400)
        )
        let sheet = try writer.addSheet("Quyết định")
        try writer.write(.text("QUYẾT ĐỊNH CỦA SỞ"), sheet: sheet, row: 0, column: 0)
        for (column, title) in Self.header.split(separator: ";").enumerated() {
            try writer.write(.text(String(title)), sheet: sheet, row: 2, column: column)
        }
        let cells: [(Int, CellValue)] = [
            (0, .text("Sửa ô")), (3, .number(31_000_001)), (4, .text("vi-pham")), (5, .text("Q1|2026|BLHD")),
            (6, .text("Số vụ")), (7, .number(3)), (8, .number(13)), (9, .text("Ông Minh")),
            (10, .date(daysSince1970: 20_528)), (11, .text("gọi điện")),
        ]
        for (column, value) in cells { try writer.write(value, sheet: sheet, row: 3, column: column) }
        _ = try writer.close()
        let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
        let list = try readDecisions(bytes, name: "quyet-dinh.xlsx")
        let decision = try #require(list.decisions.first)
        #expect(decision.line == 4 && decision.decidedOn == CalendarDate(days: 20_528))
        guard case .correct(let cell) = decision.matter else {
            Issue.record("\(decision)")
            return
        }
        #expect(cell.unit == "31000001" && cell.oldValue == "3" && cell.newValue == "13")
        #expect(list.encoding == "xlsx")
    }

    @Test func aFileWithoutRowsDecidesNothing() throws {
        #expect(try read(Self.header + "\n").isEmpty)
    }

    @Test(arguments: [
        ("", "0 không có dòng tiêu đề"),
        ("a;b\n1;2\n", "0 không có dòng tiêu đề"),
        ("Loại quyết định;Tệp;Lý do\nBỏ tệp;a.csv;nhầm\n", "1 thiếu cột “Người quyết định”"),
        // A slip here would empty cells.
        (header + ";Giá trị mơí nhất\n", "1 không có cột nào tên “Giá trị mơí nhất”"),
        (header + ";Lý do\n", "1 cột “Lý do” xuất hiện hai lần"),
        (header + "\nXóa tệp;a.csv;;;;;;;;Lan;15/3/2026;nhầm\n", "2 “Xóa tệp” không phải loại quyết định"),
        (header + "\n;a.csv;;;;;;;;Lan;15/3/2026;nhầm\n", "2 ô “Loại quyết định” trống"),
        (header + "\nBỏ tệp;;;;;;;;;Lan;15/3/2026;nhầm\n", "2 phải ghi ô “Tệp” hoặc ô “SHA-256”"),
        (header + "\nBỏ tệp;;0123;;;;;;;Lan;15/3/2026;nhầm\n", "2 SHA-256 phải đủ 64 chữ số"),
        (header + "\nBỏ tệp;a.csv;;;;;;;;Lan;15/3/2026;" + String(repeating: "ă", count: 2_001), "2 ô “Lý do” dài hơn"),
        (header + "\nBỏ tệp;a.csv;;;;;;;;;15/3/2026;nhầm\n", "2 ô “Người quyết định” trống"),
        (header + "\nBỏ tệp;a.csv;;;;;;;;Lan;;nhầm\n", "2 ô “Ngày quyết định” trống"),
        (header + "\nBỏ tệp;a.csv;;;;;;;;Lan;31/2/2026;nhầm\n", "2 “31/2/2026” không phải là ngày"),
        (header + "\nBỏ tệp;a.csv;;;;;;;;Lan;15/3/2026\n", "2 ô “Lý do” trống"),
        (header + "\nSửa ô;;;;vi-pham;Q1|2026|BLHD;Số vụ;3;5;Lan;15/3/2026;gọi\n", "2 ô “Mã đơn vị” trống"),
        (header + "\nSửa ô;;;31000001;vi-pham;Q1|2026|BLHD;Số vụ;3;;Lan;15/3/2026;gọi\n", "2 ô “Giá trị mới” trống"),
        (header + "\nBỏ tệp;a.csv;;;;;;;;Lan;15/3/2026;nhầm;thừa\n", "2 dòng có nhiều ô hơn tiêu đề"),
        (header + "\nBỏ tệp;\"a.csv;;;;;;;;Lan;15/3/2026;nhầm\n", "2 dấu ngoặc kép"),
    ])
    func whatCannotBeReadStopsTheRun(text: String, fault: String) {
        let faults = faults(text)
        #expect(faults.contains { $0.hasPrefix(fault) }, "\(faults)")
    }

    @Test func everyFaultIsToldAtOnce() {
        #expect(faults(Self.header + "\nBỏ tệp;;;;;;;;;;;\nXóa;;;;;;;;;;;\n").count == 8)
    }

    @Test(arguments: [[0x50, 0x4B, 0x03, 0x04], [0xD0, 0xCF, 0x11, 0xE0], [0x4C, 0xFD, 0x20]] as [[UInt8]])
    func whatIsNoTextStopsTheRun(bytes: [UInt8]) {
        #expect(throws: IntakeError.self) { try readDecisions(bytes, name: "quyet-dinh.csv") }
    }
}
