import Foundation
import Testing

@testable import Batch

/// How much of what schools sent is without error, by commune, as the office's workbook says.
@Suite struct DataQualityTests {
    private static let roster = """
        ma_don_vi,ten_don_vi,loai_hinh,ma_xa,ten_xa
        31000001,Trường THCS Hải Vân Đông,THCS,11359,Xã Hải Vân
        31000002,Trường Tiểu học Sông Lam Hạ,TH,11360,Xã Sông Lam

        """

    private static let header =
        "ma_don_vi,ngay,chu_de,hinh_thuc,chuyen_de,dip,so_hs,so_cbgvnv,so_phu_huynh,minh_chung\n"

    private func shares(_ files: [String: String]) throws -> [String] {
        let office = try Office(files: files.merging(["don-vi.csv": Self.roster]) { $1 }, workbooks: .shipped)
        try office.run("2026-03-20", periods: ["2026-Q1"])
        let path = "out/hien-hanh/2026-Q1/noi-bo-2026-Q1.xlsx"
        let book = try FeedbackBook(office.folder.appendingPathComponent(path))
        return book.records("Chất lượng theo xã", from: "Mã xã").compactMap { $0["Dòng không có lỗi"] }
    }

    /// One row without error, one with a cell that could not be read, and one that was left out because of its day.
    private static let three =
        header + """
            31000001,2026-02-03,MT,SHDC,Có,,20,10,0,A
            31000001,2026-02-04,MT,SHDC,Có,,khoảng 20,10,0,B
            31000001,hôm qua,MT,SHDC,Có,,20,10,0,C

            """

    @Test func rowsThatWereLeftOutAreRows() throws {
        let shares = try shares(["inbox/a.csv": Self.three])
        // Of the other commune nobody has sent a row.
        #expect(shares == ["\(1.0 / 3)", "—", "\(1.0 / 3)"])
    }

    /// A file that comes again with one row more: its rows are the same rows, and so are their errors.
    @Test func aRowThatCameTwiceIsOne() throws {
        let more = Self.three.replacing("A\n", with: "A\n31000001,2026-02-06,BLHD,SHL,Có,,20,10,0,D\n")
        let shares = try shares(["inbox/a.csv": Self.three, "inbox/b.csv": more])
        #expect(shares.first.flatMap(Double.init).map { $0 > 0 && $0 < 0.75 } == true, "\(shares)")
    }
}
