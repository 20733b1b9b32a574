import Foundation
import Glibc
import Testing

@testable import Batch

/// What a run says where a place that it needs is not what it should be.
@Suite struct BrokenPlacesTests {
    private static let roster =
        "ma_don_vi,ten_don_vi,loai_hinh,ma_xa,ten_xa\n31000001,Trường Tiểu học A,TH,11359,Xã Hải Vân\n"
    private static let report =
        "ma_don_vi,ky_bao_cao,nam,ngay_bao_cao,quan_triet\n31000001,Q1,2026,10/3/2026,Có\n"

    /// A pipe that nobody writes into would keep the night waiting.
    @Test(.timeLimit(.minutes(5))) func aPipeIsNoRoster() throws {
        let office = try Office(files: ["inbox/bao-cao.csv": Self.report])
        let path = office.folder.appendingPathComponent("don-vi.csv").path
        #expect(unsafe mkfifo(path, 0o600) == 0)
        #expect(throws: BatchError.self) { try office.run("2026-03-20") }
    }

    @Test func aFaultOfAWholeRosterHasNoLine() throws {
        let office = try Office(files: [
            "don-vi.csv": "ma_don_vi,ten_don_vi\n31000001,Trường Tiểu học A\n", "inbox/bao-cao.csv": Self.report,
        ])
        let error = #expect(throws: BatchError.self) { try office.run("2026-03-20") }
        let told = try #require(error)
        #expect(!"\(told)".contains("dòng 0"), "\(told)")
    }

    /// The set stands by then: nobody may think that it does not.
    @Test func aLogThatCannotBeWrittenIsAWarningAboutTheLogAlone() throws {
        let office = try Office(files: ["don-vi.csv": Self.roster, "inbox/bao-cao.csv": Self.report])
        try office.run("2026-03-20")
        let logs = office.folder.appendingPathComponent("out/nhat-ky")
        try FileManager.default.removeItem(at: logs)
        try office.write("", to: "out/nhat-ky")
        try office.run("2026-03-21")
        let warnings = try #require(office.report).warnings
        #expect(warnings.contains { $0.hasPrefix("Đã công bố, nhưng không ghi được nhật ký") }, "\(warnings)")
    }
}
