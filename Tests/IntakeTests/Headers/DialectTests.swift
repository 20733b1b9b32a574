import Records
import Testing

@testable import Intake

@Suite("Delimiters, line ends, quotes")
struct DialectTests {
    private let header = "Mã đơn vị;Ngày;Chủ đề;Số học sinh;Ngày gửi;Ghi chú\n"

    @Test(arguments: [",", "\t", "|"])
    func rowsOfAnotherProgramBelowAFormsHeaderAreRead(delimiter: String) throws {
        let desk = try ReadingDesk()
        let rows = ["31000001", "14/3/2026", "MT", "120", "", "a; b"].joined(separator: delimiter) + "\n"
        let semicolonless = rows.split(separator: "; ").joined(separator: " và ")
        let reading = desk.read(header + semicolonless + "\n" + semicolonless)
        #expect(reading.findings.isEmpty)
        #expect(reading.delimiter == (delimiter == "\t" ? "tab" : delimiter))
        #expect(desk.values("so_hs", reading) == ["120", "120"])
    }

    @Test func rowsThatFitUnderNoDelimiterAreToldAndNotLost() throws {
        let reading = try ReadingDesk().read(header + "31000001,14/3/2026,MT\n31000001,15/3/2026,MT\n")
        #expect(reading.delimiter == ";")
        #expect(reading.rowsRead == 2)
        #expect(reading.rowsLeftOut == 2)
    }

    @Test func oneRowWithTheHeadersDelimiterConfirmsIt() throws {
        let reading = try ReadingDesk().read(
            header + "31000001,14/3/2026,MT,1,,\n31000001;15/3/2026;MT;1;;\n"
        )
        #expect(reading.delimiter == ";")
        #expect(reading.rowsRead == 2)
        #expect(reading.table?.count == 1)
    }

    @Test(arguments: ["sep=;\n", "sep=,\n", "\"sep=,\"\r\n", "SEP=|\n"])
    func aSeparatorLineIsTriedFirstAndTheOthersAfterIt(line: String) throws {
        let reading = try ReadingDesk().read(line + header + "31000001;14/3/2026;MT;120;;")
        #expect(reading.findings.isEmpty)
        #expect(reading.table?.sources.map(\.line) == [3])
    }

    @Test func lineEndsMayBeMixedAndBlankLinesStandAnywhere() throws {
        let row = "31000001;14/3/2026;MT;120;;"
        let reading = try ReadingDesk().read("\r\n;;\n" + header + "\r\n" + row + "\r" + row + "\r\n\n  \n" + row)
        #expect(reading.findings.isEmpty)
        #expect(reading.table?.sources.map(\.line) == [5, 6, 9])
    }

    @Test func quotesHoldDelimitersLineBreaksAndQuotes() throws {
        let desk = try ReadingDesk()
        let reading = desk.read(
            "\"Mã\nđơn vị\";\"Ngày\";Chủ đề;Số học sinh;Ngày gửi;\"Ghi chú\"\n31000001;14/3/2026;MT;1;;\"a;\"\"b\"\"\nc\"\n"
        )
        #expect(desk.values("ghi_chu", reading) == ["a;\"b\"\nc"])
        #expect(reading.table?.sources.map(\.line) == [3])
    }

    @Test func noiseColumnsKeepNoHeaderFromBeingProven() throws {
        let reading = try ReadingDesk().read(
            "STT,Timestamp," + header.split(separator: ";").joined(separator: ",") + "1,x,31000001,14/3/2026,MT,1,,\n"
        )
        #expect(reading.codes == ["H3", "H3"])
        #expect(reading.rowsRead == 1)
    }
}
