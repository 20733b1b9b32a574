import Plan
import Records
import Testing

@testable import Intake

@Suite("Names of columns that do not match whole")
struct ColumnNameTests {
    private let key = "Mã đơn vị;Kỳ báo cáo;Năm;Loại vi phạm"
    private let row = "31000001;Q1;2026;BLHD"

    private func desk() throws -> ReadingDesk { try ReadingDesk(realPlan: realPlan()) }

    /// The values of a column of the violations' form, by what stands above it.
    private func values(_ titles: String, _ cells: String, field: String) throws -> (values: [String], told: [String]) {
        let desk = try desk()
        let reading = desk.read("\(key);\(titles)\n\(row);\(cells)\n")
        #expect(reading.dataSet.map { desk.context.plan.dataSets[$0].name } == "vi-pham")
        return (desk.values(field, reading), reading.findings.map { "\($0.code.rawValue) \($0.header)" })
    }

    @Test(arguments: [
        "5. Số vụ (trong kỳ) *", "Câu 5: Số vụ?", "V) Số vụ", "Số vụ (vụ)", "(5) Số vụ:", "1.1. Số vụ [vụ]",
    ])
    func numberingBracketsAndMarksSayNothing(title: String) throws {
        #expect(try values(title, "7", field: "so_vu").values == ["7"])
    }

    @Test func aFormsSentenceIsReadByItsQuestion() throws {
        let desk = try desk()
        let reading = desk.read(
            """
            Dấu thời gian,1. Mã đơn vị *,2. Kỳ báo cáo (chọn một) *,3. Năm?,4. Ngày báo cáo *,5. Đã quán triệt? (Có/Không) *
            3/14/2026 8:00:00,31000001,Q1,2026,14/3/2026,Có

            """
        )
        #expect(desk.values("quan_triet", reading) == ["true"])
        #expect(desk.values("ngay_bao_cao", reading) == ["2026-03-14"])
        #expect(reading.findings(.H3).map(\.header) == ["Dấu thời gian"])
        #expect(reading.rowsLeftOut == 0)
    }

    @Test func bracketsThatTellTwoColumnsApartMakeBothUnknown() throws {
        let (values, told) = try values("Số học sinh (nam);Số học sinh (nữ)", "3;4", field: "so_hs")
        #expect(values == [""])
        #expect(told.contains("H3 Số học sinh (nam)") && told.contains("H3 Số học sinh (nữ)"))
    }

    @Test func aColumnThatMatchesWholeIsNeverDoubledByOneThatDoesNot() throws {
        let (values, told) = try values("Số học sinh (nữ);Số học sinh", "3;7", field: "so_hs")
        #expect(values == ["7"])
        #expect(told.contains("H3 Số học sinh (nữ)") && !told.contains { $0.hasPrefix("H2") })
    }

    /// Without its brackets this would be the count of this year.
    @Test(arguments: [
        "Số học sinh vi phạm (năm trước)", "Số học sinh (cùng kỳ năm trước)", "3. Số vụ vi phạm (năm trước)",
    ])
    func bracketsWithTheWordsOfAnotherCountFitNone(title: String) throws {
        #expect(try values(title, "9", field: "so_hs").values == [""])
        #expect(try values(title, "9", field: "so_vu").values == [""])
    }

    @Test func bracketsThatBelongToTheNameAreKept() throws {
        #expect(try values("2. Số vụ (cùng kỳ năm trước)", "9", field: "so_vu_nam_truoc").values == ["9"])
    }
}
