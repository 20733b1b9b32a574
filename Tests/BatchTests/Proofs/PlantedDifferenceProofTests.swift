import Foundation
import Plan
import TestSupport
import Testing

/// The judge of a set finds what is planted: on every sheet of every kind of workbook, in a copy of its cells, a number that is one more or
/// a word that is another.
@Suite struct PlantedDifferenceProofTests {
    private static let city = "2026-Y/tong-hop-2026-Y.xlsx"
    private static let office = "2026-Y/noi-bo-2026-Y.xlsx"
    private static let school = "2026-Q1/phan-hoi/90001/31000005.xlsx"

    /// A sheet, and headings below which the last cell is changed.
    private static let plants: [(workbook: String, sheet: String, headings: [String])] = [
        (city, "1 Tổng hợp", ["Mẫu số", "Tỷ lệ", "Đánh giá", "Thiếu"]),
        (city, "2 Biểu đồ", ["Chỉ tiêu giao", "Tỷ lệ báo cáo theo loại hình", "Số buổi", "Đầy đủ"]),
        (city, "3 Theo loại hình", ["Đúng hạn"]), (city, "4 Theo xã phường", ["Xếp hạng"]),
        (city, "5 Theo cơ sở", ["Khóa xã", "Số buổi chuyên đề"]),
        (city, "6 Tuyên truyền", ["Tổng số buổi", "Lượt phụ huynh", "Số buổi"]),
        (city, "7 Vụ việc", ["Kịp thời"]), (city, "8 Vi phạm so cùng kỳ", ["Tăng/ giảm"]),
        (city, "9 An toàn - Điển hình", ["Loại hình", "Số đơn vị", "Khá", "Được công nhận"]),
        (city, "10 Nhiệm vụ", ["Trong kỳ", "Cùng kỳ năm trước", "Tăng/ giảm", "Trạng thái", "Số văn bản"]),
        (city, "11 Chưa báo cáo - báo cáo chậm", ["Tình trạng"]),
        (city, "12 Thi đua", ["STT", "Mã đơn vị", "Tên đơn vị", "Lý do"]),
        (city, "13 Đơn vị chưa đạt", ["Đánh giá", "Số liệu quyết định"]),
        (city, "14 Khó khăn, kiến nghị", ["Tên đơn vị", "Khó khăn", "Kiến nghị"]),
        (city, "15 Lời báo cáo", ["Tình hình báo cáo", "8. Thi đua, khen thưởng"]),
        (city, "16 Ghi chú", ["Chỉ tiêu", "Mã đơn vị", "So sánh với cùng kỳ năm trước"]),
        (
            office, "Lỗi dữ liệu",
            [
                "Mức độ", "Tình trạng", "Mã đơn vị", "Dòng", "Cột", "Nội dung cần sửa", "Mã phát hiện", "Khóa",
                "Đã thay thế",
            ]
        ),
        (office, "Chất lượng theo xã", ["Phải báo cáo", "Dòng không có lỗi", "Đơn vị có số liệu khớp"]),
        (office, "Nguồn số liệu", ["Tệp", "SHA-256", "Nhận lần đầu", "Kết quả", "Được tính", "Bị loại"]),
        (office, "Quyết định", ["Kết quả", "Vì sao không áp dụng", "Giá trị mới", "Ngày quyết định", "Đã áp dụng"]),
        (
            school, "Cần sửa",
            ["Nội dung cần sửa", "Cách sửa", "Cột", "Mã phát hiện", "Giải trình", "Lỗi, phải sửa", "Đã giải trình"]
        ),
        (school, "Tệp đã gửi", ["Tệp", "Nhận ngày", "Kết quả", "Được tính", "Không được tính"]),
        (school, "Chỉ tiêu", ["Chỉ tiêu", "Số liệu của đơn vị", "Đánh giá"]),
        (school, "Báo cáo", ["Giá trị đã gửi"]),
        (school, "Tuyên truyền", ["Số học sinh", "Chủ đề", "Ngày", "Minh chứng"]),
        (school, "Vi phạm", ["Số vụ cùng kỳ năm trước", "Loại vi phạm"]),
    ]

    @Test(arguments: [city, office, school])
    func aChangedCellIsFound(path: String) throws {
        let (right, set) = try read(path)
        #expect(SetJudge(right, against: set).differences.isEmpty)
        let plants = Self.plants.filter { $0.workbook == path }
        #expect(Set(plants.map(\.sheet)) == Set(right.sheets.keys))
        for (_, sheet, headings) in plants {
            let cells = try #require(right.sheets[sheet])
            for heading in headings {
                let head = try #require(cells.filter { $0.value == .text(heading) }.keys.min(), "\(sheet): \(heading)")
                let place = try #require(lastCell(below: head, in: cells), "\(sheet): nothing below \(heading)")
                var wrong = right
                wrong.sheets[sheet]?[place] =
                    switch cells[place] {
                    case .number(let number): .number(number + 1)
                    default: .text("Khác đi")
                    }
                let differences = SetJudge(wrong, against: set, only: sheet).differences
                #expect(!differences.isEmpty, "\(sheet): \(place) below \(heading)")
            }
        }
    }

    /// The last row of a list left out, and a row of somebody else's added.
    @Test(arguments: [(office, "Lỗi dữ liệu"), (office, "Nguồn số liệu"), (school, "Cần sửa"), (school, "Tệp đã gửi")])
    func aRowTooFewOrTooManyIsFound(path: String, sheet: String) throws {
        let (right, set) = try read(path)
        let cells = try #require(right.sheets[sheet])
        let heading = ["Lỗi dữ liệu", "Cần sửa"].contains(sheet) ? "Mã phát hiện" : "Tệp"
        let head = try #require(cells.filter { $0.value == .text(heading) }.keys.min())
        let last = try #require(lastCell(below: head, in: cells))
        let others = try #require(cells.keys.filter { $0.column == head.column && $0.row > head.row }.min())
        for shift in [0, 1] {
            var wrong = right
            for (place, content) in cells where place.row == others.row {
                // Over the last row, or below it.
                wrong.sheets[sheet]?[Place(row: last.row + shift, column: place.column)] = content
            }
            #expect(!SetJudge(wrong, against: set, only: sheet).differences.isEmpty, "\(sheet) \(shift)")
        }
    }

    /// A chart over the wrong cells, and one that has kept another value than its cell holds.
    @Test(arguments: [
        ("$B$8:", "$D$8:"), ("$A$8:", "$A$7:"), ("<c:pt idx=\"0\"><c:v>1</c:v>", "<c:pt idx=\"0\"><c:v>0</c:v>"),
    ])
    func aChartThatShowsSomethingElseIsFound(text: String, fault: String) throws {
        let (right, set) = try read(Self.city)
        var parts = try ProofCity.shared().parts(Self.city)
        for wrong in [false, true] {
            if wrong {
                let before = parts["xl/charts/chart1.xml"]
                parts["xl/charts/chart1.xml"] = before.replacing(text, with: fault, maxReplacements: 1)
                try #require(parts["xl/charts/chart1.xml"] != before)
            }
            var judge = SetJudge(right, against: set)
            judge.judge(try WrittenChart.all(parts))
            #expect(judge.differences.isEmpty != wrong, "\(judge.differences.prefix(3))")
        }
    }

    private func read(_ path: String) throws -> (cells: ReadCells, set: SetFigures) {
        let city = try ProofCity.shared()
        let period = try #require(city.plan.periods.first { path.hasPrefix($0.id) })
        let scope = try #require(SetFigures.Scope(workbook: path))
        return (ReadCells(try WrittenWorkbook(city.parts(path))), try SetFigures(city, period: period, scope: scope))
    }

    /// In the rows below a heading up to the first blank one.
    private func lastCell(below head: Place, in cells: [Place: CellContent]) -> Place? {
        let used = Set(cells.keys.map(\.row))
        var end = head.row
        while used.contains(end + 1) { end += 1 }
        return cells.keys.filter { $0.column == head.column && $0.row > head.row && $0.row <= end }.max()
    }
}
