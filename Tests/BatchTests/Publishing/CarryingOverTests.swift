import FoundationEssentials
import SystemPackage
import Testing

@testable import Batch

@Suite struct CarryingOverTests {
    let folder: TemporaryFolder
    let out: OutFolder

    init() throws {
        folder = try TemporaryFolder()
        out = OutFolder(folder.path.appending("out"))
        try out.prepare()
        try publishFiles(
            ["2026-Q1/figures.csv": "1", "2026-Q1/xa-phuong/a.xlsx": "2", "2026-H1/figures.csv": "3"],
            to: out
        )
    }

    private func carryOver() throws -> (changed: [String], staging: Staging) {
        let published = try #require(try PublishedSet(out))
        let staging = try Staging(fresh: out)
        return (try staging.carryOver(period: "2026-Q1", of: published), staging)
    }

    @Test func periodIsTakenWholeByHardLink() throws {
        let (changed, staging) = try carryOver()
        #expect(changed.isEmpty)
        #expect(try staging.outputs().map(\.path) == ["2026-Q1/figures.csv", "2026-Q1/xa-phuong/a.xlsx"])
        let file = staging.folder.appending("2026-Q1/figures.csv").string
        #expect(try FileManager.default.attributesOfItem(atPath: file)[.referenceCount] as? Int == 2)
    }

    @Test func changedFileIsNamedAndNothingIsTaken() throws {
        try folder.write("ghi chú của tôi", to: "out/hien-hanh/2026-Q1/xa-phuong/a.xlsx")
        let (changed, staging) = try carryOver()
        #expect(changed == ["2026-Q1/xa-phuong/a.xlsx"])
        #expect(try staging.outputs().isEmpty)
    }

    @Test func fileThatIsGoneAndFileThatWasAddedAreNamed() throws {
        try SystemCalls.unlink(out.set.appending("2026-Q1/figures.csv"))
        try folder.write("x", to: "out/hien-hanh/2026-Q1/them.txt")
        #expect(try carryOver().changed == ["2026-Q1/figures.csv", "2026-Q1/them.txt"])
    }

    @Test func linkInPlaceOfAFileIsAChange() throws {
        let file = out.set.appending("2026-Q1/figures.csv")
        try folder.write("1", to: "same.csv")
        try SystemCalls.unlink(file)
        try FileManager.default.createSymbolicLink(
            atPath: file.string,
            withDestinationPath: folder.path.appending("same.csv").string
        )
        #expect(try carryOver().changed == ["2026-Q1/figures.csv"])
    }

    @Test func folderThatIsGoneNamesItsFiles() throws {
        try SystemCalls.removeAll(out.set.appending("2026-Q1"))
        #expect(try carryOver().changed.count == 2)
    }

    @Test func manifestWithAPathOutsideIsNotTrusted() throws {
        let outside = Manifest.Output(path: "2026-Q1/../../../etc/passwd", sha256: "00", bytes: 1)
        #expect(ReadManifest(json: manifest([outside]).json()) == nil)
    }

    @Test func manifestWithAPeriodOutsideIsNotTrusted() throws {
        let json = String(decoding: manifest([]).json(), as: UTF8.self).replacing("2026-Q1", with: "../..")
        #expect(ReadManifest(json: Array(json.utf8)) == nil)
    }

    @Test func setWithoutAReadableManifestCountsAsNone() throws {
        try folder.write("{", to: "out/hien-hanh/manifest.json")
        #expect(try PublishedSet(out) == nil)
    }
}
