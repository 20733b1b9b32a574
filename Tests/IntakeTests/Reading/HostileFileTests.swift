import Records
import Tabular
import Testing

@testable import Intake

@Suite("Hostile files", .timeLimit(.minutes(15)))
struct HostileFileTests {
    private let header = "ma_don_vi,ngay,chu_de,so_hs,ngay_gui,ghi_chu\n"

    @Test(arguments: [",", ";", "\"", "\n", "\r", "a", " ", "\u{0}", "=", "-"])
    func oneCharacterWithoutEndIsNoTable(character: String) throws {
        #expect(try ReadingDesk().read(String(repeating: character, count: 100_000)).codes == ["F3"])
    }

    @Test func aQuoteThatNeverClosesBeforeAnyHeaderIsToldWithItsLine() throws {
        #expect(try ReadingDesk().read("\n\"" + header + "31000001,14/3/2026,MT,1,,\n").told == ["F4 line 2"])
    }

    @Test func aLineOfFiftyMegabytesIsRefused() throws {
        let reading = try ReadingDesk().read([UInt8](repeating: 0x61, count: 50 << 20))
        #expect(reading.codes == ["F3"])
    }

    @Test func aHundredThousandColumnsAreRefused() throws {
        let names = (0..<100_000).map { "cot_\($0)" }.joined(separator: ",")
        #expect(try ReadingDesk().read(names + "\n" + names).codes == ["F3"])
    }

    @Test func aRowOfAHundredThousandCellsBreaksTheReadingOff() throws {
        let reading = try ReadingDesk().read(
            header + "31000001,14/3/2026,MT,1,,\n" + String(repeating: "x,", count: 100_000)
                + "\n31000001,15/3/2026,MT,1,,\n"
        )
        #expect(reading.told == ["L4 line 3 | 6; hơn 16384"])
        #expect(reading.isBrokenOff)
        #expect(reading.table?.count == 1)
        #expect(reading.balances)
    }

    @Test func aCellOfAMegabyteBreaksTheReadingOff() throws {
        let reading = try ReadingDesk().read(
            header + "31000001,14/3/2026,MT,1,,\"" + String(repeating: "x\n", count: 1 << 20)
                + "\"\n31000001,15/3/2026,MT,1,,\n"
        )
        #expect(reading.codes == ["F4"])
        #expect(reading.isBrokenOff)
    }

    @Test func sixteenThousandHeadersCostNoMoreThanTheirReading() throws {
        let names = "ma_don_vi,ngay," + (0..<16_000).map { "chu_d\($0)" }.joined(separator: ",")
        #expect(try ReadingDesk().read(names + "\n").codes == ["F3"])
    }

    @Test func groupTitlesOverSixteenThousandColumnsCostNoMoreThanTheirReading() throws {
        for line in [
            (0..<16_000).map { "Số vụ \($0 % 7)" }.joined(separator: ";"),
            (0..<16_000).map { $0 % 2 == 0 ? "1. Số vụ (năm \($0 % 7))" : "" }.joined(separator: ";"),
        ] {
            let text = String(repeating: line + "\n", count: 6)
            #expect(try ReadingDesk().read(text).codes == ["F3"])
        }
    }

    @Test func zeroBytesAndNoncharactersAreRemovedAndTold() throws {
        let desk = try ReadingDesk()
        let reading = desk.read(header + "31000001,14/3/2026,MT,1\u{0},,a\u{FFFE}b\u{0}\n\u{0}\u{0}\n")
        #expect(reading.codes == ["C8", "C8"])
        #expect(desk.values("so_hs", reading) == ["1"])
        #expect(desk.values("ghi_chu", reading) == ["ab"])
    }

    @Test func aFileInWhichEveryCellIsWrongIsReadWithAllItsFindings() throws {
        let rows = 16_000
        let text = header + (0..<rows).map { "31000001,14/3/2026,a\($0)x,b\($0),c\($0),#REF!\n" }.joined()
        let reading = try ReadingDesk().read(text)
        #expect(reading.findings.count == rows * 4)
        #expect(reading.balances)
    }

    @Test func aFileOfUnknownUnitsIsReadWithAllItsFindings() throws {
        let rows = (0..<20_000).map { "\(41_000_000 + $0),14/3/2026,MT,1,,\n" }.joined()
        let reading = try ReadingDesk().read(header + rows)
        #expect(reading.findings(.U1).count == 20_000)
    }

    @Test func remarksWithoutEndCostLinearTime() throws {
        let reading = try ReadingDesk().read(
            header + "31000001,14/3/2026,MT,1,,\n" + String(repeating: "ghi chú\n", count: 50_000)
        )
        #expect(reading.notData == 50_000)
    }

    @Test(arguments: ["=cmd|' /C calc'!A0", "+1+1", "@SUM(A1)", "-2+3"])
    func formulasAreText(text: String) throws {
        let desk = try ReadingDesk()
        #expect(desk.values("kho_khan", desk.report("kho_khan", text)) == [text])
    }
}
