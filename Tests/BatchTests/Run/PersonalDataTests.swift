import Foundation
import Intake
import Testing

@testable import Batch

/// A whole run over an inbox full of identity numbers and phone numbers, and every byte that it wrote (spec 2, personal data).
@Suite struct PersonalDataTests {
    /// Numbers as they stand in the inbox, each in one place alone.
    private static let numbers = [
        "031093000001", "0912000002", "0912 000 003", "031.093.000.004", "+84912000005", "(+84) 912 000 006",
        "3,1094E+10", "31093000008", "912000009", "0912-000-010", "031093000011", "031093000012", "0912000013",
        "0912000014", "0912000015", "031093000016", "912000017", "031093000018", "0912000019", "0912000020",
        "031093000021",
    ]

    private static let files: [(path: String, text: String)] = [
        (
            "don-vi.csv",
            """
            ma_don_vi,ten_don_vi,loai_hinh,cap_hoc,ma_xa,ten_xa,cong_lap,so_hoc_sinh,so_cbgvnv,ngay_hoat_dong,ngay_ngung,an_toan_nam_truoc,xep_loai_nam_truoc,thu_dien_tu
            31901001,Trường Mầm non Một,MN,,90001,Phường Một,Có,310,24,1990-09-05,,Có,XS,a@don-vi.example
            31901002,Trường Mầm non Hai (\(numbers[19])),MN,,90001,Phường Một,Có,310,24,1990-09-05,,Có,XS,b@don-vi.example

            """
        ),
        (
            "inbox/bao cao \(numbers[0]).csv",
            """
            ma_don_vi,ky_bao_cao,nam,ngay_bao_cao,so_ke_hoach,hinh_thuc_quan_triet,so_lop_tap_huan,kho_khan,kien_nghi,Liên hệ \(numbers[13]),Số điện thoại
            31901001,Q1,2026,14/3/2026,\(numbers[1]),"gọi \(numbers[2])","\(numbers[3])","xin \(numbers[4]); \(numbers[5])","số \(numbers[6])",x,\(numbers[14])
            31901002,Q1,2026,\(numbers[7]),,,\(numbers[8]),,\(numbers[9]),,
            \(numbers[10]),Q1,2026,14/3/2026,,,,,,,
            Người lập \(numbers[12]),,,,,,,,,,

            """
        ),
        (
            "inbox/\(numbers[11])/vu-viec.csv",
            """
            ma_don_vi,ma_vu_viec,ngay_xay_ra,ngay_tiep_nhan,loai,trang_thai,kip_thoi
            31901001,\(numbers[15]),5/1/2026,6/1/2026,\(numbers[16]),DAXL,Có
            31901001,\(numbers[17]),5/1/2026,6/1/2026,BLHD,DAXL,Có
            31901001,\(numbers[17]),5/1/2026,7/1/2026,BLHD,DAXL,Có

            """
        ),
        (
            "inbox/\(numbers[20])/vu-viec.csv",
            """
            ma_don_vi,ma_vu_viec,ngay_xay_ra,ngay_tiep_nhan,loai,trang_thai,kip_thoi
            31901001,\(numbers[17]),5/1/2026,8/1/2026,BLHD,DAXL,Có

            """
        ),
        ("inbox/~$\(numbers[18]).xlsx", "x"),
    ]

    @Test func noOutputHoldsAnyOfThem() throws {
        let office = try ScratchRun(Self.files)
        let report = try office.run()
        let parts = try office.written()
        for name in [
            "findings.csv", "findings.json", "manifest.json", "receipts.csv", "period.json", "facts.csv", "ledger",
        ] {
            #expect(parts.contains { $0.name.contains(name) }, "\(name)")
        }
        #expect(parts.contains { $0.name.contains("nhat-ky/") })
        #expect(parts.contains { $0.name.hasSuffix("xl/sharedStrings.xml") })
        let summary = ("summary", Data(runSummary(report).utf8))
        for number in Self.numbers {
            let digits = number.filter(\.isNumber)
            for (name, bytes) in parts + [summary] {
                #expect(bytes.range(of: Data(number.utf8)) == nil, "\(number) in \(name)")
                #expect(bytes.range(of: Data(digits.utf8)) == nil, "\(digits) in \(name)")
            }
        }
    }

    @Test func whatIsMaskedIsToldAndStillCounts() throws {
        let office = try ScratchRun(Self.files)
        let report = try office.run()
        // Of the incidents the newer file repeats one, which is half of the older file: the other one is withdrawn.
        #expect(report.rows.counted == 3)
        #expect(report.rows.superseded == 3)
        #expect(report.rows.leftOut == 1)
        let findings = try office.published("findings.csv")
        #expect(findings.contains("bao cao ************.csv"))
        #expect(findings.contains("xin +***********; (+**) *** *** ***"))
        #expect(findings.contains(",C9,query,"))
        #expect(try office.published("2026-Q1/facts.csv").contains("**********"))
    }

    @Test func theSecondRunFindsTheFirstOnesReceipts() throws {
        let office = try ScratchRun(Self.files)
        _ = try office.run()
        let first = try office.published("receipts.csv")
        let report = try office.run()
        #expect(try office.published("receipts.csv") == first)
        #expect(report.goneInputs.isEmpty)
    }
}
