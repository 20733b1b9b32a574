import SystemPackage
import Testing

@testable import Batch

@Suite struct RunLockTests {
    @Test func secondRunIsLockedOutUntilTheFirstEnds() throws {
        let folder = try TemporaryFolder()
        let out = OutFolder(folder.path.appending("out"))
        let first = try RunLock(out)
        #expect(throws: PublishingError.locked(out: out.path.string)) { try RunLock(out) }
        _ = consume first
        #expect(throws: Never.self) { try RunLock(out) }
    }

    @Test func runsOfTwoOutFoldersDoNotMeet() throws {
        let folder = try TemporaryFolder()
        let first = try RunLock(OutFolder(folder.path.appending("one")))
        #expect(throws: Never.self) { try RunLock(OutFolder(folder.path.appending("two"))) }
        _ = consume first
    }
}
