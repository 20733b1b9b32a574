import Plan
import Records
import Testing

@testable import Intake

@Suite("Headers of several lines")
struct SeveralLineHeaderTests {
    private func desk() throws -> ReadingDesk { try ReadingDesk(realPlan: realPlan()) }

    private func tell(_ reading: FileReading) -> [String] {
        reading.findings.map {
            "\($0.code.rawValue) \($0.line) \($0.header.isEmpty ? $0.arguments.first ?? "" : $0.header)"
        }
    }

    /// The four counts of the violations' form in its first row.
    private func violations(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> [String] {
        let desk = try desk()
        let reading = desk.read(text)
        #expect(
            reading.dataSet.map { desk.context.plan.dataSets[$0].name } == "vi-pham",
            sourceLocation: sourceLocation
        )
        #expect(reading.rowsRead == 1 && reading.rowsLeftOut == 0, sourceLocation: sourceLocation)
        return ["so_vu", "so_vu_nam_truoc", "so_hs", "so_hs_nam_truoc"].flatMap { desk.values($0, reading) }
    }

    @Test func anotherHeaderPastedBelowAWholeOneIsNoPartOfIt() throws {
        let desk = try desk()
        let reading = desk.read(
            """
            Mã đơn vị;Kỳ báo cáo;Năm;Loại;Số vụ;Số HS
            Mã đơn vị;Ngày;Chủ đề;Hình thức;Chuyên đề;Số HS
            31000001;Q1;2026;BLHD;3;5

            """
        )
        #expect(reading.dataSet.map { desk.context.plan.dataSets[$0].name } == "vi-pham")
        #expect(reading.rowsRead == 2 && reading.rowsLeftOut == 1)
        #expect(desk.values("so_vu", reading) == ["3"])
    }

    @Test func groupTitleAndTextAreOneName() throws {
        let desk = try desk()
        let reading = desk.read(
            """
            Mã đơn vị;Ngày;Chủ đề;Hình thức;Chuyên đề;Dịp;Tham gia;;;Minh chứng
            ;;;;;;Số HS;Số CBGVNV;Số phụ huynh;
            31000001;14/3/2026;MT;SHDC;Có;;120;10;5;

            """
        )
        #expect(reading.findings.isEmpty)
        #expect(reading.rowsRead == 1)
        #expect(
            desk.values("so_hs", reading) + desk.values("so_cbgvnv", reading) + desk.values("so_phu_huynh", reading)
                == ["120", "10", "5"]
        )
    }

    @Test func yearsAndCountsMayBeGroupedEitherWay() throws {
        #expect(
            try violations(
                """
                Mã đơn vị;Kỳ;Năm;Loại;Số vụ;;Số học sinh;
                ;;;;Năm nay;Cùng kỳ năm trước;Năm nay;Cùng kỳ năm trước
                31000001;Q1;2026;BLHD;1;2;3;4
                """
            ) == ["1", "2", "3", "4"]
        )
        #expect(
            try violations(
                """
                Mã đơn vị;Kỳ;Năm;Loại;Năm nay;;Cùng kỳ năm trước;
                ;;;;Số vụ;Số học sinh;Số vụ;Số học sinh
                31000001;Q1;2026;BLHD;1;3;2;4
                """
            ) == ["1", "2", "3", "4"]
        )
    }

    /// `Cùng kỳ năm trước` alone means the incidents; below `Số học sinh` it does not.
    @Test func aGroupTitleThatChangesTheMeaningIsHeeded() throws {
        #expect(
            try violations(
                """
                Mã đơn vị;Kỳ;Năm;Loại;Số vụ;Số học sinh;
                ;;;;;Năm nay;Cùng kỳ năm trước
                31000001;Q1;2026;BLHD;1;3;4
                """
            ) == ["1", "", "3", "4"]
        )
    }

    /// The words of the group make it last year's count, under no name of the plan: unknown, never this year's.
    @Test func aGroupTitleWithTheWordsOfAnotherCountFitsNone() throws {
        #expect(
            try violations(
                """
                Mã đơn vị;Kỳ;Năm;Loại;Kết quả năm trước;
                ;;;;Số vụ;Số học sinh
                31000001;Q1;2026;BLHD;1;3
                """
            ) == ["", "", "", ""]
        )
    }

    @Test(arguments: [
        ";;;;Nam;Nữ", ";;;;2025;2026", ";;;;(năm 2025);(năm 2024)", ";;;;(quý I);(quý II)",
        ";;;;Trong trường;Ngoài trường",
    ])
    func aGroupWhosePartsMeanNothingIsUnknown(lower: String) throws {
        let desk = try desk()
        let reading = desk.read("Mã đơn vị;Kỳ;Năm;Loại;Số vụ;\n\(lower)\n31000001;Q1;2026;BLHD;1;3\n")
        #expect(desk.values("so_vu", reading) == [""])
        #expect(reading.findings(.H1).flatMap(\.arguments).contains("Số vụ"))
        #expect(reading.findings(.H3).allSatisfy { $0.header.hasPrefix("Số vụ / ") && $0.line == 2 })
        #expect(reading.rowsRead == 1)
    }

    @Test func aNameMayBeWrittenOverTwoLines() throws {
        #expect(
            try violations(
                """
                Mã;Kỳ;Năm;Loại;Số vụ;Số học sinh;Số vụ;Số học sinh
                đơn vị;báo cáo;;vi phạm;năm nay;năm nay;năm trước;năm trước
                31000001;Q1;2026;BLHD;1;3;2;4
                """
            ) == ["1", "2", "3", "4"]
        )
    }

    @Test(arguments: [
        ";;;;(vụ);;(em);", ";;;;(vụ);(vụ);(em);(em)", "(8 số);;(4 số);;(vụ);(vụ);(em);(em)", ";;;;;;(em);",
    ])
    func unitsStandBelowTheNames(units: String) throws {
        #expect(
            try violations(
                """
                Mã đơn vị;Kỳ;Năm;Loại;Số vụ;Số vụ năm trước;Số học sinh;Số học sinh năm trước
                \(units)
                31000001;Q1;2026;BLHD;1;2;3;4
                """
            ) == ["1", "2", "3", "4"]
        )
    }

    @Test(arguments: [
        "(1);(2);(3);(4);(5);(6);(7);(8)", "1;2;3;4;5;6;7;8", "A;B;C;D;1;2;3;4",
        "[1];[2];[3];[4];[5];[6];[7]=[5]+[6];[8]",
        "(A);(B);(1);(2);(3);(4);(5)=(3)+(4);(6)",
    ])
    func aLineOfColumnNumbersIsNoData(numbers: String) throws {
        let desk = try desk()
        let reading = desk.read(
            "Mã đơn vị;Kỳ;Năm;Loại;Số vụ;Số vụ năm trước;Số học sinh;Số học sinh năm trước\n\(numbers)\n31000001;Q1;2026;BLHD;1;2;3;4\n"
        )
        #expect(reading.codes == ["L2"])
        #expect(reading.notData == 1)
        #expect(desk.values("so_vu", reading) == ["1"])
    }

    @Test func aRowOfCountsWithoutAKeyIsNoLineOfColumnNumbers() throws {
        let desk = try desk()
        let reading = desk.read(
            "Mã đơn vị;Kỳ;Năm;Loại;Số vụ;Số vụ năm trước;Số học sinh;Số học sinh năm trước\n31000001;Q1;2026;BLHD;1;2;3;4\n;;;;1;2;3;4\n"
        )
        #expect(reading.codes.contains("C16"))
        #expect(reading.rowsLeftOut == 1)
    }

    @Test func threeLinesUnderATitleWithColumnNumbers() throws {
        let desk = try desk()
        let reading = desk.read(
            """
            SỞ GIÁO DỤC VÀ ĐÀO TẠO;;;;CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM;;;;
            BIỂU TỔNG HỢP VI PHẠM;;;;;;;;

            STT;Mã đơn vị;Kỳ;Năm;Loại;Kết quả;;;
            ;;;;;Số vụ;;Số học sinh;
            ;;;;;Năm nay;Cùng kỳ năm trước;Năm nay;Cùng kỳ năm trước
            (1);(2);(3);(4);(5);(6);(7);(8);(9)
            1;31000001;Q1;2026;BLHD;1;2;3;4

            """
        )
        #expect(reading.findings.map { "\($0.code.rawValue) \($0.line) \($0.header)" } == ["H3 6 STT", "L2 7 "])
        #expect(
            ["so_vu", "so_vu_nam_truoc", "so_hs", "so_hs_nam_truoc"].flatMap { desk.values($0, reading) } == [
                "1", "2", "3", "4",
            ]
        )
    }

    /// Every cell of a merged range of a sheet has the range's value.
    @Test func groupTitlesMayBeRepeatedInAllTheirColumns() throws {
        let group = "Mã đơn vị;Kỳ;Năm;Loại;Số học sinh;Số học sinh;Số vụ;Số vụ"
        #expect(
            try violations(
                "\(group)\nMã đơn vị;Kỳ;Năm;Loại;Năm nay;Cùng kỳ năm trước;Năm nay;Cùng kỳ năm trước\n31000001;Q1;2026;BLHD;3;4;1;2\n"
            ) == ["1", "2", "3", "4"]
        )
        let title = Array(repeating: "SỐ VỤ VI PHẠM SO VỚI CÙNG KỲ NĂM TRƯỚC", count: 8).joined(separator: ";")
        #expect(
            try violations("\(title)\nMã đơn vị;Kỳ;Năm;Loại;Số vụ;Số học sinh;;\n31000001;Q1;2026;BLHD;1;3;;\n")
                == ["1", "", "3", ""]
        )
    }

    @Test func aTitleAboveAHeaderOfOneLineIsNoGroup() throws {
        for title in ["SỐ VỤ VI PHẠM SO VỚI CÙNG KỲ NĂM TRƯỚC;;;;;", ";;;;Số vụ vi phạm so với cùng kỳ năm trước;"] {
            let desk = try desk()
            let reading = desk.read("\(title)\nMã đơn vị;Kỳ;Năm;Loại;Số vụ;Màu\n31000001;Q1;2026;BLHD;1;đỏ\n")
            #expect(desk.values("so_vu", reading) == ["1"])
            #expect(reading.findings(.H3).map(\.header) == ["Màu"])
        }
    }

    @Test func theFirstRowOfDataIsNoPartOfTheHeader() throws {
        let header = "Mã đơn vị;Kỳ;Năm;Loại;Số vụ;Ghi chú"
        for row in [
            ";Q1;2026;BLHD;1;x", ";;;;1;", ";Q1;;Ma túy;một;x", "31000001;;;;;", "Khối 6;;;;;", "Đơn vị;Kỳ;Năm;;;",
        ] {
            let reading = try desk().read("\(header)\n\(row)\n31000001;Q1;2026;MT;1;\n")
            #expect(reading.rowsRead == 2, "\(row)")
            #expect(reading.rowsLeftOut == 1, "\(row)")
        }
    }

    @Test func findingsNameGroupTitleAndTextAndTheLowestLine() throws {
        let reading = try desk().read(
            """
            Mã đơn vị;Kỳ;Năm;Loại;Số vụ;Học sinh vi phạm;;
            ;;;;;Số HSSV vi phạm;Lớp;Họ và tên
            31000001;Q1;2026;BLHD;1;3;6A;x

            """
        )
        #expect(
            tell(reading) == [
                "H1 2 Số vụ cùng kỳ năm trước", "H1 2 Số học sinh vi phạm cùng kỳ năm trước",
                "H4 2 Học sinh vi phạm / Lớp", "H4 2 Học sinh vi phạm / Họ và tên",
            ]
        )
    }

    @Test func theNearestDataSetIsNamedOverSeveralLines() throws {
        let reading = try desk().read(
            """
            Mã đơn vj;Kỳ;Năm;Loại vi phạm;Số vụ;
            ;;;;Năm nay;Cùng kỳ năm trước
            31000001;Q1;2026;BLHD;1;2

            """
        )
        #expect(reading.codes == ["F3"])
        #expect(
            reading.findings.first?.arguments == ["Số vụ vi phạm so với cùng kỳ năm trước", "Mã đơn vị", "Mã đơn vj"]
        )
    }

    @Test func aHeaderThatGoesOnIsNeverReadWithoutItsRest() throws {
        // Four lines: no form that is read, and the third alone would take the girls for all.
        let reading = try desk().read(
            """
            Mã đơn vị;Kỳ;Năm;Loại;Kết quả;;;
            ;;;;Số vụ;;Số học sinh;
            ;;;;Năm nay;;Năm nay;
            ;;;;Nam;Nữ;Nam;Nữ
            31000001;Q1;2026;BLHD;1;2;3;4

            """
        )
        #expect(reading.codes == ["F3"])
    }

    @Test func aRepeatedHeaderOfTwoLinesIsNoData() throws {
        let header = "Mã đơn vị;Kỳ;Năm;Loại;Số vụ;;Số HSSV vi phạm\n;;;;Năm nay;Năm trước;\n"
        let reading = try desk().read(
            header + "31000001;Q1;2026;BLHD;1;2;3\n" + header + "31000002;Q1;2026;BLHD;1;2;3\n"
        )
        #expect(reading.findings(.L2).map(\.line) == [4, 5])
        #expect(reading.table?.count == 2)
        #expect(reading.rowsLeftOut == 0)
    }

    @Test(arguments: 0...21)
    func titleLinesMayStandAboveTheHeader(count: Int) throws {
        let titles = (0..<count).map { "Dòng tiêu đề số \($0)\n" }.joined()
        let reading = try desk().read(
            titles + "Mã đơn vị;Kỳ;Năm;Loại;Số vụ;\n;;;;Năm nay;Năm trước\n31000001;Q1;2026;BLHD;1;2\n"
        )
        #expect(reading.rowsRead == 1)
        #expect(reading.findings(.H1).map(\.line) == [Int32(count + 2), Int32(count + 2)])
    }
}
