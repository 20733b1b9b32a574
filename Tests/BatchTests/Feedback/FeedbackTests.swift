import Foundation
import Intake
import Plan
import SystemPackage
import Testing

@testable import Batch
@testable import SampleCity

/// What goes back to a school: its files, what is wrong with them and what to do, its rows with the bad cells marked, its indicators.
@Suite struct FeedbackTests {
    private static let roster = """
        ma_don_vi,ten_don_vi,loai_hinh,ma_xa,ten_xa,so_hoc_sinh,so_cbgvnv,an_toan_nam_truoc,xep_loai_nam_truoc
        31000001,Trường THCS Hải Vân Đông,THCS,11359,Xã Hải Vân,500,40,Có,Khá
        31000002,Trường Tiểu học Sông Lam Hạ,TH,11359,Xã Hải Vân,400,30,,
        31000003,Trường Tiểu học Đồi Thông,TH,11360,Xã Đồi Thông,400,30,,

        """

    private static let header = "ma_don_vi,ngay,chu_de,hinh_thuc,chuyen_de,so_hs,so_cbgvnv,so_phu_huynh,minh_chung\n"

    private func office(_ files: [String: String]) throws -> Office {
        try Office(files: ["don-vi.csv": Self.roster].merging(files) { $1 }, workbooks: .shipped)
    }

    /// A school's file: a row that counts, a cell that cannot be read, a query, a row without a date.
    private static let sessions =
        header + """
            31000001,5/3/2026,MT,SHDC,Có,100,10,0,DONG-A
            31000001,6/3/2026,MT,SHDC,Có,khoảng 20,10,0,DONG-B
            31000001,7/3/2026,MT,SHDC,,30,không,0,DONG-C
            31000001,hôm qua,MT,SHDC,Có,40,10,0,DONG-D

            """

    @Test func aSchoolSeesWhatIsWrongAndWhatToDo() throws {
        let office = try office(["inbox/a.csv": Self.sessions])
        try office.run("2026-03-20", periods: ["2026-Q1"])
        let book = try #require(try office.feedback()["11359/31000001.xlsx"])
        #expect(book.properties[FeedbackMarks.kind.name] == FeedbackMarks.kind.value)
        #expect(book.properties[FeedbackMarks.unit] == "31000001")
        let headings = try #require(book.rows("Cần sửa").first { $0.contains(FeedbackMarks.finding) })
        #expect(
            headings == [
                "Dòng", "Nội dung cần sửa", "Cách sửa", "Giá trị đã nhập", "Cột", "Mức độ", "Mã lỗi", "Giải trình",
                "Mã phát hiện",
            ]
        )
        let wrong = try #require(book.findings.first { $0["Mã lỗi"] == "C2" })
        #expect(wrong["Dòng"] == "3" && wrong["Giá trị đã nhập"] == "khoảng 20" && wrong["Mức độ"] == "Lỗi")
        #expect(wrong["Nội dung cần sửa"]?.hasPrefix("“khoảng 20” không phải là số ở cột “Số học sinh”.") == true)
        #expect(wrong["Cách sửa"] == "Hãy chỉ ghi chữ số, ví dụ 12 hoặc 1.234.")
        #expect(wrong["Cột"] == "F: so_hs" && wrong["Giải trình"] == "")
        let queries = book.findings.filter { $0["Mức độ"] == "Cần giải trình" }.compactMap { $0["Mã lỗi"] }
        #expect(queries.contains("C1") && queries.contains("C11"))
        // Errors stand first.
        #expect(book.findings.map { $0["Mức độ"] }.prefix(2) == ["Lỗi", "Lỗi"])
    }

    @Test func itsRowsStandThereWithTheBadCellsNamedThoseThatWereLeftOutToo() throws {
        let office = try office(["inbox/a.csv": Self.sessions])
        try office.run("2026-03-20", periods: ["2026-Q1"])
        let book = try #require(try office.feedback()["11359/31000001.xlsx"])
        let rows = book.records("Tuyên truyền", from: "Cần xem lại")
        #expect(rows.map { $0["Minh chứng"] } == ["DONG-A", "DONG-B", "DONG-C", "DONG-D"])
        #expect(rows.map { $0["Dòng"] } == ["2", "3", "4", "5"])
        #expect(rows.map { $0["Số học sinh"] } == ["100", "khoảng 20", "30", "40"])
        #expect(rows[0]["Cần xem lại"] == "" || rows[0]["Cần xem lại"] == nil)
        #expect(rows[1]["Cần xem lại"] == "Lỗi: Số học sinh.")
        #expect(rows[2]["Cần xem lại"]?.contains("Chuyên đề") == true)
        #expect(rows[3]["Ngày"] == "hôm qua")
        #expect(rows[3]["Cần xem lại"]?.hasPrefix("Không được tính. Lỗi: Ngày") == true)
    }

    @Test func itsFilesHaveTheirOutcomeAndDay() throws {
        let office = try office(["inbox/a.csv": Self.sessions])
        try office.run("2026-03-20", periods: ["2026-Q1"])
        let book = try #require(try office.feedback()["11359/31000001.xlsx"])
        let file = try #require(book.records("Tệp đã gửi", from: "Kết quả").first)
        #expect(file["Tệp"] == "a.csv" && file["Kết quả"] == "Chấp nhận một phần")
        #expect(file["Số dòng đã đọc"] == "4" && file["Được tính"] == "3" && file["Không được tính"] == "1")
        // 20 March 2026, as a sheet counts days.
        #expect(file["Nhận ngày"] == "46101")
        let indicators = book.records("Chỉ tiêu", from: "Đánh giá").compactMap { $0["Đánh giá"] }
        #expect(indicators.contains("Chưa báo cáo"))
    }

    @Test func aUnitThatSentNothingGetsOneOnceItIsLateAndNotBefore() throws {
        let office = try office(["inbox/a.csv": Self.sessions])
        try office.run("2026-03-10", periods: ["2026-Q1"])
        #expect(try office.feedback().keys.sorted() == ["11359/31000001.xlsx"])
        try office.run("2026-03-20", periods: ["2026-Q1"])
        let books = try office.feedback()
        #expect(books.keys.sorted() == ["11359/31000001.xlsx", "11359/31000002.xlsx", "11360/31000003.xlsx"])
        #expect(books["11360/31000003.xlsx"]?.allText.contains("Tình trạng báo cáo: Thiếu") == true)
    }

    @Test func inABundleEachUnitGetsItsOwnRowsAlone() throws {
        let bundle =
            Self.header + """
                31000001,5/3/2026,MT,SHDC,Có,100,10,0,CUA-MOT
                31000002,6/3/2026,MT,SHDC,Có,khoảng 20,10,0,CUA-HAI
                31000002,hôm qua,MT,SHDC,Có,20,10,0,CUA-HAI
                99999999,8/3/2026,MT,SHDC,Có,40,10,0,CUA-AI

                """
        let office = try office(["inbox/a.csv": bundle])
        try office.run("2026-03-20", periods: ["2026-Q1"])
        let books = try office.feedback()
        for (path, own, others) in [
            ("11359/31000001.xlsx", "CUA-MOT", ["CUA-HAI", "CUA-AI", "31000002", "99999999", "khoảng 20"]),
            ("11359/31000002.xlsx", "CUA-HAI", ["CUA-MOT", "CUA-AI", "31000001", "99999999"]),
        ] {
            let text = try #require(books[path]).allText
            #expect(text.contains(own))
            for other in others { #expect(!text.contains(other), "\(path) \(other)") }
        }
        let unknown = try #require(books.first { $0.key.hasPrefix("khong-ro/") }?.value)
        // And the column that is missing for all of them.
        #expect(unknown.findings.map { $0["Mã lỗi"] } == ["U1", "H1"])
        #expect(unknown.allText.contains("CUA-AI") && !unknown.allText.contains("CUA-MOT"))
    }

    /// The row of a unit that is not known may be another unit's, whoever else stands in the file.
    @Test func aRowOfAnUnknownUnitIsNobodys() throws {
        let text = Self.header + "31000001,5/3/2026,MT,SHDC,Có,100,10,0,A\n31000009,8/3/2026,MT,SHDC,Có,40,10,0,LA\n"
        let office = try office(["inbox/a.csv": text])
        try office.run("2026-03-20", periods: ["2026-Q1"])
        let books = try office.feedback()
        let own = try #require(books["11359/31000001.xlsx"])
        #expect(!own.allText.contains("LA") && !own.allText.contains("31000009"))
        #expect(own.records("Tệp đã gửi", from: "Kết quả").first?["Không rõ đơn vị"] == "1")
        #expect(books.first { $0.key.hasPrefix("khong-ro/") }?.value.allText.contains("31000009") == true)
    }

    @Test func aFileThatNobodyCanBeNamedForHasAWorkbookByItsHash() throws {
        let office = try office([
            "inbox/a.csv": Self.sessions, "inbox/la.csv": "cột một,cột hai\n1,2\n",
            "inbox/la-2.csv": "cột một,cột hai\n1,2\n",
        ])
        try office.run("2026-03-20", periods: ["2026-Q1"])
        let hash = sha256(Array("cột một,cột hai\n1,2\n".utf8)).prefix(12)
        let books = try office.feedback().filter { $0.key.hasPrefix("khong-ro/") }
        #expect(books.keys.sorted() == ["khong-ro/\(hash).xlsx"])
        let book = try #require(books.values.first)
        #expect(book.findings.contains { $0["Mã lỗi"] == "F3" })
        #expect(book.properties[FeedbackMarks.unit] == nil)
        #expect(
            book.records("Tệp đã gửi", from: "Kết quả").prefix(2).compactMap { $0["Tệp"] }.sorted() == [
                "la-2.csv", "la.csv",
            ]
        )
    }

    /// What needs nothing done stands in the office's workbook alone.
    @Test func aFileOfNobodyThatIsNoFaultHasNone() throws {
        let rows = "31000001,5/3/2026,MT,SHDC,Có,1,1,0,A,\n31000002,5/3/2026,MT,SHDC,Có,1,1,0,B,\n"
        let bundle = "ma_don_vi,ngay,chu_de,hinh_thuc,chuyen_de,so_hs,so_cbgvnv,so_phu_huynh,minh_chung,dip\n" + rows
        let office = try office(["inbox/a.csv": bundle, "inbox/b.csv": bundle, "inbox/thu.rtf": "{\\rtf1 x}"])
        try office.run("2026-03-20", periods: ["2026-Q1"])
        #expect(try office.published("findings.csv").contains(",F5,"))
        #expect(try office.published("findings.csv").contains(",F9,"))
        #expect(try !office.feedback().keys.contains { $0.hasPrefix("khong-ro/") })
    }

    @Test func anAnswerThatComesBackIsTakenAndChangesNoFigure() throws {
        let office = try office(["inbox/a.csv": Self.sessions])
        try office.run("2026-03-20", periods: ["2026-Q1"])
        let before = try office.published("2026-Q1/figures.csv")
        let book = try #require(try office.feedback()["11359/31000001.xlsx"])
        try book.answered(
            "C1",
            "Buổi này không phải chuyên đề",
            to: office.inbox.appendingPathComponent("tra-loi.xlsx")
        )
        try office.run("2026-03-21", periods: ["2026-Q1"])
        #expect(try office.published("2026-Q1/figures.csv") == before)
        #expect(office.report?.answers?.answered == 1)
        let answered = try office.published("findings.csv").split(separator: "\n").filter { $0.contains(",answered") }
        #expect(answered.count == 1 && answered[0].contains(",C1,"))
        #expect(try !office.published("findings.csv").contains(",O3,"))
        // The next workbook shows it, and the answers' file among those that were sent.
        let next = try #require(try office.feedback()["11359/31000001.xlsx"])
        #expect(next.findings.first { $0["Mã lỗi"] == "C1" }?["Giải trình"] == "Buổi này không phải chuyên đề")
        #expect(next.records("Tệp đã gửi", from: "Kết quả").contains { $0["Tệp"] == "tra-loi.xlsx" })
    }

    @Test func aWorkbookThatComesBackAsItWentSaysNothing() throws {
        let office = try office(["inbox/a.csv": Self.sessions])
        try office.run("2026-03-20", periods: ["2026-Q1"])
        let before = try office.published("2026-Q1/facts.csv")
        try FileManager.default.copyItem(
            at: office.folder.appendingPathComponent("out/hien-hanh/2026-Q1/phan-hoi/11359/31000001.xlsx"),
            to: office.inbox.appendingPathComponent("phan-hoi.xlsx")
        )
        try office.run("2026-03-21", periods: ["2026-Q1"])
        #expect(try office.published("2026-Q1/facts.csv") == before)
        #expect(office.report?.answers == nil)
        #expect(try !office.published("findings.csv").contains(",O3,"))
    }

    @Test func codesOfTheRosterCannotLeaveTheFolder() throws {
        let roster = """
            ma_don_vi,ten_don_vi,loai_hinh,ma_xa,ten_xa,so_hoc_sinh,so_cbgvnv
            ../../ETC,Trường Một,TH,../X,Xã Một,400,30
            A/B,Trường Hai,TH,khong-ro,Xã Hai,400,30
            A_B,Trường Ba,TH,khong-ro,Xã Hai,400,30

            """
        let office = try Office(
            files: [
                "don-vi.csv": roster, "inbox/a.csv": Self.header + "A/B,5/3/2026,MT,SHDC,Có,100,10,0,X\n",
                "inbox/la.csv": "cột một,cột hai\n1,2\n",
            ],
            workbooks: .shipped
        )
        try office.run("2026-03-20", periods: ["2026-Q1"])
        let paths = try office.feedback().keys.sorted()
        #expect(paths.count == 4)
        let communes = Set(paths.compactMap { $0.split(separator: "/").first })
        #expect(communes.count == 3 && communes.contains("khong-ro") && communes.contains(".._X"))
        #expect(paths.contains { $0.lowercased().hasPrefix("khong-ro-") && $0.contains("/A_B-") })
        #expect(paths.filter { $0.hasPrefix("khong-ro/") }.count == 1)
    }

    /// No row of a file stands in two workbooks, and reports stand in that of their unit.
    @Test(arguments: [1, 2, 3] as [UInt64], [Options.Layout.files, .bundles])
    func noRowGoesToAnotherUnit(seed: UInt64, layout: Options.Layout) throws {
        var options = Options(units: 12, seed: seed)
        options.communes = 3
        options.messy = true
        options.layout = layout
        let city = City.generate(options: options)
        let office = try Office(city, workbooks: .shipped)
        try office.receive(city.submissions)
        try office.run("2026-12-20", periods: ["2026-Y"])
        let codes = city.units.map(\.code)
        var owners: [String: String] = [:]
        for (path, book) in try office.feedback("2026-Y") where !path.hasPrefix("khong-ro/") {
            let own = try #require(path.split(separator: "/").last?.dropLast(5)).description
            let shown = book.sheets.filter { $0.name != "Tệp đã gửi" }.flatMap(\.rows).joined()
            for code in codes where code != own { #expect(!shown.contains { $0 == code }, "\(path) \(code)") }
            for sheet in ["Tuyên truyền", "Vụ việc", "Vi phạm"] {
                for row in book.records(sheet, from: "Cần xem lại") {
                    let place = "\(sheet) \(row["Tệp"] ?? "") \(row["Dòng"] ?? "")"
                    #expect(owners.updateValue(own, forKey: place) == nil, "\(place)")
                }
            }
        }
        #expect(owners.count > 12)
    }

    @Test func theSameRunGivesTheSameBytes() throws {
        let city = City.generate(options: Options(units: 6, seed: 3))
        let office = try Office(city, workbooks: .shipped)
        try office.receive(city.submissions)
        try office.run("2026-12-20", to: "out", recordsReceipts: false, periods: ["2026-Y"])
        try office.run("2026-12-20", to: "out-2", recordsReceipts: false, periods: ["2026-Y"])
        let first = try office.set("out").filter { $0.key.contains("phan-hoi/") }
        #expect(first.count >= 6)
        #expect(try first == office.set("out-2").filter { $0.key.contains("phan-hoi/") })
        #expect(try office.published("SHA256SUMS").contains("/phan-hoi/"))
    }

    /// Answers are found by the headings of two columns: a layout that calls them otherwise is refused.
    @Test(arguments: [FeedbackMarks.answer, FeedbackMarks.finding])
    func aLayoutWhoseAnswersCouldNotBeReadIsRefused(heading: String) throws {
        let checkout = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
            "tonghop-layouts-\(UUID().uuidString)"
        )
        try FileManager.default.copyItem(at: checkout.appendingPathComponent("templates"), to: folder)
        defer { try? FileManager.default.removeItem(at: folder) }
        let plan = try Plan.load(
            [UInt8](Data(contentsOf: folder.appendingPathComponent("plan-2026.xml"))),
            file: "plan-2026.xml"
        )
        _ = try WorkbookLayouts(templates: FilePath(folder.path), plan: plan)
        let layout = folder.appendingPathComponent("workbooks/phan-hoi.xml")
        let text = try String(contentsOf: layout, encoding: .utf8)
        let renamed = text.replacing("heading=\"\(heading)\"", with: "heading=\"Trả lời\"")
        #expect(renamed != text)
        try Data(renamed.utf8).write(to: layout)
        #expect(throws: BatchError.self) { try WorkbookLayouts(templates: FilePath(folder.path), plan: plan) }
    }
}
