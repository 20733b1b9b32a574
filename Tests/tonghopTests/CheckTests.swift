import Foundation
import Testing

@Suite("tonghop check")
struct CheckTests {
    private static let header =
        "ma_don_vi;ngay;chu_de;hinh_thuc;chuyen_de;dip;so_hs;so_cbgvnv;so_phu_huynh;minh_chung"

    /// The answer to checking one file of sessions with these rows.
    private func check(_ rows: [String], _ options: String...) throws -> Program.Answer {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appendingPathComponent("tuyen-truyen.csv")
        try ([Self.header] + rows).joined(separator: "\n").write(to: file, atomically: true, encoding: .utf8)
        return try Program.run(["check", file.path, "--as-of", "2026-11-24"] + options)
    }

    @Test func aRightFileMayBeSent() throws {
        let answer = try check(["31000001;5/1/2026;TP;SHDC;Có;;300;10;0;"])
        #expect(answer.status == 0)
        #expect(answer.output.hasSuffix("1 tệp, 1 dòng: 0 lỗi, 0 cần giải trình, 0 thông tin\nGửi được.\n"))
    }

    @Test func errorsComeFirstWithLineAndColumnAndTheFileIsNotToBeSent() throws {
        let answer = try check([
            "31000001;5/1/2026;TP;SHDC;Có;;300;10;0;", "31000001;6/1/2026;TP;Kiểu lạ;Có;;40;10;0;",
            "31000001;7/1/2026;TP;SHDC;Có;;95%;10;0;", "31000001;8/1/2026;TP;SHDC;Có;;khoảng 20;10;0;",
        ])
        #expect(answer.status == 1)
        let lines = answer.output.split(separator: "\n").map(String.init)
        #expect(lines[0].hasSuffix("tuyen-truyen.csv  Chấp nhận một phần · 2 lỗi · 1 cần giải trình"))
        #expect(lines[1] == "  Lỗi C2  2 lần, cột so_hs (G), dòng 4, 5")
        #expect(lines[2].hasPrefix("    Ví dụ dòng 4: “95%”"))
        #expect(lines[3].hasPrefix("  Cần giải trình C14  dòng 3, cột D: “Kiểu lạ”"))
        #expect(lines.last == "Chưa nên gửi: hãy sửa các lỗi rồi kiểm tra lại.")
    }

    @Test func aBundleSaysWhatBecameOfEachUnitsRows() throws {
        let answer = try check([
            "31000001;5/1/2026;TP;SHDC;Có;;300;10;0;", "31000002;6/1/2026;TP;SHDC;Có;;95%;10;0;",
            "31000003;31/2/2026;TP;SHDC;Có;;300;10;0;",
        ])
        let lines = answer.output.split(separator: "\n").map(String.init)
        #expect(lines[1] == "  3 đơn vị: 1 chấp nhận; 1 chấp nhận một phần (31000002); 1 từ chối (31000003)")
    }

    @Test func queriesAloneFailOnlyWhereThatIsAskedFor() throws {
        let rows = ["31000001;6/1/2026;TP;Kiểu lạ;Có;;40;10;0;"]
        let answer = try check(rows)
        #expect(answer.status == 0)
        #expect(answer.output.hasSuffix("Gửi được, nhưng hãy xem lại các mục cần giải trình.\n"))
        #expect(try check(rows, "--fail-on", "query").status == 1)
    }

    @Test func aPipeGetsNoColours() throws {
        #expect(!(try check(["31000001;x;TP;SHDC;Có;;300;10;0;"]).output.contains("\u{1B}")))
    }

    @Test func aNameThatIsNotThereIsNoFileToBeMended() throws {
        let answer = try Program.run("check", "/khong-co/bao-cao.csv")
        #expect(answer.status == 65 && answer.output.isEmpty)
        #expect(answer.errors.contains("Không có tệp hay thư mục /khong-co/bao-cao.csv."))
    }

    /// What could not be written is told: an empty file of results must not pass for a clean bill.
    @Test func resultsThatCannotBeWrittenExitWith73() throws {
        let answer = try Program.run(["plan", "check"], under: ["/bin/sh", "-c", "exec \"$0\" \"$@\" > /dev/full"])
        #expect(answer.status == 73)
        #expect(answer.errors.contains("standard output"))
    }
}
