import Figures
import Foundation
import Ledger
import SystemPackage
import Testing
import Workbooks

@testable import Batch

@Suite("Reopening a period, and closing it again")
struct ReopeningTests {
    private let office: Office

    init() throws {
        office = try Office.closing()
        try office.run("2026-03-20", periods: ["2026-Q1"])
        try office.close()
    }

    @Test("a file beside the folder says who, when and why; the folder stays as it was")
    func note() throws {
        let frozen = try office.files(below: "da-chot/2026-Q1-lan-1")
        let report = try office.reopen(reason: "  trường\ngửi lại 0912345678 ")
        let bytes = try SystemCalls.read(office.outFolder.closed.appending("2026-Q1-lan-1.mo-lai"))
        let note = try #require(Reopening(json: bytes))
        #expect(note == Reopening(at: "2026-04-02T08:00:00+07:00", by: "minh", reason: "trường gửi lại **********"))
        #expect(try office.files(below: "da-chot/2026-Q1-lan-1") == frozen)
        #expect(try ClosedArchive(office.outFolder).closedPeriods.isEmpty)
        for words in ["Đã mở lại kỳ 2026-Q1", "minh", "trường gửi lại", "lần 2"] {
            #expect(reopeningSummary(report).contains(words), "\(words)")
        }
    }

    @Test("only a closed period can be reopened, and only with a reason")
    func usage() throws {
        for (period, reason) in [("2026-H1", "x"), ("2026-Q1", " \n"), ("../x", "x")] {
            guard case .usage = stopped({ try office.reopen(period, reason: reason) }) else {
                Issue.record("\(period) was reopened")
                continue
            }
        }
        try office.reopen()
        guard case .usage = stopped({ try office.reopen() }) else {
            Issue.record("2026-Q1 was reopened twice")
            return
        }
    }

    @Test("the next run computes it anew, and the next closing is the second")
    func second() throws {
        let first = try office.files(below: "da-chot/2026-Q1-lan-1")
        try office.receiveCorrection()
        try office.reopen()
        // Not asked for, and computed all the same: it stands there as closed and is not.
        try office.run("2026-06-18", periods: ["2026-H1"])
        var periods = try #require(try PublishedSet(office.outFolder)).manifest.periods
        #expect(periods.map(\.id) == ["2026-Q1", "2026-H1"] && periods.allSatisfy { $0.state == .provisional })
        #expect(try office.lines("findings.csv", with: ",P4,").isEmpty)
        let report = try office.close(at: "2026-06-18T10:00:00+07:00")
        #expect(report.issue.number == 2)
        periods = try #require(try PublishedSet(office.outFolder)).manifest.periods
        #expect(periods.map(\.state) == [.closed, .provisional] && periods[0].issue == 2)
        #expect(try office.files(below: "da-chot/2026-Q1-lan-1") == first)
        let corrections = try #require(report.corrections)
        #expect(corrections.allSatisfy { $0.was != $0.now })
        let unit = corrections.filter { $0.kind == "Đơn vị" && $0.what == "Số vụ việc phức tạp, kéo dài" }
        #expect(unit.map(\.code) == ["31000001"] && unit[0].was == "0" && unit[0].now == "1")
        #expect(corrections.contains { $0.kind == "Toàn thành phố" && $0.was == "Đạt" && $0.now == "Chưa đạt" })
        #expect(closingSummary(report).contains("Thay đổi so với lần 1: \(corrections.count) số liệu"))
        let second = try office.files(below: "da-chot/2026-Q1-lan-2")
        #expect(second["facts.csv"] != first["facts.csv"])
        #expect(try ClosedArchive(office.outFolder).inForce("2026-Q1")?.number == 2)
        try office.run("2026-06-19", periods: nil)
        #expect(try office.lines("findings.csv", with: ",P4,").isEmpty)
        #expect(office.report?.closed.map(\.number) == [2])
    }

    @Test("closed again without a run in between, it is the same but for its number")
    func unchanged() throws {
        let first = try office.files(below: "da-chot/2026-Q1-lan-1")
        try office.reopen()
        let report = try office.close(at: "2026-04-03T10:00:00+07:00")
        let second = try office.files(below: "da-chot/2026-Q1-lan-2")
        #expect(report.corrections == [])
        #expect(closingSummary(report).contains("Không có số liệu nào thay đổi so với lần 1"))
        for name in ["figures.csv", "assessments.csv", "facts.csv", "receipts.csv"] {
            #expect(first[name] == second[name])
        }
        #expect(first["tong-hop-2026-Q1.xlsx"] != second["tong-hop-2026-Q1.xlsx"])
    }

    @Test("a commune's workbook lists what concerns its own units")
    func communes() throws {
        let corrections = try Corrections(
            since: ClosedIssue(period: "2026-Q1", number: 1),
            ClosedArchive(office.outFolder),
            figures: Array(
                try office.published("2026-Q1/figures.csv").replacing(
                    ",commune,11362,CT1,1,0",
                    with: ",commune,11362,CT1,1,1"
                )
                .utf8
            ),
            facts: Array(
                try office.published("2026-Q1/facts.csv").replacing(
                    "2026-Q1,31000001,11359,",
                    with: "2026-Q1,31000001,11362,"
                )
                .utf8
            ),
            plan: office.plan(),
            roster: office.roster()
        )
        #expect(corrections.all.count == 2)
        #expect(corrections.concerning(.commune(0), units: [0, 1]).map(\.kind) == ["Đơn vị"])
        #expect(corrections.concerning(.commune(1), units: [2]).map(\.kind) == ["Xã, phường, đặc khu"])
        #expect(corrections.concerning(.city, units: [0, 1, 2]) == corrections.all)
    }

    @Test("a new ledger knows every closing and reopening, as da-chot tells them")
    func ledger() throws {
        try office.reopen()
        try office.close(at: "2026-04-03T10:00:00+07:00")
        let known = try Ledger(folder: office.outFolder.internals.string).closings()
        #expect(known.map(\.event) == [.closed, .reopened, .closed] && known.map(\.issue) == [1, 1, 2])
        #expect(known[1].reason == "trường gửi lại" && known[1].by == "minh")
        try office.forget()
        try office.run("2026-06-18", periods: nil)
        #expect(try Ledger(folder: office.outFolder.internals.string).closings() == known)
    }
}
