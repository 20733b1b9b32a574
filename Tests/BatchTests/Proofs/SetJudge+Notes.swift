import Foundation
import Plan

/// Sheet 16: days, definitions, and how the units differ from last year's.
extension SetJudge {
    mutating func judgeNotes() {
        let texts = (found.sheets["16 Ghi chú"] ?? [:]).values.compactMap { content -> String? in
            if case .text(let text) = content { text } else { nil }
        }
        judgePopulation(texts)
        let period = set.period
        for text in [
            "Số liệu tính đến ngày \(Self.day(set.sources.manifest.asOf)). Thời gian lấy số liệu: từ ngày "
                + "\(Self.day(period.start.iso)) đến hết ngày \(Self.day(period.end.iso)). "
                + "Hạn gửi báo cáo: trước ngày \(Self.day(period.due.iso)).",
            "Căn cứ: Kế hoạch của Sở Giáo dục và Đào tạo ngày 27/02/2026.",
        ] {
            compared += 1
            if !texts.contains(text) { complain("“\(text)”") }
        }
        for table in tables(["STT", "Chỉ tiêu", "Cách tính"]).prefix(1) {
            let columns = ["STT", "Chỉ tiêu", "Cách tính"].compactMap(table.column)
            if table.rows.count != set.indicators.count { complain("\(set.indicators.count) indicators") }
            for (row, (id, indicator)) in zip(table.rows, zip(set.indicators, set.plan.indicators)) {
                expect(row, columns[0], .text(String(id.dropFirst(2))))
                expect(row, columns[1], .text(indicator.title))
                expect(row, columns[2], .text(Self.definitions[id] ?? "no definition"))
            }
        }
    }

    /// Against what the figures are held: sentences with their numbers, and the units of which one year knows nothing.
    private mutating func judgePopulation(_ texts: [String]) {
        func number(_ count: Int) -> String { SetFigures.words(Double(count)) }
        var sentences = ["Chưa có số liệu đã chốt của cùng kỳ năm trước: cột “Cùng kỳ năm trước” để dấu “—”"]
        if let (opened, closed, silent) = set.population {
            let then = set.before.filter(\.expected)
            sentences = [
                "Năm trước có \(number(then.count)) đơn vị phải báo cáo, \(number(then.count(where: \.reported))) đơn vị đã "
                    + "báo cáo; năm nay có \(SetFigures.words(set.count(SetFigures.isExpected))) đơn vị phải báo cáo, "
                    + "\(SetFigures.words(set.count(SetFigures.isReported))) đơn vị đã báo cáo.",
                "Danh sách đơn vị thay đổi: \(number(opened.count)) đơn vị mới so với năm trước, \(number(closed.count)) "
                    + "đơn vị năm trước có nhưng năm nay không còn, \(number(silent.count)) đơn vị năm trước không báo cáo",
            ]
            judgePopulation(opened: opened, closed: closed, silent: silent)
        }
        for sentence in sentences {
            compared += 1
            if !texts.contains(where: { $0.contains(sentence) }) { complain("“\(sentence)”") }
        }
    }

    private mutating func judgePopulation(
        opened: [SetFigures.Row],
        closed: [MadeLastYear.Member],
        silent: [MadeLastYear.Member]
    ) {
        typealias Member = (code: String, commune: String, kind: String)
        func members(_ list: [MadeLastYear.Member]) -> [Member] { list.map { ($0.code, $0.commune, $0.kind) } }
        let new: [Member] = opened.map { ($0["unit"] ?? "", $0["commune"] ?? "", $0["kind"] ?? "") }
        let kinds = set.plan.codeLists[set.plan.kindList].codes
        for table in tables(["Mã đơn vị", "Tên đơn vị", "Loại hình"]).prefix(1) {
            let headings = ["STT", "Xã, phường, đặc khu", "Mã đơn vị", "Tên đơn vị", "Loại hình"]
            let columns = headings.compactMap(table.column)
            var row = table.line + 1
            for (title, members) in [
                ("Đơn vị mới so với cùng kỳ năm trước", new),
                ("Đơn vị năm trước có, năm nay không còn", members(closed)),
                ("Đơn vị năm trước không báo cáo", members(silent)),
            ] where !members.isEmpty {
                expect(row, columns[0], .text("\(title): \(members.count) đơn vị"))
                row += 1
                for (position, member) in members.enumerated() {
                    expect(row, columns[0], .number(Double(position + 1)))
                    expect(row, columns[1], .text(set.sources.name(ofCommune: member.commune)))
                    expect(row, columns[2], .text(member.code))
                    expect(row, columns[3], text: set.sources.roster[member.code]?["ten_don_vi"] ?? "")
                    expect(row, columns[4], .text(kinds.first { $0.code == member.kind }?.name ?? member.kind))
                    row += 1
                }
            }
            if row == table.line + 1 {
                expect(row, 0, .text("Danh sách đơn vị không thay đổi so với cùng kỳ năm trước"))
            } else if row != table.line + 1 + table.rows.count {
                complain("\(row - table.line - 1) lines of units, not \(table.rows.count)")
            }
        }
    }

    /// `14/3/2026`
    static func day(_ iso: String) -> String {
        let parts = iso.split(separator: "-").compactMap { Int($0) }
        return parts.reversed().map { "\($0)" }.joined(separator: "/")
    }

    private static let definitions = [
        "CT1": "Đạt khi: “Quán triệt, phổ biến, triển khai kế hoạch” là Có.",
        "CT2": "Đạt khi: “Kế hoạch” là Riêng hoặc Lồng ghép.",
        "CT3": "Đạt khi: “Kiện toàn Ban Chỉ đạo” là Có và “Phân công đầu mối” là Có.",
        "CT4":
            "Đạt khi: “Số đợt chuyên đề từ đầu năm kế hoạch” từ 2 trở lên. Phải đạt trong kỳ: Báo cáo tổng kết năm.",
        "CT5":
            "Đạt khi: “Phát động phong trào trên không gian mạng” là Có và “Số mô hình tự quản trên không gian mạng” từ 1 "
            + "trở lên.",
        "CT6a":
            "Áp dụng khi: “Từ cấp THCS trở lên” là Có. Đạt khi: “Đăng ký xây dựng đạt tiêu chuẩn An toàn về ANTT” là Có.",
        "CT6b":
            "Áp dụng khi: “Từ cấp THCS trở lên” là Có. Đạt khi: “Xếp loại An toàn về ANTT” từ Khá trở lên. "
            + "Phải đạt trong kỳ: Báo cáo tổng kết năm.",
        "CT7":
            "Áp dụng khi: “Từ cấp THCS trở lên” là Có và “Đạt An toàn về ANTT năm trước” là Có và “Xếp loại phong trào năm "
            + "trước” từ Khá trở lên. Đạt khi: “Đăng ký xây dựng điển hình” là Có và (“Số mô hình hiệu quả” từ 1 trở lên hoặc "
            + "có ghi “Nội dung đột phá”).",
        "CT8":
            "Áp dụng khi: “Số vụ việc tiếp nhận” trên 0. Đạt khi: “Số vụ việc xử lý kịp thời” bằng “Số vụ việc tiếp nhận” "
            + "và “Số vụ việc phức tạp, kéo dài” bằng 0.",
        "CT9":
            "Đạt khi: “Số dòng vi phạm có đủ hai năm” bằng “Số dòng vi phạm đã báo cáo” và “Số loại vi phạm năm trước có "
            + "nhưng năm nay thiếu dòng” bằng 0 và (“Số vụ vi phạm cùng kỳ năm trước” nhiều hơn “Số vụ vi phạm trong kỳ” "
            + "hoặc (“Số vụ vi phạm trong kỳ” bằng 0 và “Số vụ vi phạm cùng kỳ năm trước” bằng 0)).",
    ]
}
