import Foundation
import Spreadsheet

@testable import Intake

/// A feedback workbook as it comes back: titles, a heading, rows that were copied for the reader, and the school's words.
struct FeedbackBook {
    var unit: String? = Office.school
    var kind = "phan-hoi"
    var headings = ["Dòng", "Nội dung cần sửa", "Giải trình", "Mã phát hiện"]
    /// Id and words.
    var answers: [(finding: String, text: String)] = []

    func bytes() throws -> [UInt8] {
        let folder = FileManager.default.temporaryDirectory.appending(path: "feedback-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        var properties = DocumentProperties(created: 86_400)
        properties.custom = [DocumentProperties.Custom(name: "tonghop", value: kind)]
        if let unit { properties.custom.append(DocumentProperties.Custom(name: "don-vi", value: unit)) }
        let path = folder.appending(path: "book.xlsx").path
        let writer = try WorkbookWriter(path: path, temporaryFolder: folder.path, properties: properties)
        // A copied row that would count if anybody read it.
        let rows = try writer.addSheet("Số liệu")
        let header = ["ma_don_vi", "ky_bao_cao", "nam", "loai", "so_vu", "so_hs", "so_vu_nam_truoc", "so_hs_nam_truoc"]
        for (column, text) in header.enumerated() {
            try writer.write(.text(text), sheet: rows, row: 0, column: column)
        }
        for (column, text) in [Office.school, "Q1", "2026", "MT", "77", "0", "99", "0"].enumerated() {
            try writer.write(.text(text), sheet: rows, row: 1, column: column)
        }
        let findings = try writer.addSheet("Cần sửa")
        try writer.write(.text("PHẢN HỒI"), sheet: findings, row: 0, column: 0)
        for (column, text) in headings.enumerated() {
            try writer.write(.text(text), sheet: findings, row: 3, column: column)
        }
        for (index, answer) in answers.enumerated() {
            try writer.write(.number(Double(index)), sheet: findings, row: 4 + index, column: 0)
            try writer.write(.text("Hãy kiểm tra"), sheet: findings, row: 4 + index, column: 1)
            try writer.write(.text(answer.text), sheet: findings, row: 4 + index, column: 2)
            try writer.write(.text(answer.finding), sheet: findings, row: 4 + index, column: 3)
        }
        _ = try writer.close()
        return Array(try Data(contentsOf: URL(fileURLWithPath: path)))
    }
}
