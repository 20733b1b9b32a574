import Records
import Testing

@testable import Intake

@Suite("Reading an inbox")
struct InboxReaderTests {
    private let header = "ma_don_vi,ngay,chu_de,so_hs,ngay_gui,ghi_chu\n"

    private func read(_ inbox: ScratchInbox, limit: Int = 1 << 20) throws -> (
        readings: [FileReading], skipped: [String]
    ) {
        let desk = try ReadingDesk()
        var limits = IntakeLimits()
        limits.fileSize = limit
        let context = ReadingContext(
            plan: desk.context.plan,
            roster: desk.context.roster,
            otherPeriods: [],
            asOf: desk.context.asOf,
            limits: limits
        )
        return try readInbox(inbox.path, context: context)
    }

    private func told(_ readings: [FileReading]) -> [String] {
        readings.map { ([$0.file.path] + $0.told).joined(separator: " ") }
    }

    @Test func everyThingInItIsAReading() throws {
        let inbox = try ScratchInbox()
        try inbox.write("a.csv", header + "31000001,14/3/2026,MT,1,,\n")
        try inbox.write("b.csv", "")
        try inbox.write(Array("c.xls".utf8), [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])
        try inbox.write("d.pdf", "%PDF-1.7")
        try inbox.write("e.part", "x")
        inbox.makePipe("f.csv")
        try inbox.write("g.csv", header + "31000002,14/3/2026,MT,1,,\n")
        try inbox.write("~$h.xlsx", "x")
        let (readings, skipped) = try read(inbox)
        #expect(
            told(readings) == [
                "a.csv", "b.csv F1", "c.xls F8 | bảng tính .xls", "d.pdf F9 | tệp .pdf",
                "e.part F6 | tệp tải về dở dang",
                "f.csv F6 | ống dẫn (FIFO)", "g.csv",
            ]
        )
        #expect(skipped == ["~$h.xlsx"])
        #expect(readings.map(\.holdsNoData) == [false, false, false, true, false, false, false])
        #expect(readings[0].file.sha256.count == 64)
        #expect(readings[5].file.sha256.isEmpty)
        #expect(readings[6].table?.sources == [SourceRow(file: 6, line: 2)])
        #expect(readings.enumerated().allSatisfy { index, reading in reading.findings.allSatisfy { $0.file == index } })
    }

    @Test func theSameContentTwiceIsToldAndReadAllTheSame() throws {
        let inbox = try ScratchInbox()
        for name in ["b/x.csv", "a/x.csv", "c.csv"] { try inbox.write(name, header + "31000001,14/3/2026,MT,1,,\n") }
        let (readings, _) = try read(inbox)
        #expect(told(readings) == ["a/x.csv", "b/x.csv F5 | a/x.csv", "c.csv F5 | a/x.csv"])
        #expect(readings.map(\.rowsRead) == [1, 1, 1])
    }

    @Test func aFileAboveTheLimitIsRefused() throws {
        let inbox = try ScratchInbox()
        try inbox.write("a.csv", String(repeating: "x", count: (1 << 20) + 1))
        #expect(told(try read(inbox).readings) == ["a.csv F7 | 1"])
    }

    @Test func anEmptyInboxHasNoReadings() throws {
        let inbox = try ScratchInbox()
        #expect(try read(inbox).readings.isEmpty)
    }

    @Test func theOrderDoesNotDependOnWhoReadsFirst() throws {
        let inbox = try ScratchInbox()
        for number in 0..<60 {
            let rows = (0..<(number % 7) * 50).map { "31000001,14/3/2026,MT,\($0)x,,\n" }.joined()
            try inbox.write("\(100 + number).csv", header + rows)
        }
        let first = try read(inbox).readings
        #expect(first.map(\.file.path) == (100..<160).map { "\($0).csv" })
        for _ in 0..<3 { #expect(told(try read(inbox).readings) == told(first)) }
    }
}
