import Records
import Testing

@testable import Intake

@Suite("Workbooks of real programs")
struct RealWorkbookTests {
    private func read(_ name: String) throws -> [FileReading] {
        let bytes = try RealWorkbooks.bytes(name)
        let file = InboxFile(
            path: "\(name).xlsx",
            pathBytes: Array("\(name).xlsx".utf8),
            bytes: bytes.count,
            sha256: ""
        )
        #expect(FileContent(of: bytes, name: file.pathBytes) == .workbook)
        let readings = try readWorkbook(bytes, file: file, context: ReadingDesk().context)
        for reading in readings { #expect(reading.balances) }
        return readings
    }

    private func table(_ name: String) throws -> FileReading {
        let readings = try read(name)
        return try #require(readings.first { $0.table != nil })
    }

    private func rows(_ reading: FileReading, _ fields: String...) throws -> [String] {
        let desk = try ReadingDesk()
        let columns = fields.map { desk.values($0, reading) }
        return (0..<(reading.table?.count ?? 0)).map { row in columns.map { $0[row] }.joined(separator: " | ") }
    }

    @Test(arguments: [
        "openpyxl", "openpyxl-stream", "openpyxl-1904", "pandas-openpyxl", "pandas-xlsxwriter", "xlsxwriter",
        "xlsxwriter-stream", "xlsxwriter-1904", "libreoffice",
    ])
    func readToWhatWasTypedIn(name: String) throws {
        let reading = try table(name)
        #expect(reading.file.path == "\(name).xlsx!Báo cáo")
        #expect(reading.encoding == "xlsx")
        #expect(
            try rows(
                reading,
                "ma_don_vi",
                "ky_bao_cao",
                "nam",
                "ngay_bao_cao",
                "dau_moi",
                "keo_dai",
                "so_lop",
                "ty_le",
                "ke_hoach",
                "chu_de",
                "noi_dung",
                "so_van_ban",
                "kho_khan"
            ) == [
                "31000001 | Q1 | 2026 | 2026-03-13 | true | false | 12 | 1.5 | RIENG | TP;VK | MT | 0012 | "
                    + "hai  dòng\nvà <dấu> & \"ngoặc\"",
                "31000002 | Q1 | 2026 | 2026-03-14 | true | false | 0 | 0.25 | LONGGHEP |  |  | 12 | ",
                "00000777 | Y | 2026 | 2026-12-14 |  | false | 500 | 1234.5 |  | MT | KHAC | 12/KH-THCS | Điện Biên",
            ]
        )
        // The first column of pandas holds row numbers and has no name.
        #expect(reading.codes == (name.hasPrefix("pandas") ? ["H3"] : []))
        let firstLine: Int32 =
            name.hasPrefix("openpyxl-s") || !name.hasPrefix("openpyxl") && name != "libreoffice" ? 2 : 4
        #expect(reading.table?.sources.map(\.line) == [firstLine, firstLine + 1, firstLine + 2])
    }

    @Test func aTextThatLibreOfficeOpenedAndSaved() throws {
        let reading = try table("libreoffice-csv")
        #expect(
            try rows(reading, "ma_don_vi", "ngay", "so_hs", "ngay_gui", "ghi_chu") == [
                "00000777 | 2026-04-03 | 30 | 2026-03-13 | 0012"
            ]
        )
        #expect(reading.codes == [])
    }

    @Test func aFormulaWithoutAResultIsToldAndReadAsNothing() throws {
        let reading = try table("formulas")
        #expect(reading.table?.count == 0)
        #expect(
            reading.told.filter { $0.hasPrefix("C10") } == [
                "C10 line 2: =2025+1 | Năm; công thức chưa có kết quả",
                "C10 line 2: =DATE(2026,3,13) | Ngày báo cáo; công thức chưa có kết quả",
                "C10 line 2: =5+7 | Số lớp; công thức chưa có kết quả",
                "C10 line 2: =1/0 | Tỷ lệ; công thức chưa có kết quả",
                "C10 line 2: =\"Điện\"&\" Biên\" | Khó khăn; công thức chưa có kết quả",
            ]
        )
    }

    @Test func aFormulaIsWhatItGave() throws {
        let reading = try table("formulas-calculated")
        #expect(
            try rows(reading, "nam", "ngay_bao_cao", "so_lop", "ty_le", "kho_khan") == [
                "2026 | 2026-03-13 | 12 |  | Điện Biên"
            ]
        )
        // A formula makes no date of its cell: the number is one all the same.
        #expect(reading.told == ["C13 line 2: 46094 | Ngày báo cáo; 13/3/2026", "C10 line 2: #DIV/0! | Tỷ lệ"])
    }

    @Test func eachSheetIsAFileOfItsOwnAndNoneIsPassedOverInSilence() throws {
        let readings = try read("states")
        #expect(
            readings.map { ([$0.file.path] + $0.told).joined(separator: ": ") } == [
                "states.xlsx!Hướng dẫn: F9 | trang tính không có bảng số liệu", "states.xlsx!Tháng 3",
                "states.xlsx!Tháng 4",
                "states.xlsx!Cũ: L5 | trang tính ẩn", "states.xlsx!Rất cũ: L5 | trang tính ẩn",
                "states.xlsx!Sai: F3 line 1 | Tuyên truyền; Mã đơn vị; Mã trườg",
            ]
        )
        #expect(readings.map(\.holdsNoData) == [true, false, false, true, true, false])
        #expect(Set(readings.map(\.file.pathBytes)).count == 1)
        #expect(readings.map { $0.table?.count ?? 0 } == [0, 1, 1, 0, 0, 0])
    }

    @Test func everyCellOfAMergedRangeHasItsValue() throws {
        let reading = try table("merged")
        #expect(
            try rows(reading, "ma_don_vi", "ngay", "chu_de", "so_hs") == [
                "31000001 | 2026-03-13 | MT | 1", "31000001 | 2026-03-14 | VK | 2", "31000001 | 2026-03-14 | VK | 3",
                "31000002 | 2026-03-13 | MT | 4",
            ]
        )
        #expect(
            reading.told == [
                "L5 | 5 vùng gộp ô, đầu tiên là A1:F1", "L2 line 7: Người lập biểu",
            ]
        )
    }

    @Test func trueDatesThatMayHaveBeenSwappedAreQueries() throws {
        let reading = try table("dates")
        #expect(reading.told == ["C12 line 2: 2026-04-03 | Ngày; 3/4/2026"])
        #expect(
            try rows(reading, "ma_don_vi", "ngay") == [
                "31000001 | 2026-04-03", "31000001 | 2026-05-05", "31000001 | 2026-03-25", "31000002 | 2026-04-03",
                "31000002 | 2026-04-25", "31000002 | 2026-03-25", "00000777 | 2026-04-03", "00000777 | 2026-05-04",
            ]
        )
    }

    @Test func aNumberIsNeverTakenForAnother() throws {
        let reading = try table("odd-cells")
        #expect(
            reading.told.filter { !$0.hasPrefix("C16") } == [
                "C13 line 2: 46094 | Ngày; 13/3/2026", "C13 line 3: 46094,75 | Ngày; 13/3/2026", "C3 line 4: 60 | Ngày",
                "C3 line 5: -5 | Ngày", "C3 line 6: 200000 | Ngày", "C3 line 7: 60 | Ngày", "C3 line 8: -5 | Ngày",
                "C3 line 9: 200000 | Ngày", "C2 line 10: 1,234 | Số học sinh",
                "C2 line 11: 0,3 | Số học sinh", "C10 line 13: #REF! | Số học sinh",
                "C2 line 15: TRUE | Số học sinh", "C2 line 16: 1E+17 | Số học sinh", "C2 line 17: 95% | Số học sinh",
                "C2 line 18: 3,1E+19 | Mã đơn vị; mã đã mất chữ số",
            ]
        )
        #expect(try rows(reading, "so_hs") == ["1", "1", "", "", "12", "", "", "", "", ""])
    }

    @Test func aWorkbookWithoutATableIsToldOfItsNearestSheet() throws {
        let readings = try read("no-table")
        #expect(
            readings.map { ([$0.file.path] + $0.told).joined(separator: ": ") } == [
                "no-table.xlsx!Sheet: F9 | trang tính không có bảng số liệu",
                "no-table.xlsx!Biểu: F3 line 1 | Tuyên truyền; Mã đơn vị; Mã trườg",
            ]
        )
    }

    @Test func aWorkbookOfNothingIsEmpty() throws {
        let readings = try read("empty")
        #expect(readings.map(\.told) == [["F1"]])
        #expect(readings.map(\.file.path) == ["empty.xlsx"])
    }

    @Test func theRosterMayBeAWorkbook() throws {
        let bytes = try RealWorkbooks.bytes("roster")
        let (roster, findings, sheet) = try readRoster(bytes, path: "don-vi.xlsx", plan: SmallPlan.make())
        #expect(roster.codes == ["00000777", "31000002"])
        #expect(roster.communes.map(\.code) == ["10", "20"])
        #expect(roster.opened == [.min, 11_201])
        #expect(sheet == "DM")
        let told = findings.filter { $0.code != .H1 }.map {
            "\($0.code) line \($0.line): \($0.value) | \($0.arguments)"
        }
        #expect(told == [#"U4 line 2: Trường Hai | ["thừa dấu cách"]"#])
    }

    @Test(arguments: [("two-rosters", "U3"), ("states", "F3"), ("empty", "F3")])
    func aWorkbookOfNoneOrSeveralRostersStopsTheRun(name: String, code: String) throws {
        let bytes = try RealWorkbooks.bytes(name)
        let error = #expect(throws: IntakeError.self) {
            try readRoster(bytes, path: "don-vi.xlsx", plan: SmallPlan.make())
        }
        guard case .roster(let findings, _) = try #require(error) else { throw try #require(error) }
        #expect(findings.map(\.code.rawValue) == [code])
    }

    @Test func aRosterInTheInboxIsNotUsed() throws {
        let readings = try read("roster")
        #expect(readings.map(\.told) == [["F9 | trang tính không có bảng số liệu"], ["F12"]])
    }
}
