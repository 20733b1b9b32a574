import Records
import Testing

@testable import Intake

@Suite("Rows: taken, left out, or no data")
struct RowTests {
    private let header = "ma_don_vi,ngay,chu_de,so_hs,ngay_gui,ghi_chu\n"

    private func read(_ rows: String, asOf: String = "2026-12-31") throws -> FileReading {
        let reading = try ReadingDesk(asOf: asOf).read(header + rows)
        #expect(reading.balances)
        return reading
    }

    @Test(arguments: [
        ("31000001,,MT,1,,", ["C16 line 2 | Ngày"]),
        ("31000001,31/02/2026,MT,1,,", ["C3 line 2: 31/02/2026 | Ngày", "C16 line 2: 31/02/2026 | Ngày"]),
        ("31000001,14/3/2026,#REF!,1,,", ["C10 line 2: #REF! | Chủ đề", "C16 line 2: #REF! | Chủ đề"]),
        (",14/3/2026,MT,1,,", ["C16 line 2 | Mã đơn vị"]),
        ("-,14/3/2026,MT,1,,", ["C16 line 2: - | Mã đơn vị"]),
        ("31000009,14/3/2026,MT,1,,", ["U1 line 2: 31000009 | 31000001, 31000002"]),
        ("777,14/3/2026,MT,1,,", ["U1 line 2: 777 | 00000777"]),
        ("X,14/3/2026,MT,1,,", ["U1 line 2: X | "]),
        ("../../etc,14/3/2026,MT,1,,", ["U1 line 2: ../../etc | "]),
        (
            "3.1E+07,14/3/2026,MT,1,,",
            ["C2 line 2: 3.1E+07 | Mã đơn vị; mã đã mất chữ số", "C16 line 2: 3.1E+07 | Mã đơn vị"]
        ),
        ("31000001,14/3/2026,MT,1,,,,thừa", ["L4 line 2 | 6; 8"]),
    ])
    func aRowWithoutAReadableKeyIsLeftOut(row: String, told: [String]) throws {
        let reading = try read(row)
        #expect(reading.told == told)
        #expect(reading.rowsRead == 1)
        #expect(reading.rowsLeftOut == 1)
        #expect(reading.findings.allSatisfy { $0.row == nil })
        let knowsUnit = row.hasPrefix("31000001")
        #expect(reading.unitsLeftOut == (knowsUnit ? [1: 1] : [:]))
        // A code that is on no roster (U1) is readable, and nobody's.
        #expect(reading.hasUnknownUnitLeftOut == (!knowsUnit && !reading.codes.contains("U1")))
    }

    @Test func allFaultsOfARowAreToldAtOnce() throws {
        let reading = try read("31000001,31/02/2026,xyzxyz,1O,hôm qua,a\u{1}")
        #expect(reading.codes == ["C3", "C16", "C14", "C2", "C3", "C8"])
    }

    @Test func missingCellsAtTheEndAreTold() throws {
        let reading = try read("31000001,14/3/2026,MT")
        #expect(reading.told == ["L1 line 2 | 6; 3"])
        #expect(reading.table?.count == 1)
    }

    @Test func emptyCellsTooManyAreNothing() throws {
        #expect(try read("31000001,14/3/2026,MT,1,,,,, ,").findings.isEmpty)
    }

    @Test func aCodeIsReadWhateverItsForm() throws {
        let reading = try read("31000001.0,14/3/2026,MT,1,,\n 3100 0001 ,15/3/2026,MT,1,,\n３１０００００１,16/3/2026,MT,1,,")
        #expect(reading.table?.columns[0] == [1, 1, 1])
    }

    @Test(arguments: [
        "Tổng,,,5,,", "TỔNG CỘNG,,,5,,", ",Cộng:,,5,,", "tổng số,,,5,,", "tong cong,,,5,,",
        "\"Cộng, toàn trường\",,,5,,",
    ])
    func aTotalsLineIsNoData(row: String) throws {
        let reading = try read("31000001,14/3/2026,MT,5,,\n" + row)
        #expect(reading.codes == ["L2"])
        #expect(reading.notData == 1)
        #expect(reading.rowsRead == 1)
    }

    @Test(arguments: ["Tổngx,14/3/2026,MT,5,,", "Công an,14/3/2026,MT,5,,", ",14/3/2026,Tổng vệ sinh,5,,"])
    func aRowWithSuchAWordInItIsARow(row: String) throws {
        #expect(try read(row).rowsLeftOut == 1)
    }

    @Test func aRepeatedHeaderIsNoData() throws {
        let reading = try read("31000001,14/3/2026,MT,5,,\n" + header + "31000001,15/3/2026,MT,5,,\n")
        #expect(reading.told == ["L2 line 3: ma_don_vi"])
        #expect(reading.table?.count == 2)
    }

    @Test func signaturesAfterTheLastRowAreNoData() throws {
        let reading = try read(
            "31000001,14/3/2026,MT,5,,\n,,,,,\n\"Hải Phòng, ngày 14 tháng 3 năm 2026\",,,,,\nNgười lập biểu,,,,,Hiệu trưởng\n(Ký tên),,,,,\n"
        )
        #expect(
            reading.told == [
                "L2 line 4: Hải Phòng, ngày 14 tháng 3 năm 2026", "L2 line 5: Người lập biểu", "L2 line 6: (Ký tên)",
            ]
        )
        #expect(reading.notData == 3)
        #expect(reading.rowsLeftOut == 0)
        #expect(!reading.hasUnknownUnitLeftOut)
    }

    @Test func aRemarkBeforeARowIsARowWithoutAUnit() throws {
        let reading = try read("Khối 6,,,,,\n31000001,14/3/2026,MT,5,,")
        #expect(reading.told == ["U1 line 2: Khối 6 | "])
        #expect(reading.rowsRead == 2)
        #expect(reading.rowsLeftOut == 1)
        #expect(reading.hasUnknownUnitLeftOut)
    }

    @Test func aWrongCodeAtTheEndIsNoRemark() throws {
        #expect(try read("31000001,14/3/2026,MT,5,,\nMN001,,,,,").codes.contains("U1"))
    }

    @Test(arguments: [("14/12/2025", true), ("15/12/2025", false), ("14/12/2026", false), ("15/12/2026", true)])
    func anEventOutsideThePlanYearIsToldAndStays(date: String, isTold: Bool) throws {
        let reading = try read("31000001,\(date),MT,1,,")
        #expect(reading.told == (isTold ? ["P2 line 2: \(date) | Ngày"] : []))
        #expect(reading.table?.count == 1)
    }

    @Test func otherDatesMayLieOutsideThePlanYear() throws {
        #expect(try read("31000001,14/3/2026,MT,1,1/9/2020,").findings.isEmpty)
    }

    @Test func anUnbalancedQuoteBreaksTheReadingOff() throws {
        let reading = try read("31000001,14/3/2026,MT,5,,\n31000001,15/3/2026,MT,5,,\"mở\n31000001,16/3/2026,MT,5,,\n")
        #expect(reading.told == ["F4 line 3"])
        #expect(reading.isBrokenOff)
        #expect(reading.table?.count == 1)
    }

    @Test func linesAreThoseOfTheSendersEditor() throws {
        let reading = try read("31000001,14/3/2026,MT,5,,\"hai\ndòng\"\n31000001,15/3/2026,MT,5x,,\n")
        #expect(reading.told == ["C2 line 4: 5x | Số học sinh"])
    }

    @Test func anUnreadableTextIsRefusedWithItsLine() throws {
        let reading = try ReadingDesk().read(
            Array(header.utf8) + Array("31000001,14/3/2026,MT,1,,\n".utf8) + [0xFF, 0x41]
        )
        #expect(reading.told == ["F2 line 3 | Không phải UTF-8 và không rõ bảng mã"])
        #expect(reading.table == nil)
    }

    @Test func utf16IsRead() throws {
        let text = "Mã đơn vị\tNgày\tChủ đề\tSố học sinh\tNgày gửi\tGhi chú\r\n31000001\t14/3/2026\tMT\t5\t\tế\r\n"
        let bytes: [UInt8] = [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        let reading = try ReadingDesk().read(bytes)
        #expect(reading.encoding == "UTF-16LE")
        #expect(try ReadingDesk().values("ghi_chu", reading) == ["ế"])
    }
}
