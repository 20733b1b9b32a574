import Foundation
import Testing

/// Closing as a person types it: words, exit status, and who did it.
@Suite struct ClosingTests {
    private let folder = FileManager.default.temporaryDirectory.appendingPathComponent("tonghop-\(UUID().uuidString)")

    private func write(_ text: String, to path: String) throws {
        let url = folder.appendingPathComponent(path)
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: url)
    }

    private func tonghop(_ arguments: String..., user: String = "lan") throws -> Program.Answer {
        try Program.run(
            arguments + ["--out", folder.appendingPathComponent("out").path],
            environment: ["SUDO_USER": user]
        )
    }

    private var metrics: String {
        get throws {
            try String(contentsOf: folder.appendingPathComponent("out/.tonghop/tonghop.prom"), encoding: .utf8)
        }
    }

    @Test func aPeriodIsClosedRefusedAndReopened() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        try write(
            "ma_don_vi,ten_don_vi,loai_hinh,ma_xa,ten_xa\n31000001,Trường Tiểu học A,TH,11359,Xã Hải Vân\n",
            to: "don-vi.csv"
        )
        try write(
            "ma_don_vi,ky_bao_cao,nam,ngay_bao_cao,quan_triet\n31000001,Q1,2026,10/3/2026,Có\n",
            to: "hop-thu/bao-cao.csv"
        )
        let inbox = folder.appendingPathComponent("hop-thu").path
        let run = ["run", "--inbox", inbox, "--period", "2026-Q1", "--as-of", "2026-03-20"]
        #expect(try tonghop(run[0], run[1], run[2], run[3], run[4], run[5], run[6]).status == 0)
        let metrics = try metrics
        let closed = try tonghop("close", "2026-Q1", "--inbox", inbox)
        #expect(closed.status == 0 && closed.errors.isEmpty)
        #expect(closed.output.contains("Đã chốt kỳ 2026-Q1") && closed.output.contains("Người chốt: lan, lúc"))
        #expect(metrics.contains(#"tonghop_units_reported{period="2026-Q1"} 1"#))
        #expect(try self.metrics == metrics, "closing changes no figure, and is no nightly run")
        #expect(try tonghop("status", "--period", "2026-Q1").output.contains("1/1"))
        let again = try tonghop(run[0], run[1], run[2], run[3], run[4], run[5], run[6])
        #expect(again.status == 64 && again.errors.contains("tonghop reopen 2026-Q1"))
        let opened = try tonghop("reopen", "2026-Q1", "--reason", "trường gửi lại", user: "minh")
        #expect(opened.status == 0 && opened.output.contains("minh") && opened.output.contains("trường gửi lại"))
        #expect(try self.metrics == metrics, "nor is reopening")
        try FileManager.default.removeItem(at: folder.appendingPathComponent("hop-thu/bao-cao.csv"))
        let refused = try tonghop("close", "2026-Q1", "--inbox", inbox)
        #expect(refused.status == 65 && refused.errors.contains("bao-cao.csv: không còn"))
        // A frozen folder has no right to write; it must have them to be deleted.
        let files = FileManager.default.enumerator(atPath: folder.appendingPathComponent("out").path)
        while let path = files?.nextObject() as? String {
            let file = folder.appendingPathComponent("out/\(path)").path
            try? FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: file)
        }
    }
}
