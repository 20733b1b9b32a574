import SystemPackage
import Testing

@testable import Intake

@Suite("Bytes of a file")
struct FileBytesTests {
    private func read(_ name: String, in inbox: ScratchInbox, limit: Int = 100) throws -> [UInt8] {
        try readBytes(Array(name.utf8), below: inbox.path, limit: limit)
    }

    @Test func aFileIsReadWhole() throws {
        let inbox = try ScratchInbox()
        try inbox.write("xa/a.csv", "abc")
        #expect(try read("xa/a.csv", in: inbox) == Array("abc".utf8))
        try inbox.write("empty", "")
        #expect(try read("empty", in: inbox) == [])
    }

    @Test func aFileAboveTheLimitIsNotRead() throws {
        let inbox = try ScratchInbox()
        try inbox.write("a.csv", String(repeating: "x", count: 101))
        #expect(throws: FileBytesError.tooLarge(bytes: 101)) { try read("a.csv", in: inbox) }
    }

    @Test(.timeLimit(.minutes(15))) func neitherLinkNorPipeNorDeviceIsRead() throws {
        let inbox = try ScratchInbox()
        try inbox.write("folder/a.csv", "x")
        inbox.makeLink("link.csv", to: "folder/a.csv")
        inbox.makeLink("linked", to: "folder")
        inbox.makePipe("pipe.csv")
        #expect(throws: FileBytesError.refused("liên kết (link)")) { try read("link.csv", in: inbox) }
        #expect(throws: FileBytesError.self) { try read("linked/a.csv", in: inbox) }
        #expect(throws: FileBytesError.refused("ống dẫn (FIFO)")) { try read("pipe.csv", in: inbox) }
        #expect(throws: FileBytesError.refused("thư mục")) { try read("folder", in: inbox) }
        #expect(throws: FileBytesError.self) { try read("gone.csv", in: inbox) }
        #expect(throws: FileBytesError.refused("thiết bị")) {
            try readBytes(Array("null".utf8), below: "/dev", limit: 100)
        }
    }

    @Test func theSystemsOwnFilesThatSayNoSizeAreRefused() {
        // Larger than its size says: as a file that grows while it is read.
        #expect(throws: FileBytesError.refused("tệp đang được ghi")) {
            try readBytes(Array("version".utf8), below: "/proc", limit: 100)
        }
    }
}
