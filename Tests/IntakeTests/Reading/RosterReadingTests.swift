import Plan
import Records
import SystemPackage
import Testing

@testable import Intake

@Suite("The roster")
struct RosterReadingTests {
    private let header = "ma_don_vi,ten_don_vi,loai_hinh,cap_hoc,ma_xa,ten_xa,ngay_hoat_dong,ngay_ngung,so_hoc_sinh\n"

    private func read(_ rows: String...) throws -> (roster: Roster, findings: [Finding]) {
        let text = header + rows.joined(separator: "\n")
        let read = try readRoster(Array(text.utf8), path: "don-vi.csv", plan: SmallPlan.make())
        return (read.roster, read.findings)
    }

    private func told(_ findings: [Finding]) -> [String] {
        findings.map { "\($0.code.rawValue) line \($0.line) | " + $0.arguments.joined(separator: "; ") }
    }

    /// The findings with which a roster stops the run.
    private func errors(_ rows: String...) throws -> [String] {
        do {
            _ = try readRoster(
                Array((header + rows.joined(separator: "\n")).utf8),
                path: "don-vi.csv",
                plan: SmallPlan.make()
            )
            return []
        } catch IntakeError.roster(let findings, _) {
            return told(findings)
        }
    }

    @Test func unitsAndCommunesStandInTheOrderOfTheirCodes() throws {
        let (roster, findings) = try read(
            "b2,Trường B,THCS,,20,Xã Hai,1/9/2000,,5",
            "A1,Trường A,MN,,10,Xã Một,,31/5/2026,",
            "c3,Trường C,PTNC,TH;THCS,20,Xã Hai,,,"
        )
        #expect(findings.isEmpty)
        #expect(roster.codes == ["A1", "B2", "C3"])
        #expect(roster.names == ["Trường A", "Trường B", "Trường C"])
        #expect(roster.kinds == [0, 1, 2])
        #expect(roster.levels == [0b1, 0b100, 0b110])
        #expect(
            roster.communes == [Roster.Commune(code: "10", name: "Xã Một"), Roster.Commune(code: "20", name: "Xã Hai")]
        )
        #expect(roster.communeOfUnit == [0, 1, 1])
        #expect(roster.opened == [.min, CalendarDate(iso: "2000-09-01")?.days, .min])
        #expect(roster.closed == [CalendarDate(iso: "2026-05-31")?.days, .max, .max])
        #expect(roster.table.columns[0] == [0, 1, 2])
        #expect(roster.table.sources.map(\.line) == [3, 2, 4])
        #expect(roster.unit(code: "B2") == 1)
    }

    @Test func everyErrorStopsWithTheWholeList() throws {
        let told = try errors(
            "A1,A,MN,,10,Xã Một,,,",
            "a1,B,MN,,10,Xã Một,,,",
            ",C,MN,,10,Xã Một,,,",
            "A4,D,Mần non,,10,Xã Một,,,",
            "A5,E,,,10,Xã Một,,,",
            "A6,F,MN,,30,,,,",
            "A7,G,MN,,10,Xã Mốt,,,",
            "A8,H,MN,,10,Xã Một,2/2/2020,1/1/2020,",
            "A9,I,MN,,10,Xã Một,31/2/2020,,",
            "B1,K,MN,,,,,,",
            "B2,L,MN,,10,Xã Một,,,12x"
        )
        #expect(
            told == [
                "U3 line 3 | trùng mã với dòng 2", "U3 line 4 | mã đơn vị trống hoặc không đọc được",
                "U3 line 5 | loại hình không có trong danh mục (gần nhất: Mầm non)", "U3 line 6 | thiếu loại hình",
                "U3 line 7 | mã xã 30 không có tên", "U3 line 8 | mã xã 10 có hai tên: Xã Một, Xã Mốt",
                "U3 line 9 | ngày ngừng trước ngày hoạt động", "C3 line 10 | Ngày hoạt động",
                "U3 line 11 | thiếu mã xã",
                "C2 line 12 | Số học sinh",
            ]
        )
    }

    @Test func strangeThingsAreQueriesAndStopNothing() throws {
        let (roster, findings) = try read(
            "A1,Trường  A,MN,,10,Xã Một,,,",
            "A2,Trường B,PTNC,,10,Xã Một,,,",
            "A3,Trường B,THCS,MN,10,Xã Một,,,",
            "A4 ,,MN,,10,Xã Một,,,"
        )
        #expect(
            told(findings) == [
                "U4 line 2 | thừa dấu cách", "U4 line 3 | thiếu cấp học, được tính là từ THCS trở lên",
                "U4 line 4 | cấp học trái với loại hình, không dùng", "U4 line 4 | trùng tên trong cùng xã với A2",
                "U4 line 5 | thiếu tên đơn vị", "U4 line 5 | thừa dấu cách",
            ]
        )
        #expect(roster.levels == [0b1, 0b1100, 0b100, 0b1])
        #expect(roster.names[3] == "A4")
    }

    /// However the text was saved; only its rows, as they were decided on, are looked at.
    @Test(arguments: [SavedText.windows1258, .tcvn3, .mojibake, .vnTime, .utf16])
    func blanksAreFoundInARosterOfAnyEncoding(saved: SavedText) throws {
        let rows = ["Mã đơn vị,Tên đơn vị,Loại hình,Mã xã,Tên xã", "A1,Trường  trung học Một,THCS,10,Xã Một"]
        let bytes = try rows.map { try #require(saved.bytes($0 + "\n")) }
        let whole = saved == .utf16 ? bytes[0] + bytes[1].dropFirst(2) : bytes[0] + bytes[1]
        let findings = try readRoster(whole, path: "don-vi.csv", plan: SmallPlan.make()).findings
        #expect(told(findings).contains("U4 line 2 | thừa dấu cách"))
    }

    @Test func namesDifferByMoreThanBlanksAndCapitals() throws {
        let (_, findings) = try read("A1,Trường A,MN,,10,Xã Một,,,", "A2,TRƯỜNG  A,MN,,10,Xã  Một,,,")
        #expect(
            told(findings) == [
                "U4 line 3 | trùng tên trong cùng xã với A1", "U4 line 3 | thừa dấu cách", "U4 line 3 | thừa dấu cách",
            ]
        )
    }

    @Test(arguments: [" Trường A", "Trường A\u{A0}", "Trường\u{A0} A", "\tTrường A", "Trường  A"])
    func blanksThatNobodySeesAreQueries(name: String) throws {
        #expect(told(try read("A1,\(name),MN,,10,Xã Một,,,").findings) == ["U4 line 2 | thừa dấu cách"])
    }

    @Test func daysInWrongOrderAreAnErrorAndADayOfBothIsNone() throws {
        #expect(try errors("A1,A,MN,,10,Xã Một,2/1/2020,2/1/2020,").isEmpty)
        #expect(
            try errors("A1,A,MN,,10,Xã Một,2/1/2020,1/1/2020,") == ["U3 line 2 | ngày ngừng trước ngày hoạt động"]
        )
    }

    @Test func aCodeThreeTimesIsToldTwice() throws {
        #expect(
            try errors("A1,A,MN,,10,Xã Một,,,", "A1,B,MN,,10,Xã Một,,,", "a1 ,C,MN,,10,Xã Một,,,").filter {
                $0.hasPrefix("U3")
            } == ["U3 line 3 | trùng mã với dòng 2", "U3 line 4 | trùng mã với dòng 3"]
        )
    }

    @Test(arguments: ["", "xin chào", "ma_don_vi,ngay,chu_de\n"])
    func anotherFileIsNoRoster(text: String) throws {
        #expect(throws: IntakeError.self) {
            try readRoster(Array(text.utf8), path: "don-vi.csv", plan: SmallPlan.make())
        }
    }

    @Test func aRosterWithoutUnitsIsNone() throws {
        #expect(try errors().contains { $0.hasPrefix("U3") })
    }

    @Test func aMissingFileIsAnErrorOfItsOwn() throws {
        #expect(throws: IntakeError.self) { try readRoster("/nonexistent/don-vi.csv", plan: SmallPlan.make()) }
    }
}

@Suite("The roster under the real plan")
struct RealRosterTests {
    @Test func lastYearsValuesAreAskedOfThcsAndAbove() throws {
        let text = """
            ma_don_vi,ten_don_vi,loai_hinh,ma_xa,ten_xa,an_toan_nam_truoc,xep_loai_nam_truoc
            1,Trường THCS Một,THCS,10,Xã Một,,
            2,Trường THCS Hai,THCS,10,Xã Một,Không,
            3,Trường Tiểu học Ba,TH,10,Xã Một,,
            4,Trường Mầm non Bốn,MN,10,Xã Một,,
            5,Trung tâm Năm,GDTX,10,Xã Một,Có,Khá

            """
        let findings = try readRoster(Array(text.utf8), path: "don-vi.csv", plan: realPlan()).findings
        let undecided = findings.filter { $0.code == .U4 }.map { "\($0.unit): " + $0.arguments.joined() }
        #expect(
            undecided == [
                "1: thiếu Đạt An toàn về ANTT năm trước", "1: thiếu Xếp loại phong trào năm trước",
                "2: thiếu Xếp loại phong trào năm trước",
            ]
        )
    }
}
