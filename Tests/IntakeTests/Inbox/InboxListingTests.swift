import SystemPackage
import Testing

@testable import Intake

@Suite("Listing an inbox")
struct InboxListingTests {
    @Test func filesStandInTheOrderOfPaths() throws {
        let inbox = try ScratchInbox()
        for name in ["b.csv", "a-2.csv", "a.csv", "xa/c.csv", "xa/b/d.csv"] { try inbox.write(name, "x") }
        let listing = try listInbox(inbox.path)
        #expect(listing.entries.map(\.path) == ["a.csv", "a-2.csv", "b.csv", "xa/b/d.csv", "xa/c.csv"])
        #expect(listing.entries.allSatisfy { $0.refusal == nil })
        #expect(listing.skipped.isEmpty)
    }

    @Test func whatProgramsLeaveBehindIsSkippedAndNamed() throws {
        let inbox = try ScratchInbox()
        let names = [
            "~$a.xlsx", ".~lock.a.csv#", "._a.csv", ".DS_Store", "Thumbs.db", "desktop.ini", ".gitkeep", ".git/config",
            "xa/._b",
        ]
        for name in names { try inbox.write(name, "x") }
        let listing = try listInbox(inbox.path)
        #expect(listing.entries.isEmpty)
        #expect(
            listing.skipped == [
                ".DS_Store", "._a.csv", ".git", ".gitkeep", ".~lock.a.csv#", "Thumbs.db", "desktop.ini", "xa/._b",
                "~$a.xlsx",
            ]
        )
    }

    @Test func incompleteDownloadsLinksAndPipesAreRefused() throws {
        let inbox = try ScratchInbox()
        for name in ["a.csv.part", "b.TMP", "c.crdownload"] { try inbox.write(name, "x") }
        inbox.makeLink("d.csv", to: "/etc/passwd")
        inbox.makeLink("e", to: "/etc")
        inbox.makeLink("f", to: ".")
        inbox.makePipe("g.csv")
        let refusals = try listInbox(inbox.path).entries.map { "\($0.path): \($0.refusal ?? "")" }
        #expect(
            refusals == [
                "a.csv.part: tệp tải về dở dang", "b.TMP: tệp tải về dở dang", "c.crdownload: tệp tải về dở dang",
                "d.csv: liên kết (link)", "e: liên kết (link)", "f: liên kết (link)", "g.csv: ống dẫn (FIFO)",
            ]
        )
    }

    @Test func strangeNamesAreListedByTheirBytes() throws {
        let inbox = try ScratchInbox()
        let names: [[UInt8]] = [
            Array("a\nb.csv".utf8), [0x61, 0xFF], Array("ba\u{301}o.csv".utf8), [UInt8](repeating: 0x78, count: 255),
        ]
        for name in names { try inbox.write(name, [0x78]) }
        let entries = try listInbox(inbox.path).entries
        #expect(Set(entries.map(\.pathBytes)) == Set(names))
        #expect(entries.contains { $0.path == "a␊b.csv" })
        #expect(entries.contains { $0.path == "báo.csv" })
    }

    @Test func foldersNestedTooDeepAreRefused() throws {
        let inbox = try ScratchInbox()
        try inbox.write((1...70).map { "\($0)" }.joined(separator: "/") + "/a.csv", "x")
        let entries = try listInbox(inbox.path).entries
        #expect(entries.count == 1)
        #expect(entries.first?.refusal == "thư mục lồng quá 64 cấp")
    }

    @Test(arguments: ["/nonexistent/inbox", "/etc/passwd"])
    func anInboxThatIsNoFolderIsAnErrorOfTheRun(path: String) {
        #expect(throws: IntakeError.self) { try listInbox(FilePath(path)) }
    }
}
