import Foundation
import Plan
import Records
import SystemPackage
import Testing

@testable import Batch

/// Every rule of the real plan: files of one school in, the codes of rules out. Each breaks on the first files and is silent on
/// the second, the nearest that are right.
@Suite struct RealRuleTests {
    private static let desk = Result { try RealRuleDesk() }

    /// A rule with the files that break it and those that keep it; files as `dataSet field=value ...; ...`.
    struct Example: Sendable, CustomTestStringConvertible {
        let rule: String
        let broken: String
        let kept: String
        var testDescription: String { rule }

        init(_ rule: String, _ broken: String, _ kept: String) {
            self.rule = rule
            self.broken = broken
            self.kept = kept
        }
    }

    static let examples = [
        Example("V1", "vu-viec ngay_xu_ly=9/1/2026", "vu-viec ngay_xu_ly=10/1/2026"),
        Example("V2", "vu-viec ngay_xay_ra=11/1/2026", "vu-viec ngay_xay_ra=10/1/2026"),
        Example("V3", "vu-viec ngay_xu_ly=", "vu-viec ngay_xu_ly= trang_thai=Đang_xử_lý"),
        Example("V4", "vu-viec trang_thai=Đang_xử_lý", "vu-viec"),
        Example(
            "V5",
            "vu-viec trang_thai=Chưa_xử_lý ngay_xu_ly=",
            "vu-viec trang_thai=Chưa_xử_lý ngay_xu_ly= kip_thoi=Không"
        ),
        Example("V6", "vu-viec keo_dai=Có", "vu-viec keo_dai=Có kip_thoi=Không"),
        Example(
            "V7",
            "bao-cao ma_don_vi=31000002 dk_an_toan=Có ngay_dk_an_toan=2/2/2026",
            "bao-cao dk_an_toan=Có ngay_dk_an_toan=2/2/2026"
        ),
        Example("V8", "bao-cao xl_an_toan=Khá", "bao-cao xl_an_toan=Khá dk_an_toan=Có ngay_dk_an_toan=2/2/2026"),
        Example("V9", "bao-cao dk_an_toan=Có", "bao-cao dk_an_toan=Có ngay_dk_an_toan=2/2/2026"),
        Example("V9", "bao-cao dk_an_toan=Không ngay_dk_an_toan=2/2/2026", "bao-cao dk_an_toan=Không"),
        Example(
            "V10",
            "bao-cao quan_triet=Có ngay_quan_triet=2/2/2026",
            "bao-cao quan_triet=Có ngay_quan_triet=2/2/2026 hinh_thuc_quan_triet=Họp"
        ),
        Example("V11", "bao-cao ngay_quan_triet=14/12/2025", "bao-cao ngay_quan_triet=15/12/2025"),
        Example(
            "V12",
            "bao-cao ke_hoach=Riêng so_ke_hoach=12/KH",
            "bao-cao ke_hoach=Riêng so_ke_hoach=12/KH ngay_ke_hoach=2/2/2026"
        ),
        Example(
            "V13",
            "bao-cao ma_don_vi=31000003 dk_dien_hinh=Có so_mo_hinh=1",
            "bao-cao dk_dien_hinh=Có so_mo_hinh=1"
        ),
        Example(
            "V14",
            "bao-cao dk_dien_hinh=Có so_mo_hinh=0",
            "bao-cao dk_dien_hinh=Có so_mo_hinh=0 noi_dung_dot_pha=Cổng_trường"
        ),
        Example("V15", "bao-cao so_dot_tuyen_truyen=2; tuyen-truyen", "bao-cao so_dot_tuyen_truyen=1; tuyen-truyen"),
        Example("V16", "tuyen-truyen so_hs=501", "tuyen-truyen so_hs=500"),
        Example("V17", "tuyen-truyen so_cbgvnv=41", "tuyen-truyen so_cbgvnv=40"),
        Example("V18", "bao-cao so_hs_ky_cam_ket=501", "bao-cao so_hs_ky_cam_ket=500"),
        Example("V19", "bao-cao; vu-viec; vi-pham so_vu=0", "bao-cao; vu-viec; vi-pham so_vu=1"),
        // A row that lacks last year's number has this year's all the same.
        Example("V19", "vu-viec; vi-pham so_vu=0 so_vu_nam_truoc=", "vu-viec; vi-pham so_vu=1 so_vu_nam_truoc="),
        Example("V20", "bao-cao; vu-viec; vi-pham loai=MT", "bao-cao; vu-viec; vi-pham"),
        // Without any row of violations V29 alone tells it.
        Example("V20", "vu-viec; vi-pham loai=MT", "bao-cao; vu-viec"),
        Example("V21", "bao-cao; vi-pham so_vu_nam_truoc=4", "bao-cao; vi-pham so_vu_nam_truoc=5"),
        Example("V22", "bao-cao; vi-pham loai=MT so_vu_nam_truoc=0", "bao-cao; vi-pham"),
        Example(
            "V23",
            "bao-cao so_lop_tap_huan=3; bao-cao ky_bao_cao=H1 so_lop_tap_huan=2",
            "bao-cao so_lop_tap_huan=3; bao-cao ky_bao_cao=H1 so_lop_tap_huan=3"
        ),
        Example(
            "V24",
            "bao-cao; bao-cao ky_bao_cao=H1; vi-pham so_vu=3; vi-pham ky_bao_cao=H1 so_vu=2",
            "bao-cao; bao-cao ky_bao_cao=H1; vi-pham so_vu=3; vi-pham ky_bao_cao=H1 so_vu=3"
        ),
        Example(
            "V25",
            "bao-cao dau_moi=Có; bao-cao ky_bao_cao=H1 dau_moi=Không",
            "bao-cao dau_moi=Không; bao-cao ky_bao_cao=H1 dau_moi=Có"
        ),
        Example(
            "V26",
            "bao-cao so_nguoi_tap_huan=3; bao-cao ky_bao_cao=H1 so_nguoi_tap_huan=30",
            "bao-cao so_nguoi_tap_huan=3; bao-cao ky_bao_cao=H1 so_nguoi_tap_huan=29"
        ),
        Example("V27", "bao-cao ngay_bao_cao=13/3/2026", "bao-cao ngay_bao_cao=14/3/2026"),
        Example("V28", "bao-cao ngay_bao_cao=16/3/2026", "bao-cao ngay_bao_cao=15/3/2026"),
        Example("V29", "bao-cao", "bao-cao; vi-pham"),
        Example("V30", "bao-cao ngay_ho_so_an_toan=20/11/2026", "bao-cao ngay_ho_so_an_toan=19/11/2026"),
        Example("V31", "bao-cao ngay_ho_so_dien_hinh=1/12/2026", "bao-cao ngay_ho_so_dien_hinh=30/11/2026"),
    ]

    @Test(arguments: examples)
    func eachRuleBreaksAndKeeps(example: Example) throws {
        let desk = try Self.desk.get()
        #expect(try desk.codes(example.broken).contains(example.rule))
        #expect(try !desk.codes(example.kept).contains(example.rule))
    }

    @Test func everyRuleOfThePlanHasItsExample() throws {
        let desk = try Self.desk.get()
        #expect(Set(Self.examples.map(\.rule)) == Set(desk.plan.rules.map(\.code)))
    }

    /// What a school does that does everything right.
    @Test func aFaultlessSchoolHearsNothing() throws {
        #expect(try Self.desk.get().codes("bao-cao; vu-viec; vi-pham; tuyen-truyen") == [])
    }
}
