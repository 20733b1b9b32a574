import Foundation
import Ledger
import Plan
import Spreadsheet
import Testing

@testable import Batch

/// The office's decisions from their file to the figures, the workbook, the manifest and the ledger.
@Suite struct DecisionRunTests {
    private static let school = "31000001"
    private static let roster = """
        ma_don_vi,ten_don_vi,loai_hinh,ma_xa,ten_xa,so_hoc_sinh,so_cbgvnv,an_toan_nam_truoc,xep_loai_nam_truoc
        31000001,Trường THCS Hải Vân Đông,THCS,11359,Xã Hải Vân,500,40,Có,Khá
        31000002,Trường Tiểu học Sông Lam Hạ,TH,11359,Xã Hải Vân,400,30,,

        """

    private static func violations(_ count: String) -> String {
        """
        ma_don_vi,ky_bao_cao,nam,loai,so_vu,so_hs,so_vu_nam_truoc,so_hs_nam_truoc
        31000001,Q1,2026,BLHD,\(count),0,5,0

        """
    }

    private static let report = """
        ma_don_vi,ky_bao_cao,nam,ngay_bao_cao,quan_triet
        31000002,Q1,2026,13/3/2026,Có

        """

    private static let decisionHeader =
        "Loại quyết định,Tệp,Mã đơn vị,Biểu,Khóa,Cột,Giá trị cũ,Giá trị mới,Người quyết định,Ngày quyết định,Lý do\n"
    private static let setAside = "Bỏ tệp,bao-cao.csv,,,,,,,Bà Lan,15/3/2026,gửi nhầm\n"
    private static let correct =
        "Sửa ô,,31000001,vi-pham,Q1|2026|BLHD,Số vụ,3,13,Ông Minh,16/3/2026,gọi điện cho trường\n"

    private func office(_ decisions: String...) throws -> Office {
        let office = try Office(
            files: [
                "don-vi.csv": Self.roster, "inbox/vi-pham.csv": Self.violations("3"), "inbox/bao-cao.csv": Self.report,
            ],
            workbooks: .shipped
        )
        if !decisions.isEmpty { try decide(decisions, in: office) }
        return office
    }

    private func decide(_ decisions: [String], in office: Office) throws {
        try office.write(Self.decisionHeader + decisions.joined(), to: "quyet-dinh.csv")
        office.decisions = office.folder.appendingPathComponent("quyet-dinh.csv")
    }

    private func line(_ start: String, _ path: String, _ office: Office) throws -> String? {
        try office.published(path).split(separator: "\n").first { $0.hasPrefix(start) }.map(String.init)
    }

    @Test func figuresChangeAccordingly() throws {
        let without = try office()
        try without.run("2026-03-20")
        #expect(try line("2026-Q1,city,all,CT9,", "2026-Q1/figures.csv", without)?.contains(",5,3,") == true)
        #expect(try line("2026-Q1,city,all,CT1,", "2026-Q1/figures.csv", without)?.contains(",2,1,1,") == true)
        #expect(without.report?.decisions == nil)

        let office = try office(Self.setAside, Self.correct)
        try office.run("2026-03-20")
        #expect(try line("2026-Q1,city,all,CT9,", "2026-Q1/figures.csv", office)?.contains(",5,13,") == true)
        #expect(try line("2026-Q1,city,all,CT1,", "2026-Q1/figures.csv", office)?.contains(",2,0,0,") == true)
        let counts = try #require(office.report?.decisions)
        #expect(counts.applied == 2 && counts.notApplicable == 0)
        #expect(runSummary(try #require(office.report)).contains("Quyết định của Sở: đã áp dụng 2\n"))
        let findings = try office.published("findings.csv").split(separator: "\n").filter { $0.contains(",O1,") }
        #expect(findings.count == 2)
    }

    @Test func decisionsStandInManifestPeriodWorkbookAndLedger() throws {
        let office = try office(Self.correct, Self.setAside, "Bỏ tệp,khac.csv,,,,,,,Bà Lan,15/3/2026,gửi nhầm\n")
        try office.run("2026-03-20")
        let hash = sha256(Array(try Data(contentsOf: office.folder.appendingPathComponent("quyet-dinh.csv"))))
        for path in ["manifest.json", "2026-Q1/period.json"] {
            let entry = try office.published(path).split(separator: "\n").first { $0.contains("\"decisions\"") }
            #expect(entry?.contains("quyet-dinh.csv") == true && entry?.contains(hash) == true, "\(path)")
        }
        let aside = try office.published("manifest.json").split(separator: "\n").first {
            $0.contains("\"bao-cao.csv\"")
        }
        #expect(aside?.contains("\"no_data\"") == true && aside?.contains("\"set_aside\"") == true)
        #expect(try office.published("findings.csv").contains(",quyet-dinh.csv,4,"))

        let book = office.folder.appendingPathComponent("out/hien-hanh/2026-Q1/noi-bo-2026-Q1.xlsx")
        let workbook = try WorkbookReader(bytes: Array(try Data(contentsOf: book)))
        let sheet = try #require(workbook.sheets.first { $0.name == "Quyết định" })
        let contents = try workbook.contents(of: sheet)
        #expect(contents.line(ofRow: contents.rowCount - 1) > 3)

        let ledger = try Ledger(folder: office.folder.appendingPathComponent("out/.tonghop").path)
        let known = try ledger.decisions().map(\.decision)
        #expect(known.map(\.kind) == ["bo-tep", "sua-o"])
        #expect(known.map(\.reason) == ["gửi nhầm", "gọi điện cho trường"])
        #expect(known.last?.subject == "31000001; vi-pham; Q1|2026|BLHD; Số vụ; 3 -> 13")
    }

    @Test func twiceIsTheSameBytesAndOtherDecisionsAreAnotherRun() throws {
        let office = try office(Self.setAside, Self.correct)
        try office.run("2026-03-20", to: "a", recordsReceipts: false)
        try office.run("2026-03-20", to: "b", recordsReceipts: false)
        #expect(try office.set("a") == office.set("b"))
        let run = office.report?.run
        try decide([Self.setAside], in: office)
        try office.run("2026-03-20", to: "c", recordsReceipts: false)
        #expect(office.report?.run != run)
        office.decisions = nil
        try office.run("2026-03-20", to: "d", recordsReceipts: false)
        #expect(office.report?.run != run)
    }

    /// Night by night: decided, decided still, mended by the school.
    @Test func aCorrectionHoldsUntilTheSchoolSendsAnotherValue() throws {
        let office = try office(Self.correct)
        for night in ["2026-03-20", "2026-03-21"] {
            try office.run(night)
            #expect(try line("2026-Q1,city,all,CT9,", "2026-Q1/figures.csv", office)?.contains(",5,13,") == true)
        }
        try office.write(Self.violations("14"), to: "inbox/vi-pham-2.csv")
        try office.run("2026-03-22")
        #expect(try line("2026-Q1,city,all,CT9,", "2026-Q1/figures.csv", office)?.contains(",5,14,") == true)
        #expect(office.report?.decisions == DecisionCounts(applied: 0, notApplicable: 1))
        #expect(runSummary(try #require(office.report)).contains("không áp dụng được 1 (xem O2)"))
    }

    @Test(arguments: [
        "Bỏ tệp,bao-cao.csv,,,,,,,,15/3/2026,gửi nhầm\n", "Xóa,bao-cao.csv,,,,,,,Bà Lan,15/3/2026,gửi nhầm\n",
    ])
    func aFileThatDoesNotSayWhatItMustPublishesNothing(row: String) throws {
        let office = try office(Self.correct, row)
        do {
            try office.run("2026-03-20")
            Issue.record("published all the same")
        } catch let error as BatchError {
            guard case .input(let text, let details) = error else {
                Issue.record("\(error)")
                return
            }
            #expect(text.contains("quyet-dinh.csv"))
            #expect(details.first?.hasPrefix("dòng 3: ") == true)
        }
        #expect(throws: (any Error).self) { try office.set() }
    }

    @Test func theSampleDecisionsApply() throws {
        let checkout = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let samples = checkout.appendingPathComponent("samples/2026")
        let office = try Office(
            files: [
                "don-vi.csv": String(
                    decoding: try Data(contentsOf: samples.appendingPathComponent("don-vi.csv")),
                    as: UTF8.self
                )
            ],
            workbooks: .shipped
        )
        try FileManager.default.removeItem(at: office.inbox)
        try FileManager.default.copyItem(at: samples.appendingPathComponent("inbox"), to: office.inbox)
        office.decisions = samples.appendingPathComponent("quyet-dinh.csv")
        try office.run("2026-12-20", recordsReceipts: false)
        #expect(office.report?.decisions == DecisionCounts(applied: 3, notApplicable: 0))
    }

    @Test func decisionsMustNotLieWhereAnybodyDropsFiles() throws {
        let office = try office()
        try office.write(Self.decisionHeader + Self.correct, to: "inbox/quyet-dinh.csv")
        office.decisions = office.inbox.appendingPathComponent("quyet-dinh.csv")
        #expect(throws: BatchError.self) { try office.run("2026-03-20") }
        office.decisions = office.folder.appendingPathComponent("khong-co.csv")
        #expect(throws: BatchError.self) { try office.run("2026-03-20") }
    }
}
