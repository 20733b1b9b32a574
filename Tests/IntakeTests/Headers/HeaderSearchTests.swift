import Plan
import Records
import Testing

@testable import Intake

@Suite("Headers")
struct HeaderSearchTests {
    private let events = "Mã đơn vị;Ngày;Chủ đề;Số học sinh;Ngày gửi;Ghi chú"
    private let row = "31000001;14/3/2026;MT;120;;"

    @Test(arguments: [";", ",", "\t", "|"])
    func theDelimiterIsProvenByTheHeader(delimiter: String) throws {
        let text = (events + "\n" + row).split(separator: ";", omittingEmptySubsequences: false).joined(
            separator: delimiter
        )
        let desk = try ReadingDesk()
        let reading = desk.read(text)
        #expect(reading.dataSet == SmallPlan.events)
        #expect(reading.delimiter == (delimiter == "\t" ? "tab" : delimiter))
        #expect(desk.values("so_hs", reading) == ["120"])
        #expect(reading.findings.isEmpty)
    }

    @Test(arguments: ["\n", "\r\n", "\r"])
    func everyLineEndIsRead(end: String) throws {
        let desk = try ReadingDesk()
        let reading = desk.read(events + end + row + end + row + end)
        #expect(reading.rowsRead == 2)
        #expect(reading.table?.sources.map(\.line) == [2, 3])
    }

    @Test func aSeparatorLineIsFollowed() throws {
        let desk = try ReadingDesk()
        let reading = desk.read("sep=;\n" + events + "\n" + row)
        #expect(reading.codes == [])
        #expect(reading.table?.sources.map(\.line) == [3])
    }

    @Test(arguments: [
        ("MA_DON_VI", true), ("mã đơn vị ", true), ("Ma\u{303} đơn vị", true), ("\u{FEFF}Mã đơn vị", true),
        ("Mã trường", true),
        ("Mã", false),
    ])
    func aHeaderMatchesByFoldedNameTitleOrAlias(header: String, matches: Bool) throws {
        let reading = try ReadingDesk().read("\(header);ngay;chu_de\n31000001;14/3/2026;MT")
        #expect((reading.dataSet == SmallPlan.events) == matches)
    }

    @Test func titleLinesStandAboveTheHeader() throws {
        let desk = try ReadingDesk()
        let reading = desk.read("SỞ GIÁO DỤC VÀ ĐÀO TẠO;;;;;\nBẢNG TỔNG HỢP\n\n" + events + "\n" + row)
        #expect(reading.rowsRead == 1)
        #expect(reading.table?.sources.map(\.line) == [5])
        #expect(reading.findings.isEmpty)
    }

    @Test func hundredsOfEmptyColumnsAndRowsAreNothing() throws {
        let empty = String(repeating: ";", count: 300)
        let reading = try ReadingDesk().read(events + empty + "\n" + row + empty + "\n" + empty + "\n" + empty + "\n")
        #expect(reading.rowsRead == 1)
        #expect(reading.findings.isEmpty)
    }

    @Test func anAbsentColumnIsTold() throws {
        let reading = try ReadingDesk().read("ma_don_vi,ngay,chu_de,so_hs\n31000001,14/3/2026,MT,1")
        #expect(reading.told == ["H1 line 1 | Ngày gửi", "H1 line 1 | Ghi chú"])
        #expect(reading.rowsRead == 1)
    }

    @Test func anIndispensableColumnThatIsAbsentLeavesEveryRowOut() throws {
        let reading = try ReadingDesk().read("ma_don_vi,ma_vu_viec,loai\n31000001,1,MT\n31000002,1,MT")
        #expect(reading.codes == ["H1", "C16", "C16"])
        #expect(reading.rowsLeftOut == 2)
        #expect(reading.unitsLeftOut.count == 2)
    }

    @Test func aColumnThatStandsTwiceCountsWhereBothSayTheSame() throws {
        let desk = try ReadingDesk()
        let reading = desk.read(
            "ma_don_vi,ngay,chu_de,so_hs,ngay_gui,ghi_chu,Số học sinh\n31000001,14/3/2026,MT,5,,,5\n31000001,15/3/2026,MT,5,,,6"
        )
        #expect(reading.told == ["H2 line 1 | Số học sinh"])
        #expect(desk.values("so_hs", reading) == ["5", ""])
    }

    @Test func unknownNoiseAndUnnamedColumnsAreTold() throws {
        let reading = try ReadingDesk().read(
            ",STT,Màu," + events.split(separator: ";").joined(separator: ",") + "\n0,1,đỏ,31000001,14/3/2026,MT,1,,\n"
        )
        #expect(reading.codes == ["H3", "H3", "H3"])
        #expect(reading.findings.map(\.column) == [0, 1, 2])
        #expect(reading.rowsRead == 1)
    }

    @Test func anUnnamedColumnWithoutDataIsNothing() throws {
        let reading = try ReadingDesk().read(
            "ma_don_vi,,ngay,chu_de,so_hs,ngay_gui,ghi_chu\n31000001,,14/3/2026,MT,1,,\n"
        )
        #expect(reading.findings.isEmpty)
    }

    @Test func aColumnOfPersonalDataIsNotLoaded() throws {
        let desk = try ReadingDesk()
        let reading = desk.read(
            "ma_don_vi,ngay,chu_de,so_hs,ngay_gui,ghi_chu,Họ tên học sinh\n31000001,14/3/2026,MT,1,,,Nguyễn Văn A\n"
        )
        #expect(reading.codes == ["H4"])
        #expect(reading.findings.first?.header == "Họ tên học sinh")
        #expect(desk.values("ghi_chu", reading) == [""])
    }

    @Test func noDataSetMatchesNamesTheNearest() throws {
        let reading = try ReadingDesk().read("Mã đơn vị,Ngày,Chủ đ,Số học sinh\n31000001,14/3/2026,MT,1")
        #expect(reading.told == ["F3 line 1 | Tuyên truyền; Chủ đề; Chủ đ"])
        #expect(reading.dataSet == nil)
        #expect(reading.rowsRead == 0)
    }

    @Test func halfOfTheHeaderMustBeOfTheDataSet() throws {
        let noise = (1...4).map { "Cột lạ \($0)" }.joined(separator: ",")
        #expect(try ReadingDesk().read("ma_don_vi,ngay,chu_de,\(noise)\n").codes == ["F3"])
    }

    @Test func twoDataSetsEquallyWellAreATie() throws {
        // The incidents' key and the reports' key with one header.
        let reading = try ReadingDesk().read("ma_don_vi,ky_bao_cao,nam,ngay,chu_de\n31000001,Q1,2026,1/1/2026,MT\n")
        #expect(reading.dataSet == SmallPlan.reports)
        let tie = try ReadingDesk().read("ma_don_vi,ky_bao_cao,nam,ngay,chu_de,ghi_chu\n")
        #expect(tie.told == ["F3 line 1 | Báo cáo; Tuyên truyền; ; "])
    }

    @Test func aRosterInTheInboxIsNotUsed() throws {
        let reading = try ReadingDesk().read("ma_don_vi,ten_don_vi,loai_hinh\n31000009,A,THCS\n")
        #expect(reading.codes == ["F12"])
        #expect(reading.holdsNoData)
        #expect(reading.rowsRead == 0)
    }

    @Test func aHeaderAndNoRowsIsNothingToReport() throws {
        let reading = try ReadingDesk().read(events + "\n\n;;\n")
        #expect(reading.codes == ["F13"])
        #expect(reading.rowsRead == 0)
    }

    @Test func aTextWithoutATableHoldsNone() throws {
        #expect(try ReadingDesk().read("Xin chào\n", name: "ghi chu.md").codes == ["F9"])
        #expect(try ReadingDesk().read("Xin chào\n", name: "ghi chu.csv").codes == ["F3"])
    }
}
