import Foundation
import Testing

@testable import Batch

/// What a run does with a published set whose manifest somebody has deleted or changed.
@Suite struct UnknownSetTests {
    private func office() throws -> Office {
        let office = try Office(files: [
            "don-vi.csv":
                "ma_don_vi,ten_don_vi,loai_hinh,ma_xa,ten_xa\n31000001,Trường Tiểu học A,TH,11359,Xã Hải Vân\n",
            "inbox/bao-cao.csv":
                "ma_don_vi,ky_bao_cao,nam,ngay_bao_cao,quan_triet\n31000001,Q1,2026,10/3/2026,Có\n",
        ])
        try office.run("2026-06-20", periods: ["2026-Q1", "2026-H1"])
        return office
    }

    @Test func itsPeriodsAreComputedAnewAndNoneIsLost() throws {
        let office = try office()
        let before = try office.set()
        try office.write("{", to: "out/hien-hanh/manifest.json")
        try office.run("2026-06-20", periods: ["2026-H1"])
        #expect(office.report?.periods.map(\.id) == ["2026-Q1", "2026-H1"])
        #expect(office.report?.tamperedOutputs == ["manifest.json"])
        #expect(try office.set() == before)
    }

    @Test func aPeriodThatThisPlanDoesNotHaveIsNamed() throws {
        let office = try office()
        let set = office.folder.appendingPathComponent("out/hien-hanh")
        try FileManager.default.moveItem(
            at: set.appendingPathComponent("2026-Q1"),
            to: set.appendingPathComponent("2025-Y")
        )
        try FileManager.default.removeItem(at: set.appendingPathComponent("manifest.json"))
        try office.run("2026-06-20", periods: ["2026-H1"])
        #expect(office.report?.warnings.contains { $0.contains("tonghop run --period 2025-Y") } == true)
    }

    @Test func theFirstRunHasNoneToReplace() throws {
        #expect(try office().report?.tamperedOutputs == [])
    }
}
