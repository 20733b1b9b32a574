import Plan
import Records
import Testing

@testable import Intake

/// A part of a figure under the name of the whole would be a wrong figure in silence.
@Suite("What stands in brackets behind a column's name")
struct HeaderRemarkTests {
    private let keys = [
        "vi-pham": ("Mã đơn vị;Kỳ;Năm;Loại", "31000001;Q1;2026;BLHD"),
        "tuyen-truyen": ("Mã đơn vị;Ngày;Chủ đề;Hình thức", "31000001;14/3/2026;MT;SHDC"),
        "bao-cao": ("Mã đơn vị;Kỳ báo cáo;Năm;Ngày báo cáo", "31000001;Q1;2026;14/3/2026"),
    ]

    /// The value of the field in one row, and what is told of the header `title` that stands over it.
    private func read(
        _ title: String,
        _ cell: String,
        as field: String,
        of dataSet: String
    ) throws -> (value: String, told: [Finding]) {
        let desk = try ReadingDesk(realPlan: realPlan())
        let (header, row) = try #require(keys[dataSet])
        let reading = desk.read("\(header);\"\(title)\"\n\(row);\(cell)\n")
        #expect(reading.dataSet.map { desk.context.plan.dataSets[$0].name } == dataSet)
        #expect(reading.rowsRead == 1 && reading.rowsLeftOut == 0)
        return (desk.values(field, reading).joined(), reading.findings.filter { $0.header == title })
    }

    @Test(arguments: [
        "nữ", "nam", "Nam", "dân tộc", "dân tộc thiểu số", "lớp 9", "đợt 1", "khối 10", "trong đó nữ", "học kỳ 1",
        "tháng 3", "tháng 3/2026",
        "14/3/2026", "THCS", "BLHD", "con thương binh", "vắng", "lũy kế", "của xã", "em nữ", "người, nữ", "nữ (em)",
        "lớp: 9", "năm", "1 buổi", "bán trú", "Không",
        "học sinh nữ", "đạt", "女 nữ",
    ])
    func aPartOfTheFigureIsNotTheFigure(words: String) throws {
        for title in ["Số học sinh (\(words))", "3. Số HS tham gia [\(words)] *", "(\(words)) Số học sinh"] {
            let (value, told) = try read(title, "5", as: "so_hs", of: "tuyen-truyen")
            #expect(value == "", "\(title)")
            // At the beginning, it may be of persons: H4.
            #expect(
                told.map(\.code) == [.H3] && told.first?.arguments == ["Số học sinh"]
                    || title.hasPrefix("(") && told.map(\.code) == [.H4],
                "\(title)"
            )
        }
    }

    @Test(arguments: [
        "em", "người", "ngày/tháng/năm", "dd/mm/yyyy", "Có/Không", "1", "(2)", "*", "bắt buộc", "nếu có", "theo mẫu",
        "HỌC SINH", "Số học sinh tham gia",
        "người, nếu có", "ĐVT: em", "Đơn vị tính: người; bắt buộc", "nếu không có thì ghi 0", "quý I/2026", "Q1/2026",
        "năm 2026", "2025-2026",
        "từ 15/12/2025 đến 14/3/2026", "15/12/2025 - 14/3/2026", "tính đến ngày 14 tháng 3 năm 2026", "6 tháng đầu năm",
        "trong kỳ", "cả nam và nữ", "VD: 120", "…",
    ])
    func aRemarkThatSaysNothingChangesNothing(words: String) throws {
        for title in ["Số học sinh (\(words))", "3. Số HS tham gia [\(words)] *"] {
            let (value, told) = try read(title, "5", as: "so_hs", of: "tuyen-truyen")
            #expect(value == "5" && told.isEmpty, "\(title)")
        }
    }

    /// The value is read where the name is repeated or completed, and not where a part of an enumeration is.
    @Test(arguments: [
        ("Số CBGVNV (cán bộ, giáo viên, nhân viên)", true), ("Số CBGVNV (CBGVNV)", true),
        ("Số cán bộ, giáo viên, nhân viên (CBGVNV)", true), ("Số CBGV (giáo viên)", false),
        ("Số cán bộ, giáo viên, nhân viên (giáo viên)", false), ("Số cán bộ, giáo viên, nhân viên (cán bộ)", false),
        ("Số cán bộ, giáo viên, nhân viên (giáo viên, nhân viên)", false),
    ])
    func ofAnEnumerationAPartIsAPart(title: String, isRead: Bool) throws {
        #expect(try read(title, "5", as: "so_cbgvnv", of: "tuyen-truyen").value == (isRead ? "5" : ""))
    }

    @Test(arguments: [
        ("Số lớp tập huấn (lớp)", "so_lop_tap_huan", "3", true),
        ("Số lớp tập huấn (lớp 9)", "so_lop_tap_huan", "3", false),
        ("Số người được tập huấn (giáo viên)", "so_nguoi_tap_huan", "3", false),
        ("Đã quán triệt (Có/Không)", "quan_triet", "Có", true), ("Đã quán triệt? (x)", "quan_triet", "Có", true),
        ("Đã quán triệt (học sinh)", "quan_triet", "Có", false), ("Đã quán triệt (Không)", "quan_triet", "Có", false),
        ("Kế hoạch (riêng/lồng ghép)", "ke_hoach", "Riêng", true),
        ("Kế hoạch (Riêng, Lồng ghép, Chưa)", "ke_hoach", "Riêng", true),
        ("Kế hoạch (lồng ghép)", "ke_hoach", "Riêng", false), ("Kế hoạch (của Đoàn)", "ke_hoach", "Riêng", false),
        ("Xếp loại phong trào (Xuất sắc/Khá/Trung bình/Yếu)", "xl_phong_trao", "Khá", true),
        ("Ngày quán triệt (VD: 15/9/2025)", "ngay_quan_triet", "2026-03-01", true),
        ("Ngày quán triệt (đợt 2)", "ngay_quan_triet", "2026-03-01", false),
        ("Số kế hoạch (của trường)", "so_ke_hoach", "5/KH", true),
    ])
    func whatSaysNothingIsKnownByTheField(title: String, field: String, cell: String, isRead: Bool) throws {
        #expect(try read(title, cell, as: field, of: "bao-cao").value.isEmpty == !isRead, "\(title)")
    }

    @Test func valuesOfAListMayHoldASlash() throws {
        #expect(try read("Dịp (19/8, 26/6)", "19/8", as: "dip", of: "tuyen-truyen").value.isEmpty == false)
        #expect(try read("Dịp (19/8)", "19/8", as: "dip", of: "tuyen-truyen").value == "")
    }

    /// Of keys the cells tell: the row would be left out, or the whole file refused.
    @Test func keysAreReadWhateverStandsInBrackets() throws {
        let desk = try ReadingDesk(realPlan: realPlan())
        let reading = desk.read(
            "Mã trường (của trường THCS);Kỳ báo cáo (đợt);Năm (dương lịch);Loại (hành vi của học sinh);Số vụ\n31000001;Q1;2026;BLHD;3\n"
        )
        #expect(desk.values("so_vu", reading) == ["3"])
    }

    @Test func aRemarkBelowANameOrBehindAGroupsTitleIsHeeded() throws {
        let desk = try ReadingDesk(realPlan: realPlan())
        for (upper, lower, value) in [
            ("Số học sinh", "(nữ)", ""), ("Số học sinh", "(em)", "5"), ("Số học sinh (nữ)", "Năm nay", ""),
            ("Số học sinh (em)", "Năm nay", "5"), ("Số học sinh (nữ)", "(em)", ""), ("Số học sinh (nữ)", "", ""),
        ] {
            let reading = desk.read("Mã đơn vị;Kỳ;Năm;Loại;\(upper)\n;;;;\(lower)\n31000001;Q1;2026;BLHD;5\n")
            #expect(desk.values("so_hs", reading) == [value], "\(upper) / \(lower)")
            #expect(reading.findings(.H3).isEmpty == !value.isEmpty, "\(upper) / \(lower)")
        }
    }

    /// No period of the plan is the second quarter: neither column is the whole.
    @Test(arguments: [
        ("Số vụ (quý I)", "Số vụ (quý II)", ""), ("Số vụ (quý I)", "Số vụ (tháng 3)", ""),
        ("Số vụ (quý I)", "Số vụ (quý I/2025)", "3"), ("Số vụ (năm 2026)", "Số vụ (năm 2025)", "3"),
        ("Số vụ (vụ)", "Số vụ (trong trường)", "3"),
    ])
    func aPeriodBesideOneThatThePlanDoesNotHaveIsAPart(first: String, second: String, value: String) throws {
        let desk = try ReadingDesk(realPlan: realPlan())
        let reading = desk.read("Mã đơn vị;Kỳ;Năm;Loại;\(first);\(second)\n31000001;Q1;2026;BLHD;3;1\n")
        #expect(desk.values("so_vu", reading) == [value])
        #expect(reading.findings(.H1).flatMap(\.arguments).contains("Số vụ") == value.isEmpty)
        #expect(reading.findings(.H3).count == (value.isEmpty ? 2 : 1))
    }

    @Test func theFindingSaysWhatToDo() throws {
        let told = try read("Số học sinh (nữ)", "5", as: "so_hs", of: "tuyen-truyen").told
        #expect(
            try told.map { $0.message(plan: try realPlan()) } == [
                "Cột “Số học sinh (nữ)” không được đọc là “Số học sinh”, vì tiêu đề có thể chỉ một phần hoặc số liệu khác. Nếu cột ghi đúng và đủ “Số học sinh”, hãy sửa tiêu đề thành “Số học sinh”; nếu không, hãy thêm cột đó."
            ]
        )
    }

    @Test func besideThePlainColumnItIsUnknownOnly() throws {
        let desk = try ReadingDesk(realPlan: realPlan())
        let reading = desk.read("Mã đơn vị;Kỳ;Năm;Loại;Số học sinh;Số học sinh (nữ)\n31000001;Q1;2026;BLHD;5;2\n")
        #expect(desk.values("so_hs", reading) == ["5"])
        #expect(reading.findings(.H3).map(\.arguments) == [[]])
    }
}
