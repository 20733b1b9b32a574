import Foundation
import Records
import Spreadsheet
import Testing

@testable import Intake

@Suite("A workbook in the inbox")
struct WorkbookReadingTests {
    private let header = ["ma_don_vi", "ngay", "chu_de", "so_hs", "ngay_gui", "ghi_chu"]

    /// A workbook of sheets of texts.
    private func workbook(
        _ sheets: [(name: String, rows: [[String]])],
        property: String? = nil
    ) throws -> [UInt8] {
        let folder = FileManager.default.temporaryDirectory.appending(path: "tonghop-\(UUID().uuidString)").path()
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        var properties = DocumentProperties(created: 1_770_000_000)
        if let property { properties.custom = [.init(name: FeedbackMarks.kind.name, value: property)] }
        let path = "\(folder)/a.xlsx"
        let book = try WorkbookWriter(path: path, temporaryFolder: folder, properties: properties)
        for (name, rows) in sheets {
            let sheet = try book.addSheet(name)
            for (row, cells) in rows.enumerated() {
                for (column, cell) in cells.enumerated() {
                    try book.write(.text(cell), sheet: sheet, row: row, column: column)
                }
            }
        }
        _ = try book.close()
        return try [UInt8](Data(contentsOf: URL(filePath: path)))
    }

    private func read(_ bytes: [UInt8], name: String = "a.xlsx") throws -> [FileReading] {
        let file = InboxFile(path: name, pathBytes: Array(name.utf8), bytes: bytes.count, sha256: "")
        return try readWorkbook(bytes, file: file, context: ReadingDesk().context)
    }

    private let row = ["31000001", "14/3/2026", "MT", "1"]

    @Test func aSheetsColumnsStandWhereTheyAre() throws {
        let readings = try read(workbook([("A", [[], ["", ""] + header, ["", "x"] + row])]))
        let desk = try ReadingDesk()
        #expect(desk.values("so_hs", readings[0]) == ["1"])
        #expect(readings[0].told == ["H3 line 2"])
        #expect(readings[0].findings[0].column == 1)
        #expect(readings[0].table?.sources == [SourceRow(file: 0, line: 3)])
    }

    @Test func aRowThatEndsEarlyLacksNothingAndOneThatIsLongerIsShifted() throws {
        let readings = try read(workbook([("A", [header, row, row + ["", "", "x"]])]))
        #expect(readings[0].told == ["L4 line 3 | 6; 7"])
    }

    /// From the file's bytes to the values. No letter of these becomes a C1 control character, which our writer drops.
    @Test(arguments: [SavedText.mojibake, .mojibakeOf1258, .mojibakeTwice, .vnTime])
    func aDamagedSheetIsRestored(saved: SavedText) throws {
        func damaged(_ rows: [[String]]) throws -> [[String]] {
            try rows.map { try $0.map { String(decoding: try #require(saved.bytes($0)), as: UTF8.self) } }
        }
        let header = ["Mã đơn vị", "Ngày", "chu_de", "so_hs", "Ghi chú"]
        let row = ["31000001", "14/3/2026", "MT", "12", "Tổ chức tốt, đông đủ"]
        let desk = try ReadingDesk()
        let whole = try read(workbook([("Quý 1", try damaged([header, row]))]))
        #expect(whole.map(\.codes) == [["F11", "H1"]])
        #expect(whole[0].isRestored && whole[0].rowsRead == 1)
        #expect(desk.values("so_hs", whole[0]) == ["12"])
        #expect(desk.values("ghi_chu", whole[0]) == ["Tổ chức tốt, đông đủ"])

        let mixed = try read(workbook([("Quý 1", try damaged([header]) + [row])]))
        #expect(mixed.map(\.codes) == [["F2"]])
        #expect(mixed[0].findings[0].arguments[0].contains("không khôi phục được hết"))
    }

    @Test func oneDamagedCellOfAGoodSheetIsTold() throws {
        let note = String(decoding: try #require(SavedText.mojibake.bytes("Tổ chức tốt")), as: UTF8.self)
        let readings = try read(workbook([("A", [header, row + ["", "Đạt"], row + ["", note]])]))
        #expect(readings.map(\.codes) == [["C15"]])
        #expect(readings[0].findings[0].line == 3)
    }

    @Test func aHeaderWithoutRowsHasNothingToReport() throws {
        #expect(try read(workbook([("A", [header])])).map(\.told) == [["F13"]])
    }

    @Test func noRowOfAFeedbackWorkbookIsRead() throws {
        let bytes = try workbook([("A", [header, row])], property: FeedbackMarks.kind.value)
        #expect(try read(bytes).map { $0.table?.count ?? 0 } == [0])
        #expect(try read(workbook([("A", [header, row])], property: "khac")).map(\.codes) == [[]])
    }

    @Test func aNameThatCouldNotBeShownIsMadeVisible() throws {
        #expect(try read(workbook([("Quý\u{202E}1", [header])]))[0].file.path == "a.xlsx!Quý1")
    }

    @Test func aDamagedWorkbookIsToldWithItsCause() throws {
        let whole = try workbook([("A", [header, row])])
        let cut = Array(whole.prefix(whole.count / 2))
        #expect(FileContent(of: cut, name: Array("a.xlsx".utf8)) == .workbook)
        let readings = try read(cut)
        #expect(readings.map(\.codes) == [["F2"]])
        #expect(readings[0].findings[0].arguments[0].hasPrefix("tệp .xlsx bị hỏng"))
        #expect(!readings[0].holdsNoData)
    }

    @Test func aBombIsToldAsTooLarge() throws {
        let rows = (0..<100).map { [String(repeating: "0", count: 30_000) + "\($0)"] }
        let readings = try read(workbook([("A", rows)]))
        #expect(readings.map(\.told) == [["F7 | ; nội dung bên trong tệp .xlsx lớn bất thường"]])
        let message = readings[0].findings[0].message(plan: SmallPlan.make())
        #expect(message.hasPrefix("Không đọc tệp này: nội dung bên trong tệp .xlsx lớn bất thường."))
    }

    @Test func sheetsOfOneWorkbookAreNotCopiesOfEachOtherButACopyOfItIsTold() throws {
        let inbox = try ScratchInbox()
        let bytes = try workbook([("A", [header, row]), ("B", [header, ["31000002"] + row.dropFirst()])])
        for name in ["a.xlsx", "b.xlsx"] { try inbox.write(Array(name.utf8), bytes) }
        let readings = try readInbox(inbox.path, context: ReadingDesk().context).readings
        #expect(
            readings.map { ([$0.file.path] + $0.told).joined(separator: " ") } == [
                "a.xlsx!A", "a.xlsx!B", "b.xlsx!A F5 | a.xlsx", "b.xlsx!B",
            ]
        )
        #expect(readings.map(\.rowsRead) == [1, 1, 1, 1])
        #expect(readings.map { $0.table?.sources.map(\.file) } == [[0], [1], [2], [3]])
        #expect(Set(readings.map(\.file.sha256)).count == 1)
    }

    @Test(arguments: [
        ("xl/workbook.bin", "a.xlsx", FileContent.unreadTable("bảng tính .xlsb")),
        ("xl/worksheets/sheet1.xml", "a", .workbook),
        ("a/b.txt", "a.xlsx", .workbook), ("a/b.txt", "a.zip", .unreadTable("tệp nén .zip")),
        ("word/document.xml", "a.xlsx", .noTable("văn bản .docx")),
    ])
    func isToldByWhatItHolds(entry: String, name: String, content: FileContent) {
        #expect(FileContent(of: [0x50, 0x4B, 3, 4] + Array(entry.utf8), name: Array(name.utf8)) == content)
    }
}
