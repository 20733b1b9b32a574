import Foundation
import Plan

/// Sheet 15: the words of the report, said once more from the machine-readable files.
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
