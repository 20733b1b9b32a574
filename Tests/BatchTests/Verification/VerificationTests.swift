import FoundationEssentials
import Ledger
import Plan
import Synchronization
import SystemPackage
import Testing

@testable import Batch

/// Sets of a few files, published and then touched.
@Suite struct VerificationTests {
    let folder: TemporaryFolder
    let out: OutFolder

    init() throws {
        folder = try TemporaryFolder()
        out = OutFolder(folder.path.appending("out"))
        try out.prepare()
        try publishFiles(["2026-Q1/xa-phuong/a.txt": "1", "2026-Q1/b.txt": "2", "receipts.csv": "3"], to: out)
    }

    private func verified(_ progress: ProgressListener = { _ in }) throws -> VerificationReport {
        try Batch.verify(VerifyOptions(out: out.path), progress: progress)
    }

    private func faults() throws -> [String: SetFault] {
        Dictionary(try verified().differences.map { ($0.path, $0.fault) }, uniquingKeysWith: { first, _ in first })
    }

    @Test func setAsItWasPublishedHasNoDifference() throws {
        let report = try verified()
        #expect(report.differences.isEmpty)
        #expect(report.run == "00" && report.files == 3 && report.workbooks == 0)
    }

    /// What somebody does to a set, and what is told of it.
    enum Touch: CaseIterable {
        case change, cut, delete, add, addFolder, link, replaceByFolder, linkFolder, sums, sumsGone, manifest,
            manifestGone

        func touch(_ folder: TemporaryFolder) throws {
            let set = folder.path.appending("out/hien-hanh")
            let file = set.appending("2026-Q1/b.txt")
            switch self {
            case .change: try folder.write("9", to: "out/hien-hanh/2026-Q1/b.txt")
            case .cut: try folder.write("", to: "out/hien-hanh/2026-Q1/b.txt")
            case .delete: try SystemCalls.unlink(file)
            case .add: try folder.write("2", to: "out/hien-hanh/2026-Q1/c.txt")
            case .addFolder: try SystemCalls.mkdir(set.appending("moi"))
            case .link:
                try SystemCalls.rename(file, to: folder.path.appending("b.txt"))
                try link(file, to: folder.path.appending("b.txt"))
            case .replaceByFolder:
                try SystemCalls.unlink(file)
                try SystemCalls.mkdir(file)
            case .linkFolder:
                try SystemCalls.rename(set.appending("2026-Q1"), to: folder.path.appending("2026-Q1"))
                try link(set.appending("2026-Q1"), to: folder.path.appending("2026-Q1"))
            case .sums:
                let sums = try folder.read("out/hien-hanh/SHA256SUMS")
                try folder.write(sums.replacing("2026-Q1/b.txt", with: "2026-Q1/d.txt"), to: "out/hien-hanh/SHA256SUMS")
            case .sumsGone: try SystemCalls.unlink(set.appending("SHA256SUMS"))
            case .manifest:
                let manifest = try folder.read("out/hien-hanh/manifest.json")
                try folder.write(manifest + "\n", to: "out/hien-hanh/manifest.json")
            case .manifestGone: try SystemCalls.unlink(set.appending("manifest.json"))
            }
        }

        private func link(_ path: FilePath, to target: FilePath) throws {
            try FileManager.default.createSymbolicLink(atPath: path.string, withDestinationPath: target.string)
        }

        var told: [String: SetFault] {
            switch self {
            case .change, .cut: ["hien-hanh/2026-Q1/b.txt": .changed]
            case .delete: ["hien-hanh/2026-Q1/b.txt": .missing]
            case .add: ["hien-hanh/2026-Q1/c.txt": .strange]
            case .addFolder: ["hien-hanh/moi": .strange]
            case .link: ["hien-hanh/2026-Q1/b.txt": .notAFile]
            case .replaceByFolder: ["hien-hanh/2026-Q1/b.txt": .missing]
            case .linkFolder:
                [
                    "hien-hanh/2026-Q1": .notAFile, "hien-hanh/2026-Q1/b.txt": .missing,
                    "hien-hanh/2026-Q1/xa-phuong/a.txt": .missing,
                ]
            case .sums: ["hien-hanh/SHA256SUMS": .otherSum(of: "2026-Q1/b.txt")]
            case .sumsGone: ["hien-hanh/SHA256SUMS": .unreadableSums]
            case .manifest: ["hien-hanh/manifest.json": .changed]
            case .manifestGone: ["hien-hanh/manifest.json": .unreadableManifest]
            }
        }
    }

    @Test(arguments: Touch.allCases)
    func whatSomebodyDidToTheSetIsTold(touch: Touch) throws {
        try touch.touch(folder)
        #expect(try faults() == touch.told)
    }

    @Test func withoutAManifestTheHashesStillTellWhatChanged() throws {
        try Touch.manifestGone.touch(folder)
        try Touch.change.touch(folder)
        #expect(
            try faults() == [
                "hien-hanh/manifest.json": .unreadableManifest, "hien-hanh/2026-Q1/b.txt": .changed,
            ]
        )
    }

    @Test func workbookAndFiguresAreReadThoughTheirHashesAreRight() throws {
        try publishFiles(["2026-Q1/a.xlsx": "no workbook", "2026-Q1/figures.csv": "nothing"], to: out)
        let found = try faults()
        guard case .damagedWorkbook = found["hien-hanh/2026-Q1/a.xlsx"] else {
            Issue.record("\(found)")
            return
        }
        #expect(found["hien-hanh/2026-Q1/figures.csv"] == .figures("dòng 1 không đọc được"))
    }

    @Test func runMayGoOnMeanwhileAndNothingIsWritten() throws {
        let lock = try RunLock(out)
        let before = try state()
        #expect(try verified().differences.isEmpty)
        #expect(try state() == before)
        _ = consume lock
    }

    /// Every file of the out folder with its rights, size and time.
    private func state() throws -> [String: String] {
        var state: [String: String] = [:]
        for path in try FileManager.default.subpathsOfDirectory(atPath: out.path.string) {
            let attributes = try FileManager.default.attributesOfItem(atPath: out.path.appending(path).string)
            state[path] =
                "\(attributes[.posixPermissions] ?? "") \(attributes[.size] ?? "") \(attributes[.modificationDate] ?? "")"
        }
        return state
    }

    @Test func setThatIsExchangedWhileItIsReadIsReadAgain() throws {
        let exchanges = Atomic(0)
        let report = try verified { [out] _ in
            guard exchanges.wrappingAdd(1, ordering: .relaxed).oldValue == 0 else { return }
            do { try publishFiles(["new.txt": "4"], to: out) } catch { Issue.record(error) }
        }
        #expect(report.differences.isEmpty)
        #expect(report.files == 1)
        #expect(report.notes.contains { $0.contains("đọc lại từ đầu") })
    }

    @Test func setThatIsExchangedEachTimeIsGivenUp() throws {
        #expect(throws: BatchError.self) {
            try verified { [out] step in
                guard step == "đọc bộ số liệu đã công bố" else { return }
                do { try publishFiles(["new.txt": "4"], to: out) } catch { Issue.record(error) }
            }
        }
    }

    @Test func withoutASetThereIsNothingToVerify() throws {
        #expect(throws: BatchError.self) {
            try Batch.verify(VerifyOptions(out: folder.path.appending("nowhere")), progress: { _ in })
        }
    }

    @Test func setGivenInPlaceOfItsOutFolderIsExplained() throws {
        let error = #expect(throws: BatchError.self) {
            try Batch.verify(VerifyOptions(out: out.set), progress: { _ in })
        }
        #expect(error?.message.contains("không phải chính hien-hanh") == true)
    }
}
