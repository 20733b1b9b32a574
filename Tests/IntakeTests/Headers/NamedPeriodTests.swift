import Plan
import Records
import Testing

@testable import Intake

/// A part of a period's figures under the name of the whole would be a wrong figure in silence.
@Suite("Headers that say of which period their figures are")
struct NamedPeriodTests {
    private let keys = "Mã đơn vị;Kỳ;Năm;Loại"

    private func desk() throws -> ReadingDesk { try ReadingDesk(realPlan: realPlan()) }

    /// The counts of one row a period: Q1, H1, Q3, Y.
    private func read(_ header: String) throws -> (values: [String], reading: FileReading) {
        let desk = try desk()
        let rows = ["Q1", "H1", "Q3", "Y"].map { "31000001;\($0);2026;BLHD;3\n" }.joined()
        let reading = desk.read("\(header)\n\(rows)")
        #expect(reading.rowsRead == 4 && reading.rowsLeftOut == 0, "\(header)")
        return (desk.values("so_vu", reading), reading)
    }

    @Test(arguments: [
        ("quý I", "Q1"), ("Quý I", "Q1"), ("QUÝ I", "Q1"), ("quy I", "Q1"), ("Q1", "Q1"), ("quý 1/2026", "Q1"),
        ("Quy\u{301} I", "Q1"), ("2026-Q1", "Q1"), ("Báo cáo quý I năm 2026", "Q1"), ("vụ, quý I", "Q1"),
        ("quý I; vụ", "Q1"),
        ("6 tháng đầu năm", "H1"), ("06 tháng", "H1"), ("sơ kết 6 tháng", "H1"), ("6 thang dau nam 2026", "H1"),
        ("quý III", "Q3"), ("Q3/2026", "Q3"), ("cả năm", "Y"), ("12 tháng", "Y"), ("tổng kết năm 2026", "Y"),
        ("từ 15/12/2025 đến 14/3/2026", "Q1"), ("1/1/2026 - 31/3/2026", "Q1"), ("tính đến 14/6/2026", "H1"),
        ("tháng 12/2025 đến tháng 6/2026", "H1"), ("từ 15/6/2026 đến 14/9/2026", "Q3"),
        ("đến hết ngày 14/12/2026", "Y"),
    ])
    func inBracketsItIsReadInItsOwnPeriodOnly(words: String, period: String) throws {
        let title = "Số vụ (\(words))"
        let (values, reading) = try read("\(keys);\"\(title)\"")
        #expect(values == ["Q1", "H1", "Q3", "Y"].map { $0 == period ? "3" : "" }, "\(title)")
        let told = reading.findings(.P7)
        #expect(told.map(\.line) == [2, 3, 4, 5].filter { reading.table?.count == 4 && values[Int($0) - 2].isEmpty })
        #expect(told.allSatisfy { $0.column == 4 && $0.value == "3" && $0.unit == "31000001" && $0.severity == .error })
        #expect(
            told.map(\.period) == ["2026-Q1", "2026-H1", "2026-Q3", "2026-Y"].filter { !$0.hasSuffix("-\(period)") }
        )
        // The cell is told as what it is, not as one that was left empty.
        #expect(reading.findings(.C1).isEmpty)
    }

    @Test(arguments: ["năm 2026", "2026", "trong kỳ", "năm học 2025-2026", "vụ", "kỳ này"])
    func whatNamesNoPeriodIsReadInAnyRow(words: String) throws {
        let (values, reading) = try read("\(keys);Số vụ (\(words))")
        #expect(values == ["3", "3", "3", "3"] && reading.findings(.P7).isEmpty, "\(words)")
    }

    /// From the plan's first day on: the figures of a quarter alone are none.
    @Test func aFirstDayIsThatOfSeveralPeriods() throws {
        #expect(try read("\(keys);Số vụ (từ 15/12/2025)").values == ["3", "3", "", "3"])
    }

    @Test(arguments: [
        "quý II", "quý I - quý III", "quý I và quý II", "học kỳ I", "học kỳ 1", "từ 15/3/2026 đến 14/6/2026",
        "tính đến 1/5/2026", "từ 31/2/2026 đến 14/6/2026", "quý I trong trường", "tháng 3/2026", "quý 2/2026",
        "9 tháng",
    ])
    func whatIsNoPeriodOfThePlanIsAPart(words: String) throws {
        let (values, reading) = try read("\(keys);\"Số vụ (\(words))\"")
        #expect(values == ["", "", "", ""], "\(words)")
        #expect(reading.findings(.H3).map(\.arguments) == [["Số vụ"]], "\(words)")
        #expect(reading.findings(.P7).isEmpty)
    }

    @Test(arguments: [
        ";;;;Quý I", ";;;;Kết quả quý I", ";;;;Báo cáo quý I năm 2026", ";;;;Số liệu Q1/2026",
        ";;Khóa;;Quý I", ";;;;Kết quả (quý I)",
    ])
    func inAGroupsTitleItIsHeeded(above: String) throws {
        let (values, reading) = try read("\(above)\n\(keys);Số vụ")
        #expect(values == ["3", "", "", ""], "\(above)")
        #expect(reading.findings(.P7).count == 3)
    }

    @Test(arguments: [
        "BÁO CÁO QUÝ I;;;;", ";;;;Hải Phòng, ngày 6 tháng 3 năm 2026", ";;;;Hải Phòng, ngày 6 tháng 3",
        ";;;;Công tác sơ kết, tổng kết",
        ";;;;Năm 2026", ";;;;Năm nay", ";;;;Kết quả",
    ])
    func aTitleThatNamesNoneOrStandsOverTheTableChangesNothing(above: String) throws {
        let (values, reading) = try read("\(above)\n\(keys);Số vụ")
        #expect(values == ["3", "3", "3", "3"], "\(above)")
        #expect(reading.findings(.P7).isEmpty && reading.findings(.H3).isEmpty)
    }

    @Test func aRowOfAnEventIsOfThePeriodsInWhoseDaysItLies() throws {
        let desk = try desk()
        let reading = desk.read(
            """
            Mã đơn vị;Ngày;Chủ đề;Hình thức;Số học sinh (quý I);Minh chứng (quý I)
            31000001;14/3/2026;MT;SHDC;5;ảnh
            31000001;15/3/2026;MT;SHDC;6;ảnh
            31000001;16/3/2026;MT;SHDC;;
            """
        )
        #expect(desk.values("so_hs", reading) == ["5", "", ""])
        #expect(desk.values("minh_chung", reading) == ["ảnh", "ảnh", ""])
        #expect(reading.findings(.P7).map(\.line) == [3])
    }

    @Test func aYesOfAnotherPeriodIsNotTaken() throws {
        let desk = try desk()
        let reading = desk.read(
            """
            Mã đơn vị;Kỳ báo cáo;Năm;Ngày báo cáo;Đã quán triệt (quý I);Ngày quán triệt (quý I)
            31000001;Q1;2026;14/3/2026;Có;1/3/2026
            31000001;H1;2026;14/6/2026;Có;1/3/2026
            """
        )
        #expect(desk.values("quan_triet", reading) == ["true", ""])
        #expect(desk.values("ngay_quan_triet", reading) == ["2026-03-01", "2026-03-01"])
        #expect(reading.findings(.P7).map(\.line) == [3])
    }

    @Test(arguments: [";;;;Quý I\n{}Số vụ (6 tháng)", "{}Số vụ (quý I; quý III)", "{}Số vụ (quý I) (quý III)"])
    func twoPeriodsOverOneColumnAreNoRows(header: String) throws {
        let (values, reading) = try read(header.replacing("{}", with: keys + ";\"") + "\"")
        #expect(values == ["", "", "", ""])
        #expect(reading.findings(.P7).count == 4)
        #expect(
            try reading.findings(.P7).allSatisfy {
                try $0.message(plan: realPlan()).contains("của nhiều kỳ khác nhau,")
            }
        )
    }

    @Test func theFindingSaysWhatToDo() throws {
        let told = try read("\(keys);Số vụ (quý I)").reading.findings(.P7)
        #expect(
            try told.first?.message(plan: realPlan())
                == "Theo tiêu đề, cột “Số vụ (quý I)” là số liệu của kỳ “Báo cáo quý I”, không phải của kỳ “Báo cáo sơ kết 06 tháng” trong dòng này; số “3” không được tính. Nếu số đúng là của kỳ “Báo cáo sơ kết 06 tháng”, hãy bỏ tên kỳ khỏi tiêu đề cột; nếu không, hãy ghi số liệu đúng kỳ của dòng."
        )
    }
}
