import Foundation
import Testing

@Suite struct VerifyTests {
    /// A set of one file.
    private final class Out {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
            "tonghop-verify-\(UUID().uuidString)"
        )

        init() throws {
            let set = folder.appendingPathComponent("hien-hanh")
            try FileManager.default.createDirectory(at: set, withIntermediateDirectories: true)
            let hash = "6b86b273ff34fce19d6b804eff5a3f5747ada4eaa22f1d49c01e52ddb7875b4b"
            let manifest =
                #"{"run":"0123456789abcdef","as_of":"2026-12-20","inputs":[],"periods":[],"#
                + #""outputs":[{"path":"a.csv","sha256":"\#(hash)","bytes":1}]}"#
            try Data("1".utf8).write(to: set.appendingPathComponent("a.csv"))
            try Data(manifest.utf8).write(to: set.appendingPathComponent("manifest.json"))
            let sums =
                "\(hash)  a.csv\n922e6152f793e8f9d8e9e32221cc29271cf762db903e0d97c0173912de6b3812  manifest.json\n"
            try Data(sums.utf8).write(to: set.appendingPathComponent("SHA256SUMS"))
        }

        deinit { try? FileManager.default.removeItem(at: folder) }

        func change() throws {
            try Data("2".utf8).write(to: folder.appendingPathComponent("hien-hanh/a.csv"))
        }
    }

    @Test func setThatIsWholeExitsWith0() throws {
        let out = try Out()
        let answer = try Program.run("verify", out.folder.path)
        #expect(answer.status == 0, "\(answer.errors)")
        #expect(answer.output.contains("lần chạy 0123456789ab, số liệu tính đến ngày 20/12/2026"))
        #expect(answer.output.contains("\nKhông có sai khác.\n"))
        #expect(try Program.run("verify", out.folder.path, "--quiet").output.isEmpty)
    }

    @Test(arguments: [[], ["--quiet"]])
    func differenceIsToldAndExitsWith1(options: [String]) throws {
        let out = try Out()
        try out.change()
        let answer = try Program.run(["verify", out.folder.path] + options)
        #expect(answer.status == 1)
        #expect(answer.output.contains("\n  hien-hanh/a.csv: nội dung đã bị sửa"))
    }

    @Test func folderWithoutASetExitsWith73() throws {
        let answer = try Program.run("verify", "/nowhere")
        #expect(answer.status == 73)
        #expect(answer.output.isEmpty)
        #expect(answer.errors.contains("/nowhere/hien-hanh"))
    }
}
