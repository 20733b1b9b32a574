import Foundation
import Intake
import Plan
import Records
import SystemPackage
import Testing

@testable import Batch
@testable import SampleCity

/// Rules as a run and a check ask them.
@Suite struct RuleRunTests {
    private static func city() -> City {
        var options = Options(units: 40, seed: 11)
        options.messy = true
        return City.generate(options: options)
    }

    private func lines(of office: Office, _ out: String) throws -> [Substring] {
        try office.published("findings.csv", out: out).split(separator: "\n")
    }

    /// Findings belong to the inbox: whichever periods a run computes, they are the same.
    @Test func findingsDoNotHangOnThePeriodsAsked() throws {
        let city = Self.city()
        let office = try Office(city)
        try office.receive(city.submissions)
        try office.run("2026-12-20", to: "all", recordsReceipts: false)
        try office.run("2026-12-20", to: "one", recordsReceipts: false, periods: ["2026-Q3"])
        #expect(try lines(of: office, "all").contains { $0.contains(",V28,") })
        #expect(try lines(of: office, "all") == lines(of: office, "one"))
    }

    @Test func everyReportThatCameLateIsToldOnce() throws {
        let city = Self.city()
        let office = try Office(city)
        try office.receive(city.submissions)
        try office.run("2026-12-20", recordsReceipts: false)
        let late = try lines(of: office, "out").filter { $0.contains(",V28,") && $0.contains(",open") }
        var expected = 0
        for period in periodIDs {
            for line in try office.published("\(period)/facts.csv").split(separator: "\n") {
                // period, unit, commune, kind, expected, reported, on_time
                let cells = line.split(separator: ",", omittingEmptySubsequences: false)
                if cells[4..<7].elementsEqual(["true", "true", "false"]) { expected += 1 }
            }
        }
        #expect(expected > 0)
        #expect(late.count == expected)
    }

    @Test func lastYearIsReadFromTheLatestIssueThatWasClosed() throws {
        let city = Self.city()
        let office = try Office(city)
        try office.receive(city.submissions)
        try office.run("2026-12-20", recordsReceipts: false)
        #expect(try !office.published("manifest.json").contains("last_year"))
        let row = try #require(
            try office.published("2026-Q1/facts.csv").split(separator: "\n").dropFirst().first {
                $0.split(separator: ",", omittingEmptySubsequences: false)[5] == "true"
            }
        )
        let unit = row.split(separator: ",", omittingEmptySubsequences: false)[1]
        func close(_ folder: String, _ violations: String) throws {
            try freeze(
                """
                period,unit,commune,kind,expected,reported,on_time,ghi_chu,so_dong_vi_pham,so_dong_vi_pham.BLHD,so_dong_co_so_vu,so_dong_co_so_vu.BLHD,so_vu_vi_pham,so_vu_vi_pham.BLHD
                2025-Q1,\(unit),1,MN,true,true,true,"a, b",1,1,1,1,\(violations),\(violations)

                """,
                as: folder,
                in: FilePath(office.folder.path).appending("out")
            )
        }
        try close("2025-Q1-lan-9", "1")
        try close("2025-Q1-lan-10", "4321")
        try Data().write(to: office.folder.appendingPathComponent("out/da-chot/2025-Q1-lan-10.mo-lai"))
        try close("2024-Q1-lan-1", "x")
        try office.run("2026-12-20", recordsReceipts: false)
        let manifest = try office.published("manifest.json")
        #expect(manifest.contains(#""path": "da-chot/2025-Q1-lan-10/facts.csv""#))
        #expect(manifest.contains("last_year"))
        #expect(!manifest.contains("lan-9"))
        #expect(try office.published("2026-Q1/period.json").contains("da-chot/2025-Q1-lan-10/facts.csv"))
        let told = try lines(of: office, "out").filter { $0.contains(",V21,") || $0.contains(",V22,") }
        #expect(told.contains { $0.contains("4321") && $0.contains(",\(unit),2026-Q1,") })
    }

    @Test(arguments: [
        "period,unit,commune,kind,expected,reported,on_time\n2025-Q1,A\n", "x,y\n", "",
        "period,unit,commune,kind,expected,reported,on_time\n2025-Q1,A,1,MN,có,true,true\n",
    ])
    func aClosedSetThatCannotBeUnderstoodStopsTheRun(text: String) throws {
        let city = Self.city()
        let office = try Office(city)
        try office.receive(city.submissions.prefix(5))
        try freeze(text, as: "2025-Q1-lan-1", in: FilePath(office.folder.path).appending("out"))
        #expect(throws: BatchError.self) { try office.run("2026-12-20", recordsReceipts: false) }
    }

    // MARK: - check

    private func check(_ files: [String: String], roster: String? = nil) throws -> CheckReport {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("tonghop-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let inbox = folder.appendingPathComponent("inbox")
        try FileManager.default.createDirectory(at: inbox, withIntermediateDirectories: true)
        for (name, text) in files { try Data(text.utf8).write(to: inbox.appendingPathComponent(name)) }
        if let roster { try Data(roster.utf8).write(to: folder.appendingPathComponent("don-vi.csv")) }
        let templates = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("templates")
        return try Batch.check(
            CheckOptions(
                inputs: [FilePath(inbox.path)],
                asOf: try #require(CalendarDate(iso: "2026-12-20")),
                templates: TemplatePlaces(option: FilePath(templates.path), environment: nil, executable: nil)
            )
        )
    }

    private let report = """
        ma_don_vi,ky_bao_cao,nam,ngay_bao_cao,quan_triet,ngay_quan_triet,hinh_thuc_quan_triet,dk_an_toan,ngay_dk_an_toan
        31000001,Q1,2026,17/3/2026,Có,,,Có,2/2/2026

        """
    private let sessions = "ma_don_vi,ngay,chu_de,hinh_thuc,chuyen_de,so_hs\n31000001,5/1/2026,TP,SHDC,Có,40\n"
    private let violations = "ma_don_vi,ky_bao_cao,nam,loai,so_vu,so_vu_nam_truoc\n31000001,Q1,2026,MT,0,0\n"
    private let incidents = "ma_don_vi,ma_vu_viec,ngay_tiep_nhan,loai,trang_thai,kip_thoi\n"
    private let roster = """
        ma_don_vi,ten_don_vi,loai_hinh,ma_xa,ten_xa
        31000001,Trường Tiểu học Sông Lam Hạ,TH,11359,Xã Hải Vân

        """

    /// One file tells what it can, and names what it cannot.
    @Test func checkNamesTheRulesThatNeedMore() throws {
        let alone = try check(["bao-cao.csv": report])
        let told = alone.result.findings.filter { $0.code == .V }.map(\.codeName)
        #expect(told == ["V28", "V10"])
        let unchecked = Set(alone.unchecked.map(\.code))
        // They need the roster, the sessions, the violations, last year.
        #expect(unchecked.isSuperset(of: ["V7", "V13", "V18", "V15", "V20", "V29", "V21"]))
        #expect(unchecked.isDisjoint(with: ["V8", "V10", "V23", "V25", "V28"]))
    }

    @Test func withTheRosterAndAllFilesOnlyLastYearIsMissing() throws {
        let all = try check(
            ["1.csv": report, "2.csv": sessions, "3.csv": violations, "4.csv": incidents],
            roster: roster
        )
        #expect(all.unchecked.map(\.code) == ["V21", "V22"])
        #expect(all.result.findings.filter { $0.code == .V }.map(\.codeName) == ["V28", "V10", "V7"])
    }
}
