import Foundation
import Plan
import TestSupport
import Testing

@testable import SampleCity

/// The workbooks of a period that was closed again: sheet 17 lists what is other than before, and the other sheets show it.
@Suite struct CorrectionProofTests {
    private static let sheet = "17 Thay đổi so với lần trước"

    @Test func everyWorkbookListsWhatChanged() throws {
        let corrected = try CorrectedCity.shared()
        let programs = try Programs()
        let paths = corrected.workbooks
        let files = try corrected.city.write(paths, into: programs.folder)
        let theirs = try ReadCells.openpyxl(Array(zip(files, paths)), with: programs)
        let settled = try ReadCells.settled(files, with: programs)
        var listed = 0
        for ((path, file), theirs) in zip(zip(paths, files), theirs) {
            let set = try corrected.figures(of: path)
            let bytes = [UInt8](try Data(contentsOf: settled.appending(path: file.lastPathComponent)))
            let ours = try ReadCells(ownReader: bytes, workbook: path)
            #expect(ours.sheets == theirs.sheets, "\(path)")
            let judge = SetJudge(ours, against: set)
            #expect(judge.differences.isEmpty, "\(judge.differences.count): \(judge.differences.prefix(5))")
            #expect(Set(judge.judged) == Set(ours.sheets.keys), "\(path)")
            #expect(judge.judged.contains(Self.sheet) == !set.corrections.isEmpty, "\(path)")
            listed += set.corrections.count
        }
        let city = try corrected.figures(of: CorrectedCity.workbook).corrections
        print("proof: \(paths.count) workbooks of a corrected period list \(listed) changes, the city's \(city.count)")
        // Of every kind of group, of units that came, went and moved, and of every type of fact.
        #expect(Set(city.map(\.of)) == Set(SetFigures.correctedGroups))
        #expect(["Loại hình", "Mã xã"].allSatisfy { what in city.contains { $0.what == what } })
        for (was, now) in [("Không", "Có"), ("trống", "Có"), ("Có", "trống"), ("1.234", "2.345")] {
            #expect(city.contains { $0.was == was && $0.now == now }, "\(was), \(now)")
        }
        #expect(city.contains { $0.what.hasSuffix(": đánh giá") })
    }

    @Test func aFaultInTheListIsFound() throws {
        let corrected = try CorrectedCity.shared()
        let set = try corrected.figures(of: CorrectedCity.workbook)
        let right = ReadCells(try WrittenWorkbook(corrected.city.parts(CorrectedCity.workbook)))
        #expect(SetJudge(right, against: set, only: Self.sheet).differences.isEmpty)
        let cells = try #require(right.sheets[Self.sheet])
        let last = try #require(cells.keys.map(\.row).max())
        func isFound(_ change: (inout [Place: CellContent]) -> Void) -> Bool {
            var wrong = right
            var changed = cells
            change(&changed)
            wrong.sheets[Self.sheet] = changed
            return !SetJudge(wrong, against: set, only: Self.sheet).differences.isEmpty
        }
        for column in 0...6 {
            #expect(isFound { $0[Place(row: last, column: column)] = .text("Khác đi") }, "\(column)")
        }
        #expect(isFound { cells in for column in 0...6 { cells[Place(row: last, column: column)] = nil } })
        #expect(
            isFound { cells in
                for column in 0...6 {
                    cells[Place(row: last + 1, column: column)] = cells[Place(row: last, column: column)]
                }
            }
        )
        // The city's figures at the end.
        let first = try #require(cells.first { $0.value == .text("Toàn thành phố") }?.key.row)
        #expect(
            isFound { cells in
                for column in 1...6 {
                    let (one, other) = (Place(row: first, column: column), Place(row: last, column: column))
                    (cells[one], cells[other]) = (cells[other], cells[one])
                }
            }
        )
    }
}

/// A city whose first quarter was closed, opened again for reports that came late and for a roster that was wrong, and closed again.
private struct CorrectedCity: Sendable {
    static let workbook = "2026-Q1/tong-hop-2026-Q1.xlsx"
    private static let made = Result { try CorrectedCity() }

    static func shared() throws -> CorrectedCity { try made.get() }

    let city: ProofCity

    private init() throws {
        var options = Options(units: 14, seed: 5)
        options.communes = 3
        options.messy = true
        let made = City.generate(options: options)
        let office = try Office(made, workbooks: .plain)
        let early = made.submissions.filter { ProofCity.day(of: $0.path) <= ProofCity.firstRun }
        // All that three schools sent comes after the closing.
        let isLate: (SubmittedFile) -> Bool = { file in
            ["31000002", "31000006", "31000009"].contains { file.path.contains($0) }
        }
        let sent = early.filter { !$0.path.contains(Self.reporting) }
        try office.receive(sent.filter { !isLate($0) })
        try office.write(Self.report(pupils: 1_234, camera: "Không"), to: "inbox/bao-cao-1.csv")
        try office.run(ProofCity.firstRun, periods: ["2026-Q1"])
        try office.close()
        let before = ProofCity.Closed(
            figures: ProofCity.rows(Data(try office.published("2026-Q1/figures.csv").utf8)),
            facts: ProofCity.rows(Data(try office.published("2026-Q1/facts.csv").utf8))
        )
        try office.reopen()
        try office.receive(sent.filter(isLate)) { $0.replacing("2026-03-", with: "2026-04-") }
        try office.write(Self.report(pupils: 2_345, camera: "Có", day: "2026-03-19"), to: "inbox/bao-cao-2.csv")
        try office.write(Self.mended(String(decoding: made.roster, as: UTF8.self)), to: "don-vi.csv")
        try office.show(.shipped)
        try office.run(ProofCity.lastRun, periods: ["2026-Q1"])
        try office.close(at: "2026-12-28T10:00:00+07:00")
        city = try ProofCity(office, closedBefore: ["2026-Q1": before])
    }

    private static let reporting = "31000012"

    /// One school's report, which is sent again.
    private static func report(pupils: Int, camera: String, day: String = "2026-03-01") -> String {
        """
        ma_don_vi,ky_bao_cao,nam,ngay_bao_cao,quan_triet,so_hs_ky_cam_ket,he_thong_camera
        \(reporting),Q1,2026,\(day),Có,\(pupils),\(camera)

        """
    }

    /// One school has moved, one is of another kind, one is gone, and one is new.
    private static func mended(_ roster: String) -> String {
        var lines = roster.split(separator: "\n").map { $0.split(separator: ",", omittingEmptySubsequences: false) }
        guard let last = lines.last else { return roster }
        lines.removeAll { $0[0] == "31000005" }
        for number in lines.indices {
            if lines[number][0] == "31000003" { lines[number][2] = lines[number][2] == "TH" ? "MN" : "TH" }
            if lines[number][0] == "31000004" { lines[number][4...5] = last[4...5] }
        }
        var new = last
        (new[0], new[1]) = ("39999998", "Trường Tiểu học Mới mở")
        return (lines + [new]).map { $0.joined(separator: ",") }.joined(separator: "\n") + "\n"
    }

    var workbooks: [String] { city.workbooks.filter { !$0.contains("/phan-hoi/") && !$0.contains("noi-bo") } }

    func figures(of path: String) throws -> SetFigures {
        let scope = try #require(SetFigures.Scope(workbook: path), "\(path)")
        let period = try #require(city.plan.periods.first { path.hasPrefix($0.id) })
        return try SetFigures(city, period: period, scope: scope)
    }
}
