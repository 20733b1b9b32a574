import Foundation
import Plan

/// Sheets 15 and 16: the words of the report, said once more from the machine-readable files, and the notes.
extension SetJudge {
    mutating func judgeProse() {
        var said = Paragraphs(set).all
        let cells = (found.sheets["15 Lời báo cáo"] ?? [:]).filter { $0.key.column == 0 }.sorted { $0.key < $1.key }
        // Above the first paragraph stand titles.
        var lines = cells.drop { $0.value != .text(said.first?.heading ?? "") }[...]
        while let paragraph = said.first {
            said.removeFirst()
            for text in [paragraph.heading, paragraph.text] {
                guard let line = lines.popFirst() else { return complain("“\(text)”") }
                expect(line.key.row, 0, .text(text))
            }
        }
        for line in lines { expect(line.key.row, 0, .blank) }
    }

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
        "CT1": "Đạt khi: “Quán triệt, phổ biến, triển khai kế hoạch”.",
        "CT2": "Đạt khi: “Kế hoạch” là một trong ('Riêng', 'Lồng ghép').",
        "CT3": "Đạt khi: “Kiện toàn Ban Chỉ đạo” và “Phân công đầu mối”.",
        "CT4":
            "Đạt khi: “Số đợt chuyên đề từ đầu năm kế hoạch” từ 2. Phải đạt trong kỳ: Báo cáo tổng kết năm.",
        "CT5":
            "Đạt khi: “Phát động phong trào trên không gian mạng” và “Số mô hình tự quản trên không gian mạng” từ 1.",
        "CT6a":
            "Áp dụng khi: “Từ cấp THCS trở lên”. Đạt khi: “Đăng ký xây dựng đạt tiêu chuẩn An toàn về ANTT”.",
        "CT6b":
            "Áp dụng khi: “Từ cấp THCS trở lên”. Đạt khi: “Xếp loại An toàn về ANTT” từ 'Khá'. "
            + "Phải đạt trong kỳ: Báo cáo tổng kết năm.",
        "CT7":
            "Áp dụng khi: “Từ cấp THCS trở lên” và “Đạt An toàn về ANTT năm trước” và “Xếp loại phong trào năm trước” "
            + "từ 'Khá'. Đạt khi: “Đăng ký xây dựng điển hình” và (“Số mô hình hiệu quả” từ 1 hoặc có (“Nội dung đột phá”)).",
        "CT8":
            "Áp dụng khi: “Số vụ việc tiếp nhận” trên 0. Đạt khi: “Số vụ việc xử lý kịp thời” bằng “Số vụ việc tiếp nhận” "
            + "và “Số vụ việc phức tạp, kéo dài” bằng 0.",
        "CT9":
            "Đạt khi: “Số dòng vi phạm có đủ hai năm” bằng “Số dòng vi phạm đã báo cáo” và (“Số vụ vi phạm cùng kỳ năm "
            + "trước” trên “Số vụ vi phạm trong kỳ” hoặc “Số vụ vi phạm trong kỳ” bằng 0 và “Số vụ vi phạm cùng kỳ năm "
            + "trước” bằng 0).",
    ]
}

/// The paragraphs of the report as the files' figures make them.
private struct Paragraphs {
    private let set: SetFigures
    private(set) var all: [(heading: String, text: String)] = []

    init(_ set: SetFigures) {
        self.set = set
        reporting()
        leading()
        teaching()
        building()
        preventing()
        rest()
    }

    private mutating func paragraph(_ heading: String, _ sentences: String?...) {
        let text = sentences.compactMap(\.self).joined(separator: " ")
        if !text.isEmpty { all.append((heading, text)) }
    }

    // MARK: - Figures in words

    private func sum(_ fact: String) -> Double { set.sum(fact) ?? .nan }
    private func words(_ fact: String) -> String { SetFigures.words(sum(fact)) }
    private func yes(_ fact: String) -> String { SetFigures.words(set.count { $0[fact] == "true" }) }

    private struct Figure {
        let whole, part: Double
        let result: String
        let misses: String

        /// `50/59 đơn vị (84,7%)`, with what the units are called.
        func units(_ units: String = "đơn vị") -> String {
            "\(SetFigures.words(part))/\(SetFigures.words(whole)) \(units) (\(SetFigures.percent(part, of: whole)))"
        }

        var isJudged: Bool { result != "none" }

        /// Who does not meet it, where it is not met.
        func missed(_ words: String) -> String? { isJudged && result != "met" ? "\(words): \(misses)." : nil }
    }

    private func figure(_ indicator: String) -> Figure {
        let row = set.total(indicator) ?? [:]
        let units = set.misses(indicator)
        let names = units.prefix(3).map { set.sources.name(ofUnit: $0["unit"] ?? "") }.joined(separator: ", ")
        let others = units.count > 3 ? " và \(SetFigures.words(Double(units.count - 3))) đơn vị khác" : ""
        return Figure(
            whole: Double(row["denominator"] ?? "") ?? .nan,
            part: Double(row["numerator"] ?? "") ?? .nan,
            result: row["result"] ?? "",
            misses: names + others
        )
    }

    /// The rate of the same period last year.
    private func closed(_ indicator: String) -> String? {
        set.closed(indicator).map { SetFigures.percent($0.part, of: $0.whole) }
    }

    private func before(_ indicator: String) -> String? { closed(indicator).map { "Cùng kỳ năm trước: \($0)." } }

    /// A sum of the same period last year, and what it is of.
    private func before(_ fact: String, _ what: String) -> String? {
        set.closedSum(fact).map { "Cùng kỳ năm trước có \(SetFigures.words($0)) \(what)." }
    }

    // MARK: - Paragraphs

    private mutating func reporting() {
        let (expected, reported) = (set.count(SetFigures.isExpected), set.count(SetFigures.isReported))
        let onTime = set.count(SetFigures.isOnTime)
        let then = Double(set.before.count(where: \.expected))
        let sent = Double(set.before.count { $0.expected && $0.reported })
        func number(_ value: Double) -> String { SetFigures.words(value) }
        let asOf = SetJudge.day(set.sources.manifest.asOf)
        paragraph(
            "Tình hình báo cáo",
            expected > 0
                ? "Tính đến ngày \(asOf), \(number(reported))/\(number(expected)) cơ sở giáo dục đã gửi báo cáo, "
                    + "trong đó \(number(onTime)) đơn vị đúng hạn." : nil,
            reported > onTime ? "Có \(number(reported - onTime)) đơn vị báo cáo chậm." : nil,
            expected > reported ? "Còn \(number(expected - reported)) đơn vị chưa gửi báo cáo." : nil,
            then > 0 ? "Cùng kỳ năm trước: \(number(sent))/\(number(then)) đơn vị đã gửi báo cáo." : nil,
            set.population.flatMap { opened, closed, _ in
                opened.isEmpty && closed.isEmpty
                    ? nil
                    : "So với cùng kỳ năm trước có \(number(Double(opened.count))) đơn vị mới, "
                        + "\(number(Double(closed.count))) đơn vị không còn."
            }
        )
    }

    private mutating func leading() {
        let (one, two, three) = (figure("CT1"), figure("CT2"), figure("CT3"))
        paragraph(
            "1. Công tác lãnh đạo, chỉ đạo",
            one.isJudged
                ? "\(one.units()) đã quán triệt, phổ biến kế hoạch; \(two.units()) đã xây dựng kế hoạch; "
                    + "\(three.units()) đã kiện toàn ban chỉ đạo và phân công đầu mối." : nil,
            closed("CT1").flatMap { one in
                closed("CT2").flatMap { two in
                    closed("CT3").map { three in
                        "Cùng kỳ năm trước: quán triệt \(one), xây dựng kế hoạch \(two), "
                            + "kiện toàn ban chỉ đạo và phân công đầu mối \(three)."
                    }
                }
            },
            one.missed("Chưa quán triệt"),
            two.missed("Chưa có kế hoạch"),
            three.missed("Chưa kiện toàn ban chỉ đạo hoặc chưa có đầu mối"),
            "\(yes("ke_hoach_nam_hoc")) đơn vị đã đưa nội dung vào kế hoạch năm học; "
                + "\(yes("quy_che_phoi_hop")) đơn vị có quy chế phối hợp với Công an."
        )
    }

    private mutating func teaching() {
        let four = figure("CT4")
        paragraph(
            "2. Tuyên truyền, giáo dục",
            sum("so_buoi") > 0
                ? "Các đơn vị đã tổ chức \(words("so_buoi")) buổi tuyên truyền, trong đó \(words("so_buoi_chuyen_de")) "
                    + "buổi chuyên đề, với \(words("so_luot_nguoi")) lượt người tham gia."
                : "Trong kỳ chưa có buổi tuyên truyền nào được báo cáo.",
            before("so_buoi", "buổi"),
            four.isJudged ? "\(four.units()) đã tổ chức đủ số đợt tuyên truyền chuyên đề." : nil,
            before("CT4"),
            four.missed("Chưa đủ số đợt"),
            sum("so_hs_ky_cam_ket") > 0
                ? "\(yes("ky_cam_ket")) đơn vị đã tổ chức ký cam kết cho \(words("so_hs_ky_cam_ket")) học sinh." : nil,
            before("so_hs_ky_cam_ket", "học sinh ký cam kết")
        )
    }

    private mutating func building() {
        let five = figure("CT5")
        paragraph(
            "3. Nâng cao năng lực, xây dựng mô hình",
            sum("so_lop_tap_huan") > 0
                ? "Đã tổ chức \(words("so_lop_tap_huan")) lớp tập huấn cho \(words("so_nguoi_tap_huan")) người." : nil,
            before("so_lop_tap_huan", "lớp tập huấn"),
            five.isJudged ? "\(five.units()) đã phát động phong trào và có mô hình trên không gian mạng." : nil,
            before("CT5"),
            five.missed("Chưa đạt")
        )
    }

    private mutating func preventing() {
        let (eight, nine) = (figure("CT8"), figure("CT9"))
        func cases(_ number: Double) -> String { "\(SetFigures.words(number)) vụ" }
        let change =
            nine.part == nine.whole
            ? ", bằng cùng kỳ năm trước."
            : ", \(nine.part < nine.whole ? "giảm" : "tăng") \(cases(abs(nine.whole - nine.part))) "
                + "so với cùng kỳ năm trước (\(cases(nine.whole)))."
        let received: String =
            switch sum("so_vu_viec") {
            case 0: "Trong kỳ không có vụ việc nào được báo cáo."
            case 1: "Trong kỳ có một vụ việc."
            default:
                "Trong kỳ tiếp nhận \(cases(sum("so_vu_viec"))) việc, \(cases(eight.part)) được xử lý kịp thời "
                    + "(\(SetFigures.percent(eight.part, of: eight.whole))), \(cases(sum("so_vu_viec_keo_dai"))) "
                    + "phức tạp, kéo dài."
            }
        paragraph(
            "4. Chủ động nắm tình hình, phòng ngừa",
            "\(yes("he_thong_camera")) đơn vị có hệ thống camera; \(yes("truc_bao_ve")) đơn vị có trực bảo vệ; "
                + "\(yes("kenh_tiep_nhan")) đơn vị có kênh tiếp nhận thông tin.",
            received,
            eight.part < eight.whole
                ? "Đơn vị có vụ việc chưa được xử lý kịp thời hoặc còn kéo dài: \(eight.misses)." : nil,
            before("so_vu_viec", closed("CT8").map { "vụ việc, xử lý kịp thời \($0)" } ?? "vụ việc"),
            nine.isJudged ? "Số vụ vi phạm trong kỳ là \(cases(nine.part))\(change)" : nil
        )
    }

    private mutating func rest() {
        let (sixA, sixB, seven) = (figure("CT6a"), figure("CT6b"), figure("CT7"))
        paragraph(
            "5. Hoạt động hưởng ứng",
            sum("so_buoi_huong_ung") > 0
                ? "Đã tổ chức \(words("so_buoi_huong_ung")) buổi hưởng ứng với \(words("so_luot_hs_huong_ung")) lượt "
                    + "học sinh, sinh viên tham gia; \(yes("diem_ngay_hoi")) đơn vị tổ chức điểm Ngày hội 19/8."
                : "Trong kỳ chưa có hoạt động hưởng ứng nào được báo cáo.",
            before("so_buoi_huong_ung", "buổi hưởng ứng")
        )
        paragraph(
            "6. Xây dựng cơ sở giáo dục “An toàn về an ninh, trật tự”",
            sixA.isJudged ? "\(sixA.units("đơn vị từ cấp trung học cơ sở trở lên")) đã đăng ký." : nil,
            before("CT6a"),
            sixA.missed("Chưa đăng ký"),
            sixB.isJudged && sixB.part > 0 ? "\(sixB.units()) được xếp loại Khá trở lên." : nil,
            sixB.isJudged && sixB.part > 0 ? before("CT6b") : nil
        )
        paragraph(
            "7. Xây dựng cơ sở điển hình",
            seven.isJudged ? "\(seven.units("đơn vị đủ điều kiện")) đã đăng ký xây dựng điển hình." : nil,
            seven.isJudged ? before("CT7") : nil,
            seven.missed("Chưa đăng ký")
        )
        let (groups, people) = (sum("so_tap_the_khen_thuong"), sum("so_ca_nhan_khen_thuong"))
        paragraph(
            "8. Thi đua, khen thưởng",
            groups + people > 0
                ? "Đã khen thưởng \(SetFigures.words(groups)) tập thể và \(SetFigures.words(people)) cá nhân."
                : "Trong kỳ chưa có tập thể, cá nhân nào được khen thưởng."
        )
    }
}
