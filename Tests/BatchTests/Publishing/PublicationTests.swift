import Plan
import SystemPackage
import Testing

@testable import Batch

@Suite struct PublicationTests {
    let folder: TemporaryFolder
    let out: OutFolder

    init() throws {
        folder = try TemporaryFolder()
        out = OutFolder(folder.path.appending("out"))
        try out.prepare()
    }

    @Test func firstSetIsPublishedWithManifestAndSums() throws {
        try publish(["a.csv": "1\n", "2026-Q1/figures.csv": "2\n"])
        #expect(try folder.read("out/hien-hanh/2026-Q1/figures.csv") == "2\n")
        #expect(
            try folder.read("out/hien-hanh/SHA256SUMS").hasPrefix(
                "53c234e5e8472b6ac51c1ae1cab3fe06fad053beb8ebfd8977b010655bfdd3c3  2026-Q1/figures.csv\n"
            )
        )
        let published = try #require(try PublishedSet(out))
        #expect(published.manifest.outputs.map(\.path) == ["2026-Q1/figures.csv", "a.csv"])
        #expect(!folder.has("out/.tonghop/previous"))
    }

    @Test(arguments: [SwapMethod.exchange, .twoRenames])
    func nextSetReplacesTheFirstWhichIsKept(method: SwapMethod) throws {
        try publish(["old.csv": "1"], by: method)
        try publish(["new.csv": "2"], by: method)
        #expect(folder.has("out/hien-hanh/new.csv") && !folder.has("out/hien-hanh/old.csv"))
        #expect(folder.has("out/.tonghop/previous/old.csv"))
        try publish(["newest.csv": "3"], by: method)
        #expect(folder.has("out/hien-hanh/newest.csv"))
        #expect(folder.has("out/.tonghop/previous/new.csv") && !folder.has("out/.tonghop/previous/old.csv"))
        #expect(!folder.has("out/.tonghop/publishing") && !folder.has("out/.tonghop/replaced"))
    }

    @Test func ownerAndGroupCanReadAndNobodyElse() throws {
        try publish(["2026-Q1/figures.csv": "2"])
        for path in ["out", "out/hien-hanh", "out/hien-hanh/2026-Q1", "out/nhat-ky", "out/.tonghop"] {
            #expect(try folder.mode(path) == 0o750, "\(path)")
        }
        for path in ["out/hien-hanh/manifest.json", "out/hien-hanh/SHA256SUMS", "out/hien-hanh/2026-Q1/figures.csv"] {
            #expect(try folder.mode(path) == 0o640, "\(path)")
        }
    }

    @Test func fileThatChangedAfterItWasHashedIsNotPublished() throws {
        try publish(["a.csv": "1"])
        let staging = try Staging(fresh: out)
        try staging.write(Array("2".utf8), to: "a.csv")
        let manifest = manifest(try staging.outputs())
        try folder.write("3", to: "out/.tonghop/staging/hien-hanh/a.csv")
        #expect(throws: PublishingError.corrupted(path: "a.csv")) {
            try Batch.publish(staging, to: out, manifest: manifest)
        }
        #expect(try folder.read("out/hien-hanh/a.csv") == "1")
    }

    @Test func fileThatIsNotInTheManifestIsNotPublished() throws {
        let staging = try Staging(fresh: out)
        let manifest = manifest(try staging.outputs())
        try staging.write(Array("2".utf8), to: "late.csv")
        #expect(throws: PublishingError.corrupted(path: "late.csv")) {
            try Batch.publish(staging, to: out, manifest: manifest)
        }
        #expect(!folder.has("out/hien-hanh"))
    }

    @Test func stagingStartsAnewAfterACutRun() throws {
        try folder.write("half", to: "out/.tonghop/staging/hien-hanh/2026-Q1/half.xlsx")
        try folder.write("x", to: "out/.tonghop/staging/tam/lxw_1")
        try publish(["a.csv": "1"])
        #expect(!folder.has("out/hien-hanh/2026-Q1"))
    }

    @Test func setThatSomebodyDeletedIsPublishedAnewAndThePreviousOneKept() throws {
        try publish(["a.csv": "1"])
        try publish(["b.csv": "2"])
        try SystemCalls.removeAll(out.set)
        try publish(["c.csv": "3"])
        #expect(folder.has("out/hien-hanh/c.csv") && folder.has("out/.tonghop/previous/a.csv"))
    }

    @Test func nameThatIsNoUTF8IsRemovedWithItsSet() throws {
        try publish(["a.csv": "1"])
        let name: [CInterop.PlatformChar] = [120, -1, 0]
        let component = try #require(
            unsafe name.withUnsafeBufferPointer { name in
                unsafe name.baseAddress.flatMap { unsafe FilePath.Component(platformString: $0) }
            }
        )
        try SystemCalls.write([], new: out.set.appending(component))
        for round in 2...4 { try publish(["a.csv": "\(round)"]) }
        #expect(try folder.read("out/hien-hanh/a.csv") == "4")
    }

    @Test func fileIsWrittenOnce() throws {
        let staging = try Staging(fresh: out)
        try staging.write([], to: "a.csv")
        #expect(throws: PublishingError.self) { try staging.write([], to: "a.csv") }
    }

    @Test func placeThatCannotBeWrittenIsAnOutputError() {
        #expect(throws: PublishingError.self) { try OutFolder(FilePath("/proc/tonghop/out")).prepare() }
    }

    @Test func logsOfTheSameRunAreNumbered() throws {
        let run = RunID(text: "0123456789abcdef")
        let day = try #require(CalendarDate(iso: "2026-12-20"))
        #expect(try writeLog("một", asOf: day, run: run, out).lastComponent == "2026-12-20-0123456789ab-1.txt")
        #expect(try writeLog("hai", asOf: day, run: run, out).lastComponent == "2026-12-20-0123456789ab-2.txt")
        #expect(try folder.read("out/nhat-ky/2026-12-20-0123456789ab-1.txt") == "một")
    }

    private func publish(_ files: [String: String], by method: SwapMethod = .exchange) throws {
        try publishFiles(files, to: out, by: method)
    }
}

/// Stages and publishes these files.
func publishFiles(_ files: [String: String], to out: OutFolder, by method: SwapMethod = .exchange) throws {
    let staging = try Staging(fresh: out)
    for (path, text) in files { try staging.write(Array(text.utf8), to: path) }
    try Batch.publish(staging, to: out, manifest: manifest(try staging.outputs()), by: method)
}

/// A manifest of nothing but outputs.
func manifest(_ outputs: [Manifest.Output]) -> Manifest {
    Manifest(
        version: "1",
        run: RunID(text: "00"),
        plan: Manifest.Source(file: "plan-2026.xml", sha256: "11"),
        asOf: CalendarDate(days: 20_000),
        inputs: [],
        skipped: [],
        periods: [
            Manifest.Period(id: "2026-Q1", state: .provisional, units: 1, reported: 1, onTime: 1, late: 0, missing: 0)
        ],
        findings: FindingCounts(),
        outputs: outputs
    )
}
