import FoundationEssentials
import Intake
import Plan
import Records
import SystemPackage
import Testing

@testable import Batch

/// What schools sent, and the findings of the plan's rules that it must give: these and no others.
struct Sent: Sendable, CustomTestStringConvertible {
    let rows: [String]
    /// `code unit period column | message`
    let findings: [String]

    init(_ rows: String..., gives findings: [String]) {
        self.rows = rows
        self.findings = findings
    }

    var testDescription: String { findings.map { String($0.prefix { $0 != "|" }) }.joined(separator: "; ") }
}

/// The rules of the real plan, from a school's file to the message.
@Suite("The plan's rules in an inbox")
struct PlanRuleTests {
    @Test(arguments: incidents + reports + figures + periods)
    func giveTheirFindingsAndNoOthers(sent: Sent) throws {
        let found = try Inbox(sent.rows).ruleFindings(asOf: "2026-12-28")
        #expect(found == sent.findings, "\(found)")
    }

    @Test func lastYearsClosedFiguresAreAskedInARun() throws {
        // Late, so that the rules about last year stand beside another.
        let inbox = try Inbox([
            Self.report("", sent: "18/3/2026"), Self.violations("loai=MT; so_vu=1; so_vu_nam_truoc=3"),
        ])
        let findings = try inbox.findingsOfARun(
            asOf: "2026-03-20",
            period: "2026-Q1",
            closed: [
                "2025-Q1": """
                period,unit,commune,kind,expected,reported,on_time,so_dong_vi_pham,so_dong_vi_pham.MT,so_dong_vi_pham.BLHD,so_vu_vi_pham,so_vu_vi_pham.MT,so_vu_vi_pham.BLHD,so_dong_co_so_vu,so_dong_co_so_vu.MT,so_dong_co_so_vu.BLHD
                2025-Q1,2,11359,TH,true,true,true,2,1,1,7,5,2,2,1,1

                """
            ]
        )
        let codes = findings.map { String($0.split(separator: ",")[1]) }
        #expect(codes.sorted() == ["V21", "V22", "V28"], "\(findings)")
        #expect(
            findings.contains {
                $0.contains(
                    "Số vụ vi phạm cùng kỳ năm trước do đơn vị ghi: Ma túy, Báo cáo quý I: báo cáo ghi 3, nhưng số đã chốt của năm trước là 5."
                )
            },
            "\(findings)"
        )
        #expect(
            findings.contains {
                $0.contains(
                    "Số dòng vi phạm đã báo cáo: Bạo lực học đường, Báo cáo quý I: năm trước đã chốt 2 vụ của loại này"
                )
            },
            "\(findings)"
        )
    }

    /// A report on time for Q1, with its form of violations.
    private static func report(_ fields: String, unit: String = "2", period: String = "Q1", sent: String = "15/3/2026")
        -> String
    {
        "bao-cao: ma_don_vi=\(unit); ky_bao_cao=\(period); nam=2026; ngay_bao_cao=\(sent); \(fields)"
    }

    private static func violations(_ fields: String, unit: String = "2", period: String = "Q1") -> String {
        "vi-pham: ma_don_vi=\(unit); ky_bao_cao=\(period); nam=2026; \(fields)"
    }

    private static func incident(_ fields: String) -> String {
        "vu-viec: ma_don_vi=2; ma_vu_viec=VV1; ngay_tiep_nhan=5/3/2026; loai=MT; \(fields)"
    }

    /// `check` asks for figures that are far off only where all files are there that they come from.
    private static let session =
        "tuyen-truyen: ma_don_vi=3; ngay=5/3/2026; chu_de=MT; hinh_thuc=NK; chuyen_de=Không; so_hs=10"

    private static let none = "loai=PL; so_vu=0; so_vu_nam_truoc=0"

    static let incidents = [
        Sent(
            incident("ngay_xay_ra=6/3/2026; trang_thai=Đã xử lý; ngay_xu_ly=4/3/2026; kip_thoi=Có"),
            gives: [
                "V1 2  ngay_xu_ly | Ngày xử lý (4/3/2026) trước ngày tiếp nhận (5/3/2026). Hãy sửa một trong hai ngày.",
                "V2 2  ngay_tiep_nhan | Ngày tiếp nhận (5/3/2026) trước ngày xảy ra (6/3/2026). Hãy sửa một trong hai ngày.",
            ]
        ),
        Sent(
            incident("trang_thai=Đã xử lý; kip_thoi=Có"),
            gives: [
                "V3 2  ngay_xu_ly | Trạng thái ghi Đã xử lý nhưng không có ngày xử lý. Hãy ghi ngày xử lý, hoặc sửa trạng thái."
            ]
        ),
        Sent(
            incident("trang_thai=Đang xử lý; ngay_xu_ly=6/3/2026; kip_thoi=Có"),
            gives: [
                "V4 2  ngay_xu_ly | Có ngày xử lý (6/3/2026) nhưng trạng thái ghi Đang xử lý. Nếu đã xử lý xong, hãy ghi Đã xử lý; nếu chưa, hãy bỏ ngày xử lý."
            ]
        ),
        Sent(
            incident("trang_thai=Chưa xử lý; kip_thoi=Có; keo_dai=Có"),
            gives: [
                "V5 2  kip_thoi | Vụ việc ghi Có ở cột Kịp thời nhưng trạng thái là Chưa xử lý. Hãy sửa trạng thái, hoặc ghi Không ở cột Kịp thời.",
                "V6 2  keo_dai | Vụ việc ghi Có ở cả hai cột Kịp thời và Phức tạp, kéo dài. Hãy ghi Không ở một trong hai cột.",
            ]
        ),
        Sent(incident("trang_thai=Đã xử lý; ngay_xu_ly=5/3/2026; kip_thoi=Không; keo_dai=Có"), gives: []),
    ]

    static let reports = [
        Sent(
            report("dk_an_toan=Có; ngay_dk_an_toan=5/3/2026", unit: "1"),
            violations(none, unit: "1"),
            gives: [
                "V7 1 2026-Q1 dk_an_toan | Báo cáo ghi có đăng ký “An toàn về ANTT”, nhưng chỉ tiêu này chỉ áp dụng từ cấp THCS trở lên. Hãy ghi Không; nếu đơn vị có cấp THCS trở lên, hãy đề nghị Sở sửa danh mục."
            ]
        ),
        Sent(
            report("xl_an_toan=Khá"),
            violations(none),
            gives: [
                "V8 2 2026-Q1 xl_an_toan | Có kết quả xếp loại “An toàn về ANTT” (Khá) nhưng báo cáo không ghi có đăng ký. Hãy ghi Có ở cột đăng ký, hoặc bỏ kết quả xếp loại."
            ]
        ),
        Sent(
            report("dk_an_toan=Có; quan_triet=Có; ke_hoach=Riêng; dk_dien_hinh=Có"),
            violations(none),
            gives: [
                "V9 2 2026-Q1 ngay_dk_an_toan | Đăng ký “An toàn về ANTT” và ngày đăng ký phải đi đôi: có đăng ký thì có ngày, không đăng ký thì không có ngày. Hãy ghi ngày đăng ký, hoặc sửa cột đăng ký.",
                "V10 2 2026-Q1 quan_triet | Báo cáo ghi đã quán triệt kế hoạch nhưng thiếu ngày hoặc hình thức quán triệt. Hãy ghi đủ ngày và hình thức quán triệt.",
                "V12 2 2026-Q1 ke_hoach | Cột Kế hoạch ghi Riêng nhưng thiếu số hoặc ngày của kế hoạch. Hãy ghi đủ số và ngày kế hoạch; nếu chưa có kế hoạch, hãy ghi Chưa.",
                "V14 2 2026-Q1 so_mo_hinh | Đơn vị đăng ký điển hình nhưng không ghi mô hình nào và không ghi nội dung đột phá. Hãy ghi số mô hình hiệu quả hoặc nội dung đột phá.",
            ]
        ),
        Sent(
            report("ngay_quan_triet=14/12/2025; so_hs_ky_cam_ket=201"),
            violations(none),
            gives: [
                "V11 2 2026-Q1 ngay_quan_triet | Ngày quán triệt (14/12/2025) không nằm trong năm kế hoạch, từ 15/12/2025 đến 14/12/2026. Hãy kiểm tra và ghi lại ngày quán triệt kế hoạch của năm nay.",
                "V18 2 2026-Q1 so_hs_ky_cam_ket | Báo cáo ghi 201 học sinh ký cam kết, nhưng cả đơn vị chỉ có 200 học sinh. Hãy kiểm tra số học sinh ký cam kết.",
            ]
        ),
        Sent(
            report("dk_dien_hinh=Có; so_mo_hinh=1", unit: "3"),
            violations(none, unit: "3"),
            gives: [
                "V13 3 2026-Q1 dk_dien_hinh | Đơn vị đăng ký điển hình nhưng theo danh mục thì chưa đủ điều kiện: phải từ cấp THCS trở lên, năm trước đạt “An toàn về ANTT” và xếp loại phong trào từ Khá. Hãy ghi Không; nếu kết quả năm trước trong danh mục chưa đúng, hãy đề nghị Sở sửa danh mục."
            ]
        ),
        Sent(
            report("", sent: "13/3/2026"),
            violations(none),
            gives: [
                "V27 2 2026-Q1 ngay_bao_cao | Báo cáo ghi gửi ngày 13/3/2026, trước ngày cuối của kỳ số liệu (14/3/2026). Hãy kiểm tra ngày gửi; nếu đúng, hãy gửi lại báo cáo có đủ số liệu của kỳ."
            ]
        ),
        Sent(
            report("", sent: "16/3/2026"),
            violations(none),
            gives: ["V28 2 2026-Q1 ngay_bao_cao | Báo cáo gửi sau thời hạn của kỳ. Hãy giải trình lý do gửi chậm."]
        ),
        Sent(
            report(""),
            // Without any such file `check` does not ask; that the incident is counted in none follows.
            violations(none, unit: "3"),
            incident("trang_thai=Đang xử lý; kip_thoi=Có"),
            gives: [
                "V29 2 2026-Q1  | Đơn vị đã gửi báo cáo của kỳ nhưng không có dòng nào ở biểu vi phạm. Hãy gửi biểu vi phạm của kỳ; loại nào không có vụ thì ghi 0."
            ]
        ),
        Sent(
            report("ngay_ho_so_an_toan=20/11/2026; ngay_ho_so_dien_hinh=1/12/2026", period: "Y", sent: "15/12/2026"),
            violations(none, period: "Y"),
            gives: [
                "V30 2 2026-Y ngay_ho_so_an_toan | Hồ sơ “An toàn về ANTT” gửi ngày 20/11/2026, nhưng phải gửi trước ngày 20/11/2026. Hãy kiểm tra ngày gửi hồ sơ; nếu đúng, hãy giải trình.",
                "V31 2 2026-Y ngay_ho_so_dien_hinh | Hồ sơ điển hình gửi ngày 1/12/2026, nhưng phải gửi trước ngày 1/12/2026. Hãy kiểm tra ngày gửi hồ sơ; nếu đúng, hãy giải trình.",
            ]
        ),
    ]

    static let figures = [
        Sent(
            report("so_dot_tuyen_truyen=2"),
            violations(none),
            "tuyen-truyen: ma_don_vi=2; ngay=5/3/2026; chu_de=MT; hinh_thuc=NK; chuyen_de=Có; so_hs=201; so_cbgvnv=21",
            gives: [
                "V15 2 2026-Q1 so_dot_tuyen_truyen | Báo cáo ghi 2 đợt tuyên truyền chuyên đề, nhưng biểu tuyên truyền có 1 ngày chuyên đề từ đầu năm kế hoạch. Hãy gửi bổ sung các buổi còn thiếu, bỏ các buổi ghi thừa, hoặc sửa số đợt trong báo cáo.",
                "V16 2  so_hs | Buổi tuyên truyền có 201 học sinh tham gia, nhưng cả đơn vị chỉ có 200 học sinh. Hãy kiểm tra số học sinh tham gia; nếu có học sinh nơi khác, hãy giải trình.",
                "V17 2  so_cbgvnv | Buổi tuyên truyền có 21 CBGVNV tham gia, nhưng cả đơn vị chỉ có 20 CBGVNV. Hãy kiểm tra số CBGVNV tham gia; nếu có người nơi khác, hãy giải trình.",
            ]
        ),
        Sent(
            report(""),
            violations("loai=MT; so_vu=0; so_vu_nam_truoc=1"),
            incident("trang_thai=Đang xử lý; kip_thoi=Có"),
            "vu-viec: ma_don_vi=2; ma_vu_viec=VV2; ngay_tiep_nhan=6/3/2026; loai=KGM; trang_thai=Đang xử lý; kip_thoi=Có",
            gives: [
                "V19 2 2026-Q1 so_vu | Ma túy: biểu vi phạm ghi 0 vụ, nhưng biểu vụ việc có 1 vụ trong kỳ. Hãy sửa số vụ ở biểu vi phạm, hoặc sửa loại ở biểu vụ việc.",
                "V20 2 2026-Q1  | Không gian mạng: biểu vụ việc có 1 vụ trong kỳ, nhưng biểu vi phạm không có dòng nào của loại này. Hãy gửi biểu vi phạm có dòng của loại này, hoặc sửa loại ở biểu vụ việc.",
            ]
        ),
    ]

    static let periods = [
        Sent(
            report("so_lop_tap_huan=6; kien_toan_bcd=Có"),
            violations("loai=MT; so_vu=3; so_vu_nam_truoc=3"),
            report("so_lop_tap_huan=4; kien_toan_bcd=Không", period: "H1", sent: "15/6/2026"),
            violations("loai=MT; so_vu=2; so_vu_nam_truoc=3", period: "H1"),
            // A quarter alone is no later state of the year so far.
            report("so_lop_tap_huan=1; kien_toan_bcd=Không", period: "Q3", sent: "15/9/2026"),
            violations("loai=MT; so_vu=1; so_vu_nam_truoc=3", period: "Q3"),
            gives: [
                "V23 2 2026-H1 so_lop_tap_huan | Số lớp tập huấn: Báo cáo sơ kết 06 tháng ghi 4, ít hơn Báo cáo quý I (6), trong khi số liệu tính từ đầu năm kế hoạch. Hãy ghi số tính từ đầu năm kế hoạch, hoặc sửa báo cáo kỳ trước.",
                "V24 2 2026-H1 so_vu | Số vụ vi phạm đã ghi: Ma túy: Báo cáo sơ kết 06 tháng ghi 2, ít hơn Báo cáo quý I (3), trong khi số liệu tính từ đầu năm kế hoạch. Hãy ghi số tính từ đầu năm kế hoạch, hoặc sửa biểu vi phạm kỳ trước.",
                "V25 2 2026-H1 kien_toan_bcd | Kiện toàn Ban Chỉ đạo: Báo cáo quý I ghi Có, Báo cáo sơ kết 06 tháng lại ghi Không. Hãy sửa kỳ ghi sai, hoặc giải trình vì sao thay đổi.",
            ]
        ),
        Sent(
            report("so_nguoi_tap_huan=20"),
            violations(none),
            report("so_nguoi_tap_huan=200", period: "H1", sent: "15/6/2026"),
            violations(none, period: "H1"),
            session,
            gives: [
                "V26 2 2026-H1 so_nguoi_tap_huan | Số người được tập huấn, Báo cáo sơ kết 06 tháng: 200 lớn khác thường so với kỳ trước của đơn vị (20). Hãy kiểm tra xem có ghi thừa chữ số không; nếu đúng, hãy giải trình."
            ]
        ),
        Sent(
            report("so_nguoi_tap_huan=20"),
            violations(none),
            report("so_nguoi_tap_huan=199", period: "H1", sent: "15/6/2026"),
            violations(none, period: "H1"),
            session,
            gives: []
        ),
    ]
}

/// An inbox of one file a data set, each with every column of the plan, and a roster of three units beside it.
private final class Inbox {
    private let folder: URL

    private static let templates = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "templates")

    /// - Parameter rows: each `data set: field=value; field=value`.
    init(_ rows: [String]) throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "tonghop-rules-\(UUID().uuidString)")
        let inbox = folder.appending(path: "inbox")
        try FileManager.default.createDirectory(at: inbox, withIntermediateDirectories: true)
        let plan = try Plan.load(
            Array(Data(contentsOf: Self.templates.appending(path: "plan-2026.xml"))),
            file: "plan-2026.xml"
        )
        let units = [
            "don-vi: ma_don_vi=1; ten_don_vi=Trường Tiểu học Một; loai_hinh=TH; ma_xa=10; ten_xa=Xã Một; so_hoc_sinh=100; so_cbgvnv=10",
            "don-vi: ma_don_vi=2; ten_don_vi=Trường THCS Hai; loai_hinh=THCS; ma_xa=10; ten_xa=Xã Một; so_hoc_sinh=200; so_cbgvnv=20; an_toan_nam_truoc=Có; xep_loai_nam_truoc=Khá",
            "don-vi: ma_don_vi=3; ten_don_vi=Trường THCS Ba; loai_hinh=THCS; ma_xa=10; ten_xa=Xã Một; so_hoc_sinh=300; so_cbgvnv=30; an_toan_nam_truoc=Có; xep_loai_nam_truoc=Trung bình",
        ]
        for set in plan.dataSets {
            let own = (units + rows).filter { $0.hasPrefix(set.name + ": ") }.map { row in
                row.dropFirst(set.name.count + 2).split(separator: "; ").map { $0.split(separator: "=") }
            }
            if own.isEmpty { continue }
            var lines = [set.fields.map(\.name).joined(separator: ";")]
            for cells in own {
                for cell in cells { try #require(set.index(of: String(cell[0])) != nil, "\(cell[0])") }
                lines.append(
                    set.fields.map { field in String(cells.first { $0[0] == field.name }?[1] ?? "") }
                        .joined(separator: ";")
                )
            }
            let place = set.isRoster ? folder : inbox
            try Data((lines.joined(separator: "\n") + "\n").utf8).write(
                to: place.appending(path: "\(set.name).csv")
            )
        }
    }

    deinit {
        try? FileManager.default.removeItem(at: folder)
    }

    /// The lines of `findings.csv` about rules, after a run with these closed `facts.csv` of last year.
    func findingsOfARun(asOf: String, period: String, closed: [String: String]) throws -> [String] {
        let out = folder.appending(path: "out")
        for (period, facts) in closed {
            try freeze(facts, as: "\(period)-lan-1", in: FilePath(out.path))
        }
        let day = try #require(CalendarDate(iso: asOf))
        _ = try run(
            RunOptions(
                inbox: FilePath(folder.appending(path: "inbox").path),
                out: FilePath(out.path),
                periods: [period],
                asOf: day,
                today: day,
                isDatedByClock: false,
                startedAt: "\(asOf)T01:00:00+07:00",
                templates: TemplatePlaces(option: FilePath(Self.templates.path), environment: nil, executable: nil),
                version: "0.0.0"
            ),
            progress: { _ in }
        )
        let findings = try Data(contentsOf: out.appending(path: "hien-hanh/findings.csv"))
        return String(decoding: findings, as: UTF8.self).split(separator: "\n").map(String.init).filter {
            $0.contains(",V")
        }
    }

    /// The open findings of the plan's rules, in the order of their codes.
    func ruleFindings(asOf: String) throws -> [String] {
        let report = try check(
            CheckOptions(
                inputs: [FilePath(folder.appending(path: "inbox").path)],
                asOf: try #require(CalendarDate(iso: asOf)),
                templates: TemplatePlaces(option: FilePath(Self.templates.path), environment: nil, executable: nil)
            )
        )
        return report.result.findings.filter { $0.code == .V && $0.state == .open }
            .sorted { (Int($0.codeName.dropFirst()) ?? 0) < (Int($1.codeName.dropFirst()) ?? 0) }
            .map { "\($0.codeName) \($0.unit) \($0.period) \($0.header) | \($0.message(plan: report.plan))" }
    }
}
