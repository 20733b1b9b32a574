import Foundation
import Testing

@Suite struct RosterCheckTests {
    private static let header =
        "ma_don_vi,ten_don_vi,loai_hinh,cap_hoc,ma_xa,ten_xa,an_toan_nam_truoc,xep_loai_nam_truoc,"
        + "cong_lap,so_hoc_sinh,so_cbgvnv,ngay_hoat_dong,ngay_ngung,thu_dien_tu\n"

    @Test func aCleanRosterIsCountedByKindAndCommune() throws {
        let answer = try check(
            Self.header + """
                1,Trường Mầm non Một,MN,,20,Xã Hai,,,,,,,,
                2,Trường Mầm non Hai,MN,,10,Xã Một,,,,,,,,
                3,Trường THCS Ba,THCS,,10,Xã Một,Có,Khá,,,,,,

                """
        )
        #expect(answer.status == 0)
        #expect(answer.output.contains("Theo loại hình\n  2  MN  Mầm non\n  0  TH  Tiểu học\n  1  THCS  "))
        #expect(answer.output.contains("Theo xã, phường, đặc khu\n  2  10  Xã Một\n  1  20  Xã Hai\n"))
        #expect(answer.output.hasSuffix("3 đơn vị: 0 lỗi, 0 cần giải trình, 0 thông tin\n"))
        #expect(answer.errors.isEmpty)
    }

    @Test func everyErrorIsToldAndNothingIsCounted() throws {
        let answer = try check(
            Self.header + """
                1,Trường Mầm non Một,MN,,10,Xã Một,,,,,,,,
                1,Trường Mầm non Hai,MN,,10,Xã Một,,,,,,,,
                3,Trường Ba,Mần non,,30,,,,,,,,,

                """
        )
        #expect(answer.status == 1)
        #expect(answer.output.contains("Danh mục cơ sở giáo dục\n"))
        #expect(answer.output.contains("trùng mã với dòng 2"))
        #expect(answer.output.contains("loại hình không có trong danh mục (gần nhất: Mầm non)"))
        #expect(answer.output.contains("mã xã 30 không có tên"))
        #expect(!answer.output.contains("Theo loại hình"))
        #expect(
            answer.output.hasSuffix(
                "Danh mục có lỗi, chưa đếm được đơn vị: 3 lỗi, 0 cần giải trình, 0 thông tin\n"
            )
        )
    }

    @Test(arguments: [([], 0), (["--fail-on", "query"], 1), (["--fail-on", "never"], 0)] as [([String], Int32)])
    func queriesFailOnlyWhenAsked(options: [String], status: Int32) throws {
        let answer = try check(Self.header + "1,Trường PTNC Một,PTNC,,10,Xã Một,Có,Khá,,,,,,\n", options)
        #expect(answer.status == status)
        #expect(answer.output.contains("Cần giải trình U4  dòng 2: "))
        #expect(answer.output.hasSuffix("1 đơn vị: 0 lỗi, 1 cần giải trình, 0 thông tin\n"))
    }

    @Test func errorsPassOnlyWhenAsked() throws {
        let answer = try check(Self.header + "1,Trường Một,,,10,Xã Một,,,,,,,,\n", ["--fail-on", "never"])
        #expect(answer.status == 0)
        #expect(answer.output.contains("Lỗi U3"))
    }

    @Test(arguments: ["", "xin chào\n", "ma_don_vi,ngay,chu_de,hinh_thuc\n1,5/3/2026,MT,SHDC\n"])
    func whatIsNoRosterExitsWith65(text: String) throws {
        let answer = try check(text)
        #expect(answer.status == 65)
        #expect(answer.errors.contains("Không đọc được danh mục"))
        #expect(answer.output.isEmpty)
    }

    @Test func aMissingFileExitsWith65() throws {
        let answer = try Program.run("roster", "check", "/nowhere/don-vi.csv")
        #expect(answer.status == 65)
        #expect(answer.errors.contains("/nowhere/don-vi.csv"))
    }

    @Test func theSamplesRosterHasItsOneQuery() throws {
        let roster = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("samples/2026/don-vi.csv")
        let answer = try Program.run("roster", "check", roster.path)
        #expect(answer.status == 0)
        #expect(answer.output.contains("U4  dòng 26"))
        #expect(answer.output.hasSuffix("40 đơn vị: 0 lỗi, 1 cần giải trình, 0 thông tin\n"))
    }

    private func check(_ text: String, _ options: [String] = []) throws -> Program.Answer {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("don-vi-\(UUID().uuidString).csv")
        try Data(text.utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        return try Program.run(["roster", "check", file.path] + options)
    }
}
