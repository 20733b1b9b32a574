import Foundation
import Ledger
import Plan
import Records
import SystemPackage
import Testing

@testable import Batch

@Suite("Runs over closed periods")
struct ClosedRunTests {
    private let office: Office

    init() throws {
        office = try Office.closing()
        try office.run("2026-03-20", periods: ["2026-Q1"])
        try office.close()
    }

    private var frozen: [String: [UInt8]] {
        get throws { try office.files(below: "da-chot") }
    }

    private var quarter: [String: [UInt8]] {
        get throws { try office.files(below: "hien-hanh/2026-Q1") }
    }

    @Test("a closed period is not computed: by name it is refused, by auto it is left out")
    func leftOut() throws {
        let (frozen, quarter) = (try frozen, try quarter)
        guard case .usage(let text) = stopped({ try office.run("2026-06-18", periods: ["2026-Q1", "2026-H1"]) }) else {
            Issue.record("a closed period was computed")
            return
        }
        #expect(text.contains("reopen"))
        try office.run("2026-03-21", periods: nil)
        guard case .nothingToDo = try #require(office.report).outcome else {
            Issue.record("there was nothing to do")
            return
        }
        try office.run("2026-06-18", periods: nil)
        let report = try #require(office.report)
        #expect(report.periods.map(\.id) == ["2026-H1"])
        #expect(report.closed == [ClosedIssue(period: "2026-Q1", number: 1)] && report.carriedOver.isEmpty)
        #expect(runSummary(report).contains("2026-Q1 (lần 1)"))
        let published = try #require(try PublishedSet(office.outFolder)).manifest
        #expect(published.periods.map(\.id) == ["2026-Q1", "2026-H1"])
        #expect(published.periods.map(\.state) == [.closed, .provisional])
        #expect(try self.frozen == frozen)
        #expect(try self.quarter == quarter)
    }

    @Test("a correction counts in open periods, and is told once of the closed one", arguments: [false, true])
    func correction(isLedgerLost: Bool) throws {
        let (frozen, quarter) = (try frozen, try quarter)
        try office.receiveCorrection()
        if isLedgerLost { try office.forget() }
        try office.run("2026-06-18", periods: nil)
        #expect(try self.frozen == frozen)
        #expect(try self.quarter == quarter)
        let told = try office.lines("findings.csv", with: ",\(FindingCode.P4),")
        #expect(told.count == 1, "\(told)")
        #expect(told[0].contains(",31000001,2026-Q1,") && told[0].contains("vu-viec-sua.csv"))
        #expect(told[0].contains("đã chốt 0, nay 1"))
        #expect(office.report?.lateChanges == 1)
        let header = try office.lines("2026-H1/facts.csv", with: "so_vu_viec_keo_dai")[0].split(separator: ",")
        let column = try #require(header.firstIndex(of: "so_vu_viec_keo_dai"))
        let row = try office.lines("2026-H1/facts.csv", with: ",31000001,")[0]
        #expect(row.split(separator: ",", omittingEmptySubsequences: false)[column] == "1")
    }

    @Test("several facts of a unit are one finding, which names the first of them")
    func severalFacts() throws {
        try office.write(
            """
            ma_don_vi,ma_vu_viec,ngay_xay_ra,ngay_tiep_nhan,loai,trang_thai,kip_thoi,keo_dai
            31000001,VV9,20/1/2026,21/1/2026,BLHD,DAXL,Không,Có

            """,
            to: "inbox/vu-viec-moi.csv"
        )
        try office.run("2026-06-18", periods: nil)
        let told = try office.lines("findings.csv", with: ",\(FindingCode.P4),")
        #expect(told.count == 1, "\(told)")
        #expect(told[0].contains(",31000001,2026-Q1,") && told[0].contains("vu-viec"))
        #expect(told[0].components(separatedBy: ": đã chốt ").count > 2)
    }

    @Test("what the inbox leaves as it was is no finding")
    func unchanged() throws {
        try office.run("2026-06-18", periods: nil)
        #expect(try office.lines("findings.csv", with: ",P4,").isEmpty)
    }

    @Test("a unit that is new in the roster is told by what it gives, not by what it does not give")
    func newUnit() throws {
        let roster = office.folder.appendingPathComponent("don-vi.csv")
        let text = String(decoding: try Data(contentsOf: roster), as: UTF8.self)
        try office.write(text + "31000004,Trường Tiểu học Mới,TH,11362,Xã Núi Đèo\n", to: "don-vi.csv")
        try office.run("2026-06-18", periods: nil)
        let told = try office.lines("findings.csv", with: ",P4,")
        #expect(told.allSatisfy { $0.contains(",31000004,") })
        #expect(told.allSatisfy { !$0.contains("nay 0") && !$0.contains("nay Không") && !$0.contains("nay trống") })
    }

    @Test("a published file of a closed period that was changed or is gone comes back from da-chot, and is named")
    func restored() throws {
        let quarter = try quarter
        try office.write("ghi chú", to: "out/hien-hanh/2026-Q1/figures.csv")
        try office.remove("out/hien-hanh/2026-Q1/facts.csv")
        try office.run("2026-06-18", periods: nil)
        #expect(try self.quarter == quarter)
        #expect(office.report?.tamperedOutputs == ["2026-Q1/facts.csv", "2026-Q1/figures.csv"])
        try office.remove("out/hien-hanh")
        try office.run("2026-06-19", periods: nil)
        #expect(try self.quarter == quarter)
        #expect(office.report?.closed.count == 1)
        // Nothing of the two is one file under two names.
        let file = office.outFolder.set.appending("2026-Q1/facts.csv").string
        #expect(try FileManager.default.attributesOfItem(atPath: file)[.referenceCount] as? Int == 1)
    }

    @Test("a closed set that is damaged in both places stops the run")
    func damaged() throws {
        try office.write("ghi chú", to: "out/hien-hanh/2026-Q1/figures.csv")
        let file = office.outFolder.closed.appending("2026-Q1-lan-1/figures.csv")
        try SystemCalls.chmod(office.outFolder.closed.appending("2026-Q1-lan-1"), 0o750)
        try SystemCalls.removeAll(file)
        try SystemCalls.write([1], new: file)
        let error = try #require(stopped { try office.run("2026-06-18", periods: nil) })
        guard case .output(let text) = error else { throw error }
        #expect(text.contains("da-chot/2026-Q1-lan-1") && text.contains("sao lưu"))
    }

    @Test("the run's id knows what is closed")
    func runID() throws {
        let other = try Office.closing()
        try other.run("2026-03-20", periods: ["2026-Q1"])
        for office in [office, other] { try office.run("2026-06-18", periods: ["2026-H1"]) }
        #expect(try #require(office.report).run != (try #require(other.report).run))
    }

    @Test("who was on time is known from da-chot where ledger and published receipts are gone")
    func receipts() throws {
        let before = try office.published("receipts.csv")
        try office.forget()
        try office.remove("out/hien-hanh")
        try office.run("2026-06-18", periods: nil)
        #expect(try office.published("receipts.csv") == before)
        let ledger = try Ledger(folder: office.outFolder.internals.string)
        #expect(try ledger.closings().map(\.by) == ["lan"])
    }

    @Test("what a period compares with is the closed figure, not what the inbox says now")
    func rules() throws {
        // Q1 was closed with 3 rounds in a report; the school takes it down to 1, then H1 says 2: a fall from what was closed.
        let office = try Office.closing()
        func report(_ period: String, _ rounds: Int, _ day: String) -> String {
            "ma_don_vi,ky_bao_cao,nam,ngay_bao_cao,so_lop_tap_huan\n31000001,\(period),2026,\(day),\(rounds)\n"
        }
        try office.write(report("Q1", 3, "10/3/2026"), to: "inbox/bao-cao.csv")
        try office.run("2026-03-20", periods: ["2026-Q1"])
        try office.close()
        try office.write(report("Q1", 1, "2/4/2026"), to: "inbox/bao-cao-sua.csv")
        try office.write(report("H1", 2, "10/6/2026"), to: "inbox/bao-cao-h1.csv")
        try office.run("2026-06-18", periods: ["2026-H1"])
        #expect(try office.lines("findings.csv", with: ",V23,", ",2026-H1,", "(3)").count == 1)
        #expect(try office.lines("findings.csv", with: ",P4,").count == 1)
    }
}
