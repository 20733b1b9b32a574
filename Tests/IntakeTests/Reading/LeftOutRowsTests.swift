import Records
import Testing

@testable import Intake

/// Rows that were left out are kept as they were sent, for who sent them.
@Suite struct LeftOutRowsTests {
    private func kept(_ text: String) throws -> [(row: LeftOutRows.Row, cells: [Int: String])] {
        let rows = try ReadingDesk().read(text).leftOutRows
        return rows.rows.map { ($0, rows.cells(of: $0)) }
    }

    private let header = "ma_don_vi,ngay,chu_de,so_hs,ngay_gui,ghi_chu\n"

    @Test func haveTheirLineUnitAndCells() throws {
        let kept = try kept(
            header + "31000001,14/3/2026,MT,1,,\n31000001,hôm qua,MT,2,, đủ \n31000009,15/3/2026,MT,3,,\n"
        )
        #expect(kept.map(\.row.line) == [3, 4])
        #expect(kept.map(\.row.unit) == [1, Table.missing])
        #expect(kept[0].cells == [0: "31000001", 1: "hôm qua", 2: "MT", 3: "2", 5: "đủ"])
        #expect(kept[1].cells[0] == "31000009")
    }

    @Test func standByFieldWhateverTheOrderOfColumns() throws {
        let kept = try kept("chu_de,lạ,ngay,ma_don_vi\nMT,bỏ,hôm qua,31000001\n")
        #expect(kept.map(\.cells) == [[0: "31000001", 1: "hôm qua", 2: "MT"]])
    }

    @Test func holdNothingPersonal() throws {
        let long = String(repeating: "a", count: 100)
        let kept = try kept(header + "31000001,hôm qua,MT,1,,gọi 0912345678\n31000001,hôm qua,MT,1,,\(long)\n")
        #expect(kept[0].cells[5] == "gọi **********")
        #expect(kept[1].cells[5]?.count == 80)
    }

    @Test func aRemarkThatWasARowIsAmongThem() throws {
        let kept = try kept(header + "ghi chú,,,,,\n31000001,14/3/2026,MT,1,,\n")
        #expect(kept.map(\.row.line) == [2])
        #expect(kept[0].cells == [0: "ghi chú"] && kept[0].row.unit == Table.missing)
    }

    @Test func aShiftedRowBesideAPersonalColumnShowsNothing() throws {
        #expect(try kept(header + "31000001,14/3/2026,MT,1,,x,y\n").map(\.cells).first?[5] == "x")
        let shifted = try kept("ma_don_vi,ngay,chu_de,so_hs,Họ tên học sinh\n31000001,14/3/2026,MT,Nguyễn Văn A,5,x\n")
        #expect(shifted.count == 1 && shifted[0].cells.isEmpty)
    }
}
