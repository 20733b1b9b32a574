import SystemPackage
import Testing

@testable import Batch

/// Runs that were cut: each test lays what the cut left, and the next start must find one whole set.
@Suite struct RecoveryTests {
    let folder: TemporaryFolder
    let out: OutFolder

    init() throws {
        folder = try TemporaryFolder()
        out = OutFolder(folder.path.appending("out"))
        try out.prepare()
        try publishFiles(["old.csv": "1"], to: out)
        // A set that is ready to take its place.
        let staging = try Staging(fresh: out)
        try staging.write(Array("2".utf8), to: "new.csv")
        try staging.write(manifest([]).json(), to: Manifest.fileName)
    }

    private func writeIntent(_ hash: String? = nil) throws {
        try folder.write(hash ?? sha256(manifest([]).json()), to: "out/.tonghop/publishing")
    }

    private func rename(_ source: String, _ target: String) throws {
        try SystemCalls.rename(folder.path.appending(source), to: folder.path.appending(target))
    }

    @Test func withoutAnIntentNothingIsTouched() throws {
        try recover(out)
        #expect(folder.has("out/hien-hanh/old.csv") && folder.has("out/.tonghop/staging/hien-hanh/new.csv"))
    }

    @Test func cutBeforeTheFirstRenameLeavesTheOldSet() throws {
        try writeIntent()
        try recover(out)
        #expect(folder.has("out/hien-hanh/old.csv") && !folder.has("out/.tonghop/publishing"))
    }

    @Test func cutBetweenTheRenamesPublishesTheNewSet() throws {
        try writeIntent()
        try rename("out/hien-hanh", "out/.tonghop/replaced")
        try recover(out)
        #expect(folder.has("out/hien-hanh/new.csv"))
        #expect(folder.has("out/.tonghop/previous/old.csv"))
        #expect(!folder.has("out/.tonghop/publishing") && !folder.has("out/.tonghop/replaced"))
    }

    @Test func cutBetweenTheRenamesGoesBackWhereTheNewSetIsNotTheOneMeant() throws {
        try writeIntent("another")
        try rename("out/hien-hanh", "out/.tonghop/replaced")
        try recover(out)
        #expect(folder.has("out/hien-hanh/old.csv") && !folder.has("out/.tonghop/publishing"))
    }

    @Test func cutBetweenTheRenamesGoesBackWhereTheNewSetIsGone() throws {
        try writeIntent()
        try rename("out/hien-hanh", "out/.tonghop/replaced")
        try SystemCalls.removeAll(out.staging)
        try recover(out)
        #expect(folder.has("out/hien-hanh/old.csv"))
    }

    @Test func cutAfterTheRenamesKeepsTheReplacedSetAsPrevious() throws {
        try writeIntent()
        try rename("out/hien-hanh", "out/.tonghop/replaced")
        try rename("out/.tonghop/staging/hien-hanh", "out/hien-hanh")
        try recover(out)
        #expect(folder.has("out/hien-hanh/new.csv") && folder.has("out/.tonghop/previous/old.csv"))
    }

    @Test func cutAfterTheExchangeNeedsNoRecovery() throws {
        try SystemCalls.exchange(out.set, out.staged)
        try recover(out)
        try publishFiles(["newest.csv": "3"], to: out)
        #expect(folder.has("out/hien-hanh/newest.csv") && folder.has("out/.tonghop/previous/new.csv"))
    }

    @Test func recoveringTwiceIsRecoveringOnce() throws {
        try writeIntent()
        try rename("out/hien-hanh", "out/.tonghop/replaced")
        try recover(out)
        try recover(out)
        #expect(folder.has("out/hien-hanh/new.csv"))
    }
}
