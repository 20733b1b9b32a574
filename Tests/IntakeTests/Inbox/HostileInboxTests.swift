import Records
import SystemPackage
import Testing

@testable import Intake

/// What may lie in an inbox to do harm, read the way a run reads it: each is a finding, never a crash and never a hang.
@Suite("A hostile inbox", .timeLimit(.minutes(15)))
struct HostileInboxTests {
    private let header = "ma_don_vi,ngay,chu_de,so_hs,ngay_gui,ghi_chu\n"
    private let row = "31000001,14/3/2026,MT,1,,\n"

    /// Path and findings of every reading.
    private func told(_ inbox: ScratchInbox) throws -> [String] {
        try readInbox(inbox.path, context: ReadingDesk().context).readings.map { reading in
            #expect(reading.balances)
            return ([reading.file.path] + reading.told).joined(separator: " ")
        }
    }

    @Test func zeroBytesAreRemovedAndTold() throws {
        let inbox = try ScratchInbox()
        try inbox.write("a.csv", header + "310\u{0}00001,14/3/2026,MT,1,,\u{0}\n\u{0}\u{0}\u{0}\n" + row)
        try inbox.write(Array("b.csv".utf8), [UInt8](repeating: 0, count: 100_000))
        let told = try told(inbox)
        #expect(told[0] == "a.csv C8 line 2: 31000001 | Mã đơn vị C8 line 2 | Ghi chú")
        #expect(told[1].hasPrefix("b.csv F"))
    }

    @Test func textThatBreaksOffInTheMiddleIsRefusedWithItsLine() throws {
        let inbox = try ScratchInbox()
        let titles = "Mã đơn vị,Ngày,Chủ đề,Số học sinh,ngay_gui,Ghi chú\n"
        try inbox.write(Array("a.csv".utf8), Array((titles + row).utf8) + [0x61, 0xC3, 0x28, 0xFF] + Array(row.utf8))
        #expect(try told(inbox) == ["a.csv F2 line 3 | Tệp UTF-8 bị hỏng, có chỗ không phải UTF-8"])
    }

    /// A file of 300 MB that holds nothing takes no room on the disk: it is refused by its size, before a byte is read.
    @Test func aFileAboveTheLimitIsRefusedByItsSizeAlone() throws {
        let inbox = try ScratchInbox()
        try inbox.write("a.csv", "")
        try inbox.grow("a.csv", to: 300 << 20)
        let readings = try readInbox(inbox.path, context: ReadingDesk().context).readings
        #expect(readings.map(\.told) == [["F7 | 200"]])
        #expect(readings[0].file.sha256.isEmpty)
        #expect(readings[0].file.bytes == 300 << 20)
    }

    @Test(arguments: [",", ";", "\"", "a", "=", "\u{0}"])
    func oneLineOfFiftyMegabytesIsRefused(character: String) throws {
        let inbox = try ScratchInbox()
        let line = [UInt8](repeating: Array(character.utf8)[0], count: 50 << 20)
        try inbox.write(Array("a.csv".utf8), line)
        let told = try told(inbox)
        #expect(told.count == 1)
        #expect(told[0].hasPrefix("a.csv F"))
    }

    @Test(arguments: ["\n", "\r\n", "\r"])
    func fiftyMegabytesOfEmptyLinesAreNoTable(lineBreak: String) throws {
        let inbox = try ScratchInbox()
        let lines = String(repeating: lineBreak, count: (50 << 20) / lineBreak.utf8.count)
        try inbox.write("a.csv", lines)
        try inbox.write("b.csv", header + lines + row)
        #expect(try told(inbox) == ["a.csv F3 | ; ; ", "b.csv"])
    }

    @Test func linesOfDelimitersWithoutEndCostNoMoreThanTheirReading() throws {
        let inbox = try ScratchInbox()
        try inbox.write("a.csv", String(repeating: ",,,,,\n", count: 200_000) + header + row)
        #expect(try told(inbox)[0].hasPrefix("a.csv F3"))
    }

    @Test func aHundredThousandColumnsAreRefused() throws {
        let inbox = try ScratchInbox()
        let names = (0..<100_000).map { "cot_\($0)" }.joined(separator: ",")
        try inbox.write("a.csv", names + "\n" + names + "\n")
        try inbox.write("b.csv", header + String(repeating: "x,", count: 100_000) + "\n" + row)
        let told = try told(inbox)
        #expect(told[0].hasPrefix("a.csv F3"))
        #expect(told[1] == "b.csv L4 line 2 | 6; hơn 16384")
    }

    @Test func aQuoteThatNeverClosesEndsTheReadingThere() throws {
        let inbox = try ScratchInbox()
        try inbox.write(
            "a.csv",
            header + row + "31000001,\"15/3/2026,MT,1,,\n" + String(repeating: row, count: 100_000)
        )
        #expect(try told(inbox) == ["a.csv F4 line 3"])
        let reading = try #require(try readInbox(inbox.path, context: ReadingDesk().context).readings.first)
        #expect(reading.rowsRead == 1)
        #expect(reading.isBrokenOff)
    }

    @Test func linksPipesLoopsAndFoldersWithoutEndAreTold() throws {
        let inbox = try ScratchInbox()
        try inbox.write("a.csv", header + row)
        inbox.makeLink("b.csv", to: "/etc/passwd")
        inbox.makeLink("c", to: "..")
        inbox.makeLink("d", to: "d")
        inbox.makePipe("e.csv")
        try inbox.write((1...80).map { "f\($0)" }.joined(separator: "/") + "/a.csv", "x")
        let told = try told(inbox)
        #expect(
            told.prefix(5) == [
                "a.csv", "b.csv F6 | liên kết (link)", "c F6 | liên kết (link)", "d F6 | liên kết (link)",
                "e.csv F6 | ống dẫn (FIFO)",
            ]
        )
        #expect(told.count == 6)
        #expect(told[5].hasSuffix("F6 | thư mục lồng quá 64 cấp"))
    }

    /// A file that was checked and is a link by the time it is opened.
    @Test func aLinkThatTakesTheFilesPlaceIsNotFollowed() throws {
        let inbox = try ScratchInbox()
        inbox.makeLink("a.csv", to: "/etc/passwd")
        let entry = InboxListing.Entry(pathBytes: Array("a.csv".utf8), path: "a.csv", refusal: nil)
        let readings = try readFile(entry, in: inbox.path, context: ReadingDesk().context)
        #expect(readings.map(\.told) == [["F6 | liên kết (link)"]])
    }

    @Test(.enabled(if: ScratchInbox.canMakeDevices, "only root makes devices"))
    func aDeviceIsNotRead() throws {
        let inbox = try ScratchInbox()
        #expect(inbox.makeDevice("zero.csv"))
        #expect(try told(inbox) == ["zero.csv F6 | thiết bị"])
    }

    @Test func strangeNamesAreReadByTheirBytesAndShownSafely() throws {
        let inbox = try ScratchInbox()
        let names: [[UInt8]] = [
            Array("..\\..\\etc.csv".utf8), Array("..a...csv".utf8), Array("a\nb\r\u{1B}[31m.csv".utf8),
            [0x62, 0xFF, 0xFE] + Array(".csv".utf8), [UInt8](repeating: 0x63, count: 251) + Array(".csv".utf8),
            Array("d\u{202E}vsc.csv".utf8), Array("e|f;g,h\"i'.csv".utf8), Array(" .csv".utf8), Array("-rf.csv".utf8),
        ]
        for name in names { try inbox.write(name, Array((header + row).utf8)) }
        let readings = try readInbox(inbox.path, context: ReadingDesk().context).readings
        #expect(readings.count == names.count)
        #expect(Set(readings.map(\.file.pathBytes)) == Set(names))
        // The same bytes nine times over: every file but the first is told so, and each is read.
        #expect(readings.allSatisfy { $0.rowsRead == 1 })
        #expect(Set(readings.map(\.file.path)).count == names.count)
        for reading in readings {
            #expect(reading.file.path.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x202E })
        }
    }

    @Test func namesThatLookAlikeGetNumbers() throws {
        let inbox = try ScratchInbox()
        try inbox.write("b\u{E1}o.csv", header + row)
        try inbox.write("ba\u{301}o.csv", header + row)
        try inbox.write("báo.csv#2", "x")
        let paths = try readInbox(inbox.path, context: ReadingDesk().context).readings.map(\.file.path)
        #expect(Set(paths) == ["báo.csv", "báo.csv#2", "báo.csv#3"])
    }
}
