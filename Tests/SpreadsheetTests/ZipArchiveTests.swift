import Spreadsheet
import Testing
import XML

@Suite("An archive")
struct ZipArchiveTests {
    private let workshop: Workshop

    init() throws {
        workshop = try Workshop()
    }

    private func open(_ bytes: [UInt8], limits: ZipLimits = .inbox) throws -> ZipArchive {
        try workshop.write(bytes, "a.zip")
        return try ZipArchive(path: workshop.path("a.zip"), limits: limits)
    }

    private func files(_ count: Int, size: Int = 10) -> [StoredZip.File] {
        (0..<count).map { .init("\($0).txt", [UInt8](repeating: 65, count: size)) }
    }

    @Test func givesItsEntriesAndTheirBytes() throws {
        let archive = try open(
            StoredZip.archive([.init("thư/", []), .init("thư/một.txt", Array("chữ".utf8)), .init("rỗng", [])])
        )
        #expect(archive.entries.map(\.name) == ["thư/một.txt", "rỗng"])
        let entry = try #require(archive["thư/một.txt"])
        #expect(entry.size == 5)
        #expect(try archive.contents(of: entry, limit: 5) == Array("chữ".utf8))
        #expect(try archive.contents(of: #require(archive["rỗng"]), limit: 0) == [])
        #expect(archive["khác"] == nil)
        #expect(throws: SpreadsheetError.self) { try archive.contents(of: entry, limit: 4) }
    }

    @Test func readersOutliveTheArchiveTheyCameFrom() throws {
        let reader = try {
            try open(StoredZip.archive(files(1, size: 200_000))).open(.init(of: "0.txt", in: workshop))
        }()
        var total = 0
        while case let chunk = try reader.next(), !chunk.isEmpty {
            #expect(chunk.count <= 65_536)
            total += chunk.count
        }
        #expect(total == 200_000)
    }

    @Test(arguments: [
        ZipLimits(entries: 9, bytes: 1000, ratio: 9), ZipLimits(entries: 10, bytes: 99, ratio: 9),
        ZipLimits(entries: 10, bytes: 0, ratio: 9),
    ])
    func aboveALimitIsRefusedUnread(_ limits: ZipLimits) throws {
        #expect(throws: SpreadsheetError.self) { try open(StoredZip.archive(files(10)), limits: limits) }
        #expect(
            try open(StoredZip.archive(files(10)), limits: .init(entries: 10, bytes: 100, ratio: 1)).entries.count == 10
        )
    }

    @Test func thatUnpacksToFarMoreThanItIsIsRefused() throws {
        let book = try workshop.writer()
        let sheet = try book.addSheet("A")
        for row in 0..<30_000 { try book.write(.number(1), sheet: sheet, row: row, column: 0) }
        _ = try book.close()
        #expect(throws: SpreadsheetError.self) {
            try ZipArchive(path: workshop.path(), limits: .init(entries: 100, bytes: 1 << 30, ratio: 3))
        }
        _ = try ZipArchive(path: workshop.path(), limits: .inbox)
    }

    @Test(arguments: ["/a", "../a", "a/../b", "a\\b", "", "A.txt"])
    func withADangerousOrDoubleNameIsRefused(_ name: String) throws {
        #expect(throws: SpreadsheetError.self) { try open(StoredZip.archive([.init("a.txt", []), .init(name, [1])])) }
    }

    @Test func thatIsEncryptedIsRefused() throws {
        #expect(throws: SpreadsheetError.self) { try open(StoredZip.archive(files(1), flags: 1)) }
    }

    @Test func withAWrongChecksumFailsAtTheEnd() throws {
        let archive = try open(StoredZip.archive(files(1)) { _ in 7 })
        #expect(throws: SpreadsheetError.self) { try archive.contents(of: archive.entries[0], limit: 100) }
    }

    @Test(arguments: [[], [1, 2, 3], Array("PK\u{3}\u{4}".utf8), [UInt8](repeating: 0, count: 5000)] as [[UInt8]])
    func thatIsNoneIsRefused(_ bytes: [UInt8]) throws {
        #expect(throws: SpreadsheetError.self) { try open(bytes) }
        #expect(throws: SpreadsheetError.self) { try ZipArchive(path: workshop.path("none"), limits: .inbox) }
        #expect(throws: SpreadsheetError.self) { try ZipArchive(path: workshop.folder, limits: .inbox) }
    }
}

extension ZipEntry {
    fileprivate init(of name: String, in workshop: Workshop) throws {
        let archive = try ZipArchive(path: workshop.path("a.zip"), limits: .inbox)
        self = try #require(archive[name])
    }
}
