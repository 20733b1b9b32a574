import Foundation
import Plan

/// Sheets 9, 10, 12 and 14: what units have done, what is said of them, and what they say.
extension SetJudge {
    /// How many of the units say that, or what they come to.
    enum Measure {
        case count(String, String)
        case any(String)
        case sum(String)
        case units

        fileprivate func value(_ set: SetFigures, where isMember: (SetFigures.Row) -> Bool) -> Double? {
            switch self {
            case .count(let fact, let value): set.count { isMember($0) && $0[fact] == value }
            case .any(let fact): set.count { isMember($0) && $0[fact]?.isEmpty == false }
            case .sum(let fact): set.sum(fact, where: isMember)
            case .units: set.count(isMember)
            }
        }

        /// As it was closed for the same period last year.
        fileprivate func closed(_ set: SetFigures) -> Double? {
            switch self {
            case .count(let fact, let value): set.closedCount(fact, value)
            case .sum(let fact): set.closedSum(fact)
            case .any, .units: nil
            }
        }

        fileprivate static func yes(_ fact: String) -> Measure { .count(fact, "true") }
    }

    private static let safety: [(group: String, heading: String, measure: Measure)] = [
        ("", "Số đơn vị", .units), ("An toàn về ANTT", "Đăng ký", .yes("dk_an_toan")),
        ("", "Tự đánh giá, họp kiểm điểm", .yes("tu_danh_gia")), ("", "Gửi hồ sơ", .any("ngay_ho_so_an_toan")),
        ("Xếp loại An toàn về ANTT", "Xuất sắc", .count("xl_an_toan", "XS")), ("", "Khá", .count("xl_an_toan", "K")),
        ("", "Trung bình", .count("xl_an_toan", "TB")), ("", "Yếu", .count("xl_an_toan", "Y")),
        ("", "Không đạt", .count("xl_an_toan", "KD")), ("Điển hình", "Đăng ký", .yes("dk_dien_hinh")),
        ("", "Số mô hình", .sum("so_mo_hinh")), ("", "Gửi hồ sơ", .any("ngay_ho_so_dien_hinh")),
        ("", "Được công nhận", .yes("kq_dien_hinh")),
    ]

    mutating func judgeSafety() {
        for table in tables(["Loại hình", "Số đơn vị", "Được công nhận"]).prefix(1) {
            let headings = table.headings.dropFirst(2)
            guard headings.map(\.text) == Self.safety.map(\.heading), let name = table.column("Loại hình") else {
                return complain("headings \(Self.safety.map(\.heading))")
            }
            for (heading, column) in zip(headings, Self.safety) where !column.group.isEmpty {
                expect(table.line - 1, heading.column, .text(column.group))
            }
            let kinds = set.plan.codeLists[set.plan.kindList].codes.filter { kind in
                set.facts.contains { $0["kind"] == kind.code }
            }
            if table.rows.count != kinds.count + 1 { complain("\(kinds.count) kinds and a total") }
            for (position, row) in table.rows.enumerated() {
                let kind = position < kinds.count ? kinds[position] : nil
                expect(row, name, .text(kind?.name ?? "Tổng cộng"))
                for (heading, column) in zip(headings, Self.safety) {
                    expect(row, heading.column, column.measure.value(set) { kind == nil || $0["kind"] == kind?.code })
                }
            }
        }
    }

    private static let tasks: [(section: String, items: [(label: String, measure: Measure)])] = [
        (
            "1. Công tác lãnh đạo, chỉ đạo",
            [
                ("Đơn vị quán triệt, phổ biến kế hoạch", .yes("quan_triet")),
                ("Đơn vị có kế hoạch riêng", .count("ke_hoach", "RIENG")),
                ("Đơn vị lồng ghép trong kế hoạch khác", .count("ke_hoach", "LONGGHEP")),
                ("Đơn vị kiện toàn ban chỉ đạo", .yes("kien_toan_bcd")),
                ("Đơn vị đưa nội dung vào kế hoạch năm học", .yes("ke_hoach_nam_hoc")),
                ("Đơn vị có quy chế phối hợp với Công an", .yes("quy_che_phoi_hop")),
            ]
        ),
        (
            "2. Tuyên truyền, giáo dục",
            [
                ("Số buổi tuyên truyền", .sum("so_buoi")), ("Số buổi chuyên đề", .sum("so_buoi_chuyen_de")),
                ("Lượt người được tuyên truyền", .sum("so_luot_nguoi")),
                ("Đơn vị tổ chức ký cam kết", .yes("ky_cam_ket")),
                ("Học sinh ký cam kết", .sum("so_hs_ky_cam_ket")),
                ("Học sinh có nguy cơ được theo dõi, giúp đỡ", .sum("so_hs_nguy_co")),
            ]
        ),
        (
            "3. Nâng cao năng lực, xây dựng mô hình",
            [
                ("Lớp tập huấn", .sum("so_lop_tap_huan")), ("Người được tập huấn", .sum("so_nguoi_tap_huan")),
                ("Đơn vị phát động phong trào trên không gian mạng", .yes("phat_dong_kgm")),
                ("Mô hình trên không gian mạng", .sum("so_mo_hinh_kgm")),
            ]
        ),
        (
            "4. Chủ động nắm tình hình, phòng ngừa, tố giác tội phạm",
            [
                ("Đơn vị có hệ thống camera", .yes("he_thong_camera")),
                ("Đơn vị có nội quy ra vào", .yes("noi_quy_ra_vao")),
                ("Đơn vị có phương án phối hợp bảo đảm an ninh, trật tự", .yes("phuong_an_phoi_hop")),
                ("Đơn vị có phương án phòng cháy, chữa cháy", .yes("phuong_an_pccc")),
                ("Đơn vị có trực bảo vệ", .yes("truc_bao_ve")),
                ("Đơn vị có kênh tiếp nhận thông tin", .yes("kenh_tiep_nhan")),
                ("Tin tố giác đã tiếp nhận", .sum("so_tin_to_giac")), ("Vụ việc tiếp nhận", .sum("so_vu_viec")),
            ]
        ),
        (
            "5. Hoạt động hưởng ứng",
            [
                ("Đơn vị tổ chức điểm Ngày hội 19/8", .yes("diem_ngay_hoi")),
                ("Buổi hưởng ứng", .sum("so_buoi_huong_ung")),
            ]
        ),
        (
            "6. Xây dựng cơ sở “An toàn về an ninh, trật tự”",
            [
                ("Đơn vị đăng ký", .yes("dk_an_toan")),
                ("Đơn vị tự đánh giá, họp kiểm điểm", .yes("tu_danh_gia")),
            ]
        ),
        (
            "7. Xây dựng cơ sở điển hình",
            [("Đơn vị đăng ký", .yes("dk_dien_hinh")), ("Đơn vị được công nhận", .yes("kq_dien_hinh"))]
        ),
        (
            "8. Thi đua, khen thưởng; kiểm tra",
            [
                ("Tập thể được khen thưởng", .sum("so_tap_the_khen_thuong")),
                ("Cá nhân được khen thưởng", .sum("so_ca_nhan_khen_thuong")),
                ("Đơn vị tự kiểm tra", .yes("tu_kiem_tra")),
            ]
        ),
    ]

    mutating func judgeTasks() {
        for table in tables(["Nội dung", "Trong kỳ", "Cùng kỳ năm trước", "Tăng/ giảm"]).prefix(1) {
            let columns = ["STT", "Nội dung", "Trong kỳ", "Cùng kỳ năm trước", "Tăng/ giảm"].compactMap(table.column)
            var (row, ordinal) = (table.line + 1, 0)
            for (section, items) in Self.tasks {
                expect(row, columns[0], .text(section))
                row += 1
                for (label, measure) in items {
                    ordinal += 1
                    expect(row, columns[0], .number(Double(ordinal)))
                    expect(row, columns[1], .text(label))
                    let (now, before) = (measure.value(set) { _ in true }, measure.closed(set))
                    expect(row, columns[2], now)
                    expect(row, columns[3], before)
                    expect(row, columns[4], before.flatMap { before in now.map { $0 - before } })
                    row += 1
                }
            }
            if row != table.line + 1 + table.rows.count { complain("\(row - table.line - 1) lines of tasks") }
        }
        judgeOfficeTasks()
    }

    /// The rows that the departments have sent for the period, each with its day, document and remark.
    private mutating func judgeOfficeTasks() {
        func name(_ list: String, _ code: String?) -> String {
            codes(list).first { $0.code == code }?.name ?? "no code"
        }
        for table in tables(["Đơn vị thực hiện", "Nhiệm vụ", "Số văn bản"]).prefix(1) {
            let headings = ["Đơn vị thực hiện", "Nhiệm vụ", "Trạng thái", "Ngày", "Số văn bản", "Ghi chú"]
            let columns = headings.compactMap(table.column)
            let rows = set.sources.tasks.filter {
                $0["ky_bao_cao"] == set.period.code && $0["nam"] == "\(set.period.year)"
            }
            guard !rows.isEmpty else { return expect(table.line + 1, 0, .text("Chưa có số liệu")) }
            if table.rows.count != rows.count { complain("\(rows.count) tasks, not \(table.rows.count)") }
            for (row, task) in zip(table.rows, rows) {
                expect(row, columns[0], .text(name("don_vi_thuc_hien", task["don_vi_thuc_hien"])))
                expect(row, columns[1], .text(name("nhiem_vu", task["nhiem_vu"])))
                expect(row, columns[2], .text(name("trang_thai_nhiem_vu", task["trang_thai"])))
                expect(row, columns[3], content(day: task["ngay"]))
                expect(row, columns[4], text: task["so_van_ban"] ?? "")
                expect(row, columns[5], text: task["ghi_chu"] ?? "")
            }
        }
    }

    // MARK: - Commendation

    /// IV.8 and V.1 in plain words, over facts.csv and assessments.csv; reasons by position in the plan's list.
    private func commendation(_ unit: SetFigures.Row) -> (against: [Int], isPraised: Bool) {
        let code = unit["unit"] ?? ""
        func word(_ indicator: String) -> String? { set.assessment(code, indicator) }
        func count(_ fact: String) -> Double { Double(unit[fact] ?? "") ?? .nan }
        let first = ["CT1", "CT2", "CT3", "CT4", "CT5"]
        let rating = unit["xl_phong_trao"] ?? ""
        let (due, sent) = (count("so_ky_phai_bao_cao"), count("so_ky_da_bao_cao"))
        let holds =
            [due > sent] + first.map { word($0) != "met" }
            + [unit["minh_chung"] != "true", rating.isEmpty, ["TB", "Y", "KD"].contains(rating)]
        let against = holds.indices.filter { holds[$0] }
        let rest = ["CT6a", "CT6b", "CT7", "CT8", "CT9"].allSatisfy { ["met", "not_applicable"].contains(word($0)) }
        return (against, against.isEmpty && due == 4 && count("so_ky_dung_han") == 4 && rating == "XS" && rest)
    }

    mutating func judgeCommendation() {
        let reasons = set.plan.commendation?.against.map(\.text) ?? []
        let kinds = set.plan.codeLists[set.plan.kindList].codes
        for table in tables(["Mã đơn vị", "Tên đơn vị", "Lý do"]).prefix(1) {
            let headings = ["STT", "Xã, phường, đặc khu", "Mã đơn vị", "Tên đơn vị", "Loại hình", "Lý do"]
            let columns = headings.compactMap(table.column)
            let praised = set.byCommune { SetFigures.isExpected($0) && commendation($0).isPraised }
            let excluded = set.byCommune { SetFigures.isExpected($0) && !commendation($0).against.isEmpty }
            var row = table.line + 1
            for (title, units) in [("Đề nghị khen thưởng", praised), ("Không đề xuất thi đua, khen thưởng", excluded)] {
                expect(row, columns[0], .text("\(title): \(units.count) đơn vị"))
                row += 1
                for (position, unit) in units.enumerated() {
                    let code = unit["unit"] ?? ""
                    expect(row, columns[0], .number(Double(position + 1)))
                    expect(row, columns[1], .text(set.sources.name(ofCommune: unit["commune"] ?? "")))
                    expect(row, columns[2], .text(code))
                    expect(row, columns[3], .text(set.sources.name(ofUnit: code)))
                    expect(row, columns[4], .text(kinds.first { $0.code == unit["kind"] }?.name ?? ""))
                    expect(
                        row,
                        columns[5],
                        text: commendation(unit).against.map { reasons[$0] }.joined(separator: "; ")
                    )
                    row += 1
                }
            }
            if row != table.line + 1 + table.rows.count {
                complain("\(row - table.line - 1) lines, not \(table.rows.count)")
            }
        }
    }

    // MARK: - Difficulties

    mutating func judgeDifficulties() {
        let units = set.byCommune { $0["kho_khan"]?.isEmpty == false || $0["kien_nghi"]?.isEmpty == false }
        for table in tables(["Khó khăn", "Kiến nghị"]).prefix(1) {
            guard !units.isEmpty else {
                return expect(table.line + 1, 0, .text("Không có đơn vị nào nêu khó khăn, kiến nghị"))
            }
            let columns = ["Xã, phường, đặc khu", "Tên đơn vị", "Khó khăn", "Kiến nghị"].compactMap(table.column)
            if table.rows.count != units.count { complain("\(units.count) units, not \(table.rows.count)") }
            for (row, unit) in zip(table.rows, units) {
                expect(row, columns[0], .text(set.sources.name(ofCommune: unit["commune"] ?? "")))
                expect(row, columns[1], .text(set.sources.name(ofUnit: unit["unit"] ?? "")))
                expect(row, columns[2], text: unit["kho_khan"] ?? "")
                expect(row, columns[3], text: unit["kien_nghi"] ?? "")
            }
        }
    }
}
