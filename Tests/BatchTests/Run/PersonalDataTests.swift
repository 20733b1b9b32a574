import Foundation
import Intake
import Plan
import Spreadsheet
import SystemPackage
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

    private let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
        "tonghop-pii-\(UUID().uuidString)"
    )

    private func run() throws -> RunReport {
        for (path, text) in Self.files {
            let url = folder.appendingPathComponent(path)
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(),
                withIntermediateDirectories: true
            )
            try Data(text.utf8).write(to: url)
        }
        let day = try #require(CalendarDate(iso: "2026-03-20"))
        let checkout = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        return try Batch.run(
            RunOptions(
                inbox: FilePath(folder.appendingPathComponent("inbox").path),
                out: FilePath(folder.appendingPathComponent("out").path),
                periods: ["2026-Q1"],
                asOf: day,
                today: day,
                isDatedByClock: true,
                startedAt: "2026-03-20T01:00:00+07:00",
                templates: TemplatePlaces(
                    option: FilePath(checkout.appendingPathComponent("templates").path),
                    environment: nil,
                    executable: nil
                ),
                version: "0.0.0"
            ),
            progress: { _ in }
        )
    }

    /// Every file below `out`, workbooks taken apart.
    private func written() throws -> [(name: String, bytes: Data)] {
        let out = folder.appendingPathComponent("out")
        var parts: [(String, Data)] = []
        for path in try FileManager.default.subpathsOfDirectory(atPath: out.path).sorted() {
            let file = out.appendingPathComponent(path)
            guard let bytes = FileManager.default.contents(atPath: file.path), !bytes.isEmpty else { continue }
            parts.append((path, bytes))
            guard path.hasSuffix(".xlsx") else { continue }
            let archive = try ZipArchive(path: file.path, limits: .ownWork)
            for entry in archive.entries {
                parts.append(("\(path)!\(entry.name)", Data(try archive.contents(of: entry, limit: 1 << 28))))
            }
        }
        return parts
    }

    @Test func noOutputHoldsAnyOfThem() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let report = try run()
        let parts = try written()
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
        defer { try? FileManager.default.removeItem(at: folder) }
        let report = try run()
        // Of the incidents the newer file repeats one, which is half of the older file: the other one is withdrawn.
        #expect(report.rows.counted == 3)
        #expect(report.rows.superseded == 3)
        #expect(report.rows.leftOut == 1)
        let findings = try String(
            contentsOf: folder.appendingPathComponent("out/hien-hanh/findings.csv"),
            encoding: .utf8
        )
        #expect(findings.contains("bao cao ************.csv"))
        #expect(findings.contains("xin +***********; (+**) *** *** ***"))
        #expect(findings.contains(",C9,query,"))
        let facts = try String(
            contentsOf: folder.appendingPathComponent("out/hien-hanh/2026-Q1/facts.csv"),
            encoding: .utf8
        )
        #expect(facts.contains("**********"))
    }

    @Test func theSecondRunFindsTheFirstOnesReceipts() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        _ = try run()
        let receipts = folder.appendingPathComponent("out/hien-hanh/receipts.csv")
        let first = try Data(contentsOf: receipts)
        let report = try run()
        #expect(try Data(contentsOf: receipts) == first)
        #expect(report.goneInputs.isEmpty)
    }
}
