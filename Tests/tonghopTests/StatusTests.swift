import Foundation
import Testing

@testable import tonghop

@Suite struct StatusCommandTests {
    /// A city's first quarter, published on the day after it was due.
    private func withOut(_ body: (String) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("tonghop-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let inbox = folder.appendingPathComponent("inbox")
        try FileManager.default.createDirectory(at: inbox, withIntermediateDirectories: true)
        try Data(Self.roster.utf8).write(to: folder.appendingPathComponent("don-vi.csv"))
        try Data("ma_don_vi,ky_bao_cao,nam,ngay_bao_cao\nA1,Q1,2026,10/3/2026\n".utf8)
            .write(to: inbox.appendingPathComponent("a.csv"))
        let out = folder.appendingPathComponent("out").path
        let run = try Program.run(
            "run",
            "--inbox",
            inbox.path,
            "--out",
            out,
            "--period",
            "2026-Q1",
            "--as-of",
            "2026-03-20",
            "--quiet"
        )
        try #require(run.status == 0, "\(run.errors)")
        try body(out)
    }

    private static let roster = """
        ma_don_vi,ten_don_vi,loai_hinh,cap_hoc,ma_xa,ten_xa,cong_lap,so_hoc_sinh,so_cbgvnv
        A1,Mầm non Sóng,MN,,X1,Xã Một,Có,100,10
        A2,Tiểu học Gió,TH,,X1,Xã Một,Có,100,10
        B1,Tiểu học Mây,TH,,X2,Phường Hai,Có,100,10

        """

    @Test func tellsWhoIsMissingByCommuneWithoutColoursInAPipe() throws {
        try withOut { out in
            let answer = try Program.run("status", "--out", out)
            #expect(answer.status == 0, "\(answer.errors)")
            #expect(!answer.output.contains("\u{1B}"))
            #expect(answer.output.hasPrefix("2026-Q1  Báo cáo quý I (15/12/2025 - 14/3/2026)\n"))
            #expect(
                answer.output.contains(
                    """
                    Xã, phường      Phải BC  Đúng hạn  Chậm  Thiếu  Đã BC
                    Xã Một                2         1     0      1    50%
                    Phường Hai            1         0     0      1     0%
                    Toàn thành phố        3         1     0      2  33,3%

                    Thiếu báo cáo: 2 đơn vị
                      Xã Một (1)
                        A2  Tiểu học Gió
                      Phường Hai (1)
                        B1  Tiểu học Mây

                    Chưa chốt kỳ nào.
                    Lần chạy gần nhất:
                    """
                ),
                "\(answer.output)"
            )
        }
    }

    @Test func healthIsOneLineAndAnExitStatus() throws {
        try withOut { out in
            let sound = try Program.run("status", "--out", out, "--health")
            #expect(sound.status == 0 && sound.output.hasPrefix("OK - ") && sound.output.contains(" | age="))
            let late = try Program.run("status", "--out", out, "--health", "--max-age", "0s")
            // The run may have ended in this very second.
            #expect([0, 2].contains(late.status))
            #expect(late.output.filter { $0 == "\n" }.count == 1)
            let elsewhere = try Program.run("status", "--out", out, "--health", "--state", out + "/nowhere")
            #expect(elsewhere.status == 2 && elsewhere.output.hasPrefix("CRITICAL - "))
            #expect(try Program.run("status", "--out", out + "/nowhere", "--health").status == 2)
        }
    }

    @Test func aRunLeavesMetricsAndAFailedOneTheLastSuccess() throws {
        try withOut { out in
            let file = URL(fileURLWithPath: out + "/.tonghop/tonghop.prom")
            func lines() throws -> [Substring] {
                String(decoding: try Data(contentsOf: file), as: UTF8.self).split(separator: "\n")
            }
            let first = try lines()
            let success = try #require(first.first { $0.hasPrefix("tonghop_last_success_timestamp_seconds ") })
            #expect(first.contains("tonghop_last_run_success 1"))
            #expect(first.contains(#"tonghop_units_expected{period="2026-Q1"} 3"#))
            #expect(first.contains(#"tonghop_units_reported{period="2026-Q1"} 1"#))
            let roster = URL(fileURLWithPath: out).deletingLastPathComponent().appendingPathComponent("don-vi.csv")
            try FileManager.default.removeItem(at: roster)
            let inbox = roster.deletingLastPathComponent().appendingPathComponent("inbox").path
            let arguments = ["run", "--inbox", inbox, "--out", out, "--period", "2026-Q1"]
            #expect(try Program.run(arguments).status == 65)
            let second = try lines()
            #expect(second.contains(success))
            #expect(second.contains("tonghop_last_run_success 0"))
            #expect(second.contains("tonghop_last_run_exit_status 65"))
            let health = try Program.run("status", "--out", out, "--health")
            #expect(health.status == 1 && health.output.hasPrefix("WARNING - "))
            // Another run at work, or a wrong option, is no failed night.
            try FileManager.default.removeItem(at: file)
            #expect(try Program.run(arguments, under: ["/usr/bin/flock", out + "/.tonghop/lock"]).status == 75)
            #expect(try Program.run("run", "--inbox", inbox, "--out", out, "--period", "2026-Q2").status == 64)
            #expect(!FileManager.default.fileExists(atPath: file.path))
        }
    }

    @Test func faultsHaveTheirExitStatus() throws {
        try withOut { out in
            #expect(try Program.run("status", "--out", out + "/nowhere").status == 64)
            #expect(try Program.run("status", "--out", out, "--period", "2026-Q2").status == 64)
            #expect(try Program.run("status", "--out", out, "--health", "--period", "2026-Q1").status == 64)
            #expect(try Program.run("status", "--out", out, "--max-age", "lâu").status == 64)
            try FileManager.default.createDirectory(atPath: out + "/trong", withIntermediateDirectories: true)
            #expect(try Program.run("status", "--out", out + "/trong").status == 65)
            try Data("unit\n".utf8).write(to: URL(fileURLWithPath: out + "/hien-hanh/2026-Q1/facts.csv"))
            let tampered = try Program.run("status", "--out", out)
            #expect(tampered.status == 73 && tampered.output.isEmpty)
            #expect(tampered.errors.contains("2026-Q1/facts.csv"))
        }
    }

    @Test(arguments: [("26h", 93_600), ("90m", 5_400), ("2d", 172_800), ("0s", 0), ("3600s", 3_600)])
    func agesAreReadWithTheirUnit(text: String, seconds: Int) {
        #expect(Age(argument: text)?.seconds == seconds)
    }

    @Test(arguments: ["", "h", "26", "-1h", "1.5h", "26 h", "99999999h"])
    func otherAgesAreRefused(text: String) {
        #expect(Age(argument: text) == nil)
    }
}
