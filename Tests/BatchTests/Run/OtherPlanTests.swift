import Foundation
import SystemPackage
import Testing

@testable import Batch

/// Last year's closed set comes from another plan: what it did not have is as units tell it, and the office is told.
@Suite struct OtherPlanTests {
    /// Of the first quarter, CT9 of the city as `denominator,numerator`, and what the summary says of last year.
    private func run(_ columns: String, _ cells: String) throws -> (figures: String, told: [String]) {
        let office = try Office(files: [
            "don-vi.csv":
                "ma_don_vi,ten_don_vi,loai_hinh,ma_xa,ten_xa\n31000001,Trường Tiểu học Sông Lam,TH,11359,Xã Hải Vân\n",
            "inbox/vi-pham.csv": """
            ma_don_vi,ky_bao_cao,nam,loai,so_vu,so_hs,so_vu_nam_truoc,so_hs_nam_truoc
            31000001,Q1,2026,BLHD,1,1,6,6
            31000001,Q1,2026,MT,1,1,2,2

            """,
        ])
        try freeze(
            """
            period,unit,commune,kind,expected,reported,on_time,\(columns)
            2025-Q1,31000001,11359,TH,true,true,true,\(cells)

            """,
            as: "2025-Q1-lan-1",
            in: FilePath(office.folder.path).appending("out")
        )
        try office.run("2026-03-20", recordsReceipts: false, periods: ["2026-Q1"])
        let line = try #require(
            try office.published("2026-Q1/figures.csv").split(separator: "\n").first { $0.contains(",city,all,CT9,") }
        )
        let told = office.report?.warnings.filter { $0.contains("“Số vụ”") } ?? []
        return (line.split(separator: ",", omittingEmptySubsequences: false)[4...5].joined(separator: ","), told)
    }

    private static let whole = "so_dong_vi_pham,so_dong_co_so_vu,so_vu_vi_pham"
    private static let violence = ",so_dong_vi_pham.BLHD,so_dong_co_so_vu.BLHD,so_vu_vi_pham.BLHD"

    @Test func withoutTheFactsLastYearIsAsUnitsTell() throws {
        let result = try run("so_dong_vi_pham,so_dong_vi_pham.BLHD,so_vu_vi_pham.BLHD", "1,1,4")
        #expect(result.figures == "8,2")
        #expect(result.told.count == 1 && result.told[0].contains("không có cột so_dong_co_so_vu"), "\(result.told)")
    }

    /// Last year's list did not have it: 0 would be false.
    @Test func aCategoryThatIsNewIsAsUnitsTell() throws {
        let result = try run(Self.whole + Self.violence, "1,1,4,1,1,4")
        #expect(result.figures == "6,2")
        #expect(result.told.count == 1 && result.told[0].contains("không có loại"), "\(result.told)")
        #expect(result.told.first?.contains("MT") == true && result.told.first?.contains("BLHD") == false)
    }

    @Test func aCategoryThatIsGoneIsInNoComparison() throws {
        let gone = ",so_dong_vi_pham.CU,so_dong_co_so_vu.CU,so_vu_vi_pham.CU"
        let result = try run(Self.whole + Self.violence + gone, "2,2,13,1,1,4,1,1,9")
        #expect(result.figures == "6,2")
        #expect(result.told.contains { $0.contains("có loại CU mà kế hoạch năm nay không có") }, "\(result.told)")
    }

    /// A fact that had this name last year and was no number is another fact.
    @Test func aColumnOfAnotherTypeIsAnotherFact() throws {
        let result = try run(Self.whole + Self.violence, "1,1,4,1,có,4")
        #expect(result.figures == "8,2")
        #expect(result.told.count == 1 && result.told[0].contains("không có cột so_dong_co_so_vu"), "\(result.told)")
    }
}
