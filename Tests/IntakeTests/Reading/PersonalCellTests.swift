import Plan
import Records
import Testing

@testable import Intake

/// C9: an identity number or a phone number is masked wherever it stands, and told.
@Suite("Personal numbers in cells, headers and names")
struct PersonalCellTests {
    /// Field of a report, cell, value, what is told.
    static let cells: [(field: String, cell: String, value: String, told: [String])] = [
        (
            "kho_khan", "Liên hệ 0912 345 678 (em B)", "Liên hệ **** *** *** (em B)",
            ["C9 line 2: Liên hệ **** *** *** (em B) | Khó khăn"]
        ),
        ("kho_khan", "CCCD 03\u{200B}1093012345", "CCCD ************", ["C9 line 2: CCCD ************ | Khó khăn"]),
        ("kho_khan", "０９１２３４５６７８", "**********", ["C9 line 2: ********** | Khó khăn"]),
        ("kho_khan", "0912\u{A0}345\u{202F}678", "**** *** ***", ["C9 line 2: **** *** *** | Khó khăn"]),
        ("kho_khan", "số 3,1093E+10", "số *,****E+**", ["C9 line 2: số *,****E+** | Khó khăn"]),
        ("kho_khan", "kinh phí 150.000.000 đồng từ 14.03.2026", "kinh phí 150.000.000 đồng từ 14.03.2026", []),
        ("so_van_ban", "031093012345", "************", ["C9 line 2: ************ | Số văn bản"]),
        ("so_van_ban", "0912 345 678", "**********", ["C9 line 2: **** *** *** | Số văn bản"]),
        (
            "so_van_ban", "3,1093E+10", "*,****E+**", ["C9 line 2: *,****E+** | Số văn bản"]
        ),
        (
            "noi_dung", "gọi 0912345678", "?goi",
            ["C14 line 2: gọi ********** | Nội dung; ", "C9 line 2: gọi ********** | Nội dung"]
        ),
        (
            "chu_de", "MT; 0912345678", "MT;?**********",
            ["C14 line 2: MT; ********** | Chủ đề; ", "C9 line 2: MT; ********** | Chủ đề"]
        ),
        ("ke_hoach", "0912345678", "", ["C5 line 2: ********** | Kế hoạch; ", "C9 line 2: ********** | Kế hoạch"]),
        ("so_lop", "912345678", "", ["C6 line 2: ********* | Số lớp; 0; 500", "C9 line 2: ********* | Số lớp"]),
        ("so_lop", "0912.345.678", "", ["C2 line 2: ****.***.*** | Số lớp", "C9 line 2: ****.***.*** | Số lớp"]),
        ("so_lop", "+84912345678", "", ["C2 line 2: +*********** | Số lớp", "C9 line 2: +*********** | Số lớp"]),
        ("ty_le", "31093012345", "", ["C2 line 2: *********** | Tỷ lệ", "C9 line 2: *********** | Tỷ lệ"]),
        (
            "ngay_bao_cao", "031093012345", "",
            ["C3 line 2: ************ | Ngày báo cáo", "C9 line 2: ************ | Ngày báo cáo"]
        ),
        ("dau_moi", "0912345678", "", ["C4 line 2: ********** | Đầu mối", "C9 line 2: ********** | Đầu mối"]),
        ("ngay_bao_cao", "14-03-2026 07:30:00", "2026-03-14", []),
    ]

    @Test(arguments: cells)
    func aCellWithAPersonalNumberIsMaskedAndTold(field: String, cell: String, value: String, told: [String]) throws {
        let desk = try ReadingDesk()
        let reading = desk.report(field, cell)
        #expect(reading.told == told)
        #expect(desk.values(field, reading) == [value])
        #expect(reading.balances)
    }

    @Test func theNumberIsMaskedBeforeTheValueIsCut() throws {
        let finding = try #require(
            try ReadingDesk().report("kho_khan", String(repeating: "x", count: 75) + " 0912345678").findings.first
        )
        #expect(finding.value == String(repeating: "x", count: 75) + " ****")
    }

    @Test func aUnitCodeThatIsAnIdentityNumberIsMasked() throws {
        let reading = try ReadingDesk().read("ma_don_vi,ngay,chu_de\n031093012345,14/3/2026,MT\n")
        #expect(reading.told.contains("U1 line 2: ************ | "))
        #expect(reading.told.contains("C9 line 2: ************ | Mã đơn vị"))
    }

    @Test func aPeriodThatIsNoneIsMaskedInItsMessage() throws {
        let desk = try ReadingDesk()
        let reading = desk.read("ma_don_vi,ky_bao_cao,nam\n31000001,Q1,20260912345\n31000001,Q1 0912345678,2026\n")
        for finding in reading.findings {
            #expect(!finding.message(plan: desk.context.plan).contains("0912345"))
        }
    }

    @Test func aHeaderIsShownMasked() throws {
        let reading = try ReadingDesk().read("ma_don_vi,ngay,chu_de,Gọi 0912345678\n31000001,14/3/2026,MT,x\n")
        #expect(reading.findings(.H3).map(\.header) == ["Gọi **********"])
    }

    @Test func aSignatureIsShownMasked() throws {
        let reading = try ReadingDesk().read("ma_don_vi,ngay,chu_de\n31000001,14/3/2026,MT\nBà A 0912.345.678,,\n")
        #expect(reading.findings(.L2).map(\.value) == ["Bà A ****.***.***"])
    }

    @Test func codesOfAKeyStayApartAlthoughTheyLookAlike() throws {
        let office = try MaskedOffice()
        let header = "ma_don_vi,ma_vu_viec,ngay_tiep_nhan,loai\n"
        let result = try office.merge([
            "a.csv": header + "31000001,031093012345,5/1/2026,MT\n31000001,031093012346,5/1/2026,MT\n"
        ])
        #expect(result.balance.counted == 2)
        #expect(result.findings.map(\.codeName) == ["C9", "C9"])
        #expect(Set(result.findings.map(\.id)).count == 2)
        #expect(result.findings.map(\.record) == ["31000001|************", "31000001|************"])
        for finding in result.findings {
            #expect(!finding.message(plan: office.desk.context.plan).contains("0310930"))
            #expect(finding.value == "************")
        }
    }

    @Test func findingsOfMergingShowMaskedCodes() throws {
        let office = try MaskedOffice()
        let header = "ma_don_vi,ma_vu_viec,ngay_tiep_nhan,loai\n"
        let result = try office.merge([
            "a.csv": header + "31000001,031093012345,5/1/2026,MT\n31000001,0912345678,5/1/2026,0987654321\n",
            "b 0912345678.csv": header + "31000001,031093012345,6/1/2026,MT\n31000001,0912345678,5/1/2026,0977654321\n",
        ])
        #expect(result.findings.contains { $0.codeName.hasPrefix("K") })
        for finding in result.findings {
            let shown = [
                finding.value, finding.header, finding.record, finding.message(plan: office.desk.context.plan),
            ]
            for text in shown + finding.arguments { #expect(PersonalNumbers.masked(text) == text) }
        }
    }

    @Test func theSameRowsHaveTheSameHashInEveryRun() throws {
        let office = try MaskedOffice()
        let header = "ma_don_vi,ma_vu_viec,ngay_tiep_nhan,loai\n"
        let rows = ["31000001,031093012345,5/1/2026,MT\n", "31000001,031093012346,6/1/2026,MT\n"]
        let first = try office.merge(["a.csv": header + rows[0] + rows[1]])
        let again = try office.merge(["0912345678.csv": header + rows[1] + rows[0], "b.csv": header + rows[0]])
        #expect(again.submissions.map(\.key.hash).contains(first.submissions[0].key.hash))
        #expect(Set(again.submissions.map(\.key.hash)).count == 2)
    }

    @Test func namesOfFilesAreMaskedAndStayApart() throws {
        let office = try MaskedOffice()
        let header = "ma_don_vi,ngay,chu_de,so_hs,ngay_gui,ghi_chu\n"
        let result = try office.merge([
            "0912345678.csv": header + "31000001,5/1/2026,MT,1,,\n",
            "0987654321.csv": header + "31000001,6/1/2026,MT,2,,\n",
            "0987654321/a-20260314-0830.csv": header + "31000001,7/1/2026,MT,3,,\n",
            "**********.csv": header + "31000001,8/1/2026,MT,4,,\n",
        ])
        let paths = result.files.map(\.file.path)
        #expect(paths == ["**********.csv", "**********.csv#2", "**********/a-20260314-0830.csv", "**********.csv#3"])
        #expect(
            result.findings.map { "\(paths[Int($0.file)]) \($0.codeName) \($0.line)" } == [
                "**********.csv#2 C9 0", "**********.csv#3 C9 0", "**********/a-20260314-0830.csv C9 0",
            ]
        )
        #expect(result.findings.allSatisfy { $0.message(plan: office.desk.context.plan).hasPrefix("Tên tệp") })
        #expect(result.files.map(\.outcome) == [.accepted, .queries, .queries, .queries])
    }

    @Test func namesOfWhatIsSkippedOrRefusedAreMasked() throws {
        let office = try MaskedOffice()
        let result = try office.merge(["~$0912345678.xlsx": "x", "0912345678.part": "x", "0912345678.pdf": "%PDF-1.7"])
        #expect(result.skipped == ["~$**********.xlsx"])
        #expect(result.files.map(\.file.path) == ["**********.part", "**********.pdf"])
    }
}

/// An inbox on disk, read and merged.
struct MaskedOffice {
    let desk: ReadingDesk

    init() throws { desk = try ReadingDesk() }

    func merge(_ files: [String: String]) throws -> IntakeResult {
        let inbox = try ScratchInbox()
        for (name, text) in files { try inbox.write(name, text) }
        let (readings, skipped) = try readInbox(inbox.path, context: desk.context)
        return try mergeReadings(
            readings,
            skipped: skipped,
            context: desk.context,
            receipts: Receipts(known: [:], unknown: Receipt(date: desk.context.asOf, isExact: false))
        )
    }
}
