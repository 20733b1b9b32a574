import Plan
import Records
import Testing

@testable import Intake

@Suite("Encodings: which one a file is in")
struct EncodingTests {
    private let text = """
        Mã đơn vị;Ngày;Chủ đề;Số học sinh;Ngày gửi;Ghi chú
        31000001;14/3/2026;Phòng, chống ma túy;120;;Buổi chào cờ đầu tuần, học sinh hưởng ứng
        31000002;15/3/2026;Vũ khí, vật liệu nổ, công cụ hỗ trợ;80;;Đã tổ chức ở sân trường

        """

    @Test(arguments: SavedText.lossless)
    func aTextIsReadAlikeInEveryEncoding(saved: SavedText) throws {
        let desk = try ReadingDesk()
        let reading = desk.read(try #require(saved.bytes(text)))
        let isRestored = [.mojibake, .mojibakeOf1258, .mojibakeTwice, .vnTime].contains(saved)
        #expect(reading.codes == (isRestored ? ["F11"] : []))
        #expect(reading.isRestored == isRestored)
        #expect(
            desk.values("ghi_chu", reading) == ["Buổi chào cờ đầu tuần, học sinh hưởng ứng", "Đã tổ chức ở sân trường"]
        )
        #expect(desk.values("chu_de", reading) == ["MT", "VK"])
        #expect(desk.values("so_hs", reading) == ["120", "80"])
    }

    @Test(arguments: [
        (SavedText.windows1258, "Windows-1258"), (.windows1258Combining, "Windows-1258"), (.tcvn3, "TCVN3"),
        (.utf16, "UTF-16LE"), (.utf16WithoutMark, "UTF-16BE"), (.lossy1252, "Windows-1252"),
        (.lossy1258, "Windows-1258"),
        (.mojibake, "UTF-8"),
    ])
    func theEncodingIsNamed(saved: SavedText, name: String) throws {
        #expect(try ReadingDesk().read(try #require(saved.bytes(text))).encoding == name)
    }

    /// In Windows-1252, and as valid Vietnamese in TCVN3: `Cú`, `Khụng`, `Khỏ`. A choice tells which.
    @Test func choiceValuesDecideWhereSyllablesCannot() throws {
        let desk = try ReadingDesk()
        let rows = [("Có", "Không"), ("Không", "Có"), ("Không", "Khá")]
        let text =
            "ma_don_vi,ky_bao_cao,nam,ngay_bao_cao,dau_moi,kho_khan\n"
            + rows.map { "31000001,Q1,2026,13/3/2026,\($0.0),\($0.1)\n" }.joined()
        let reading = desk.read(latin1(text))
        #expect(desk.values("dau_moi", reading) == ["true", "false", "false"])
        #expect(desk.values("kho_khan", reading) == ["Không", "Có", "Khá"])
        #expect(reading.decision.words.contains("TCVN3: 6 cột, 3 giá trị danh mục"))
    }

    /// The last row alone tells: the values are counted over all rows.
    @Test func choiceValuesAreCountedOverAllRows() throws {
        let desk = try ReadingDesk()
        let text =
            "ma_don_vi,ky_bao_cao,nam,ngay_bao_cao,dau_moi,kho_khan\n"
            + String(repeating: "31000001,Q1,2026,13/3/2026,,Khá\n", count: 200) + "31000001,Q1,2026,13/3/2026,Có,\n"
        #expect(desk.values("kho_khan", desk.read(latin1(text))).first == "Khá")
    }

    @Test(arguments: [
        ("Có", "“Có” (Windows-1258) hay “Cú” (TCVN3)"), ("Không", "“Không” (Windows-1258) hay “Khụng” (TCVN3)"),
        ("Khá", "“Khá” (Windows-1258) hay “Khỏ” (TCVN3)"), ("rõ", "“rơ” (Windows-1258) hay “rõ” (Windows-1252)"),
    ])
    func aTieThatChangesAValueIsRefused(word: String, readings: String) throws {
        let reading = try ReadingDesk().read(
            latin1("ma_don_vi,ky_bao_cao,nam,ngay_bao_cao,kho_khan\n31000001,Q1,2026,13/3/2026,\(word)\n")
        )
        #expect(reading.codes == ["F2"])
        #expect(reading.table == nil)
        #expect(reading.findings.first?.line == 2)
        #expect(reading.findings.first?.arguments.first?.hasSuffix(readings) == true)
        #expect(reading.decision.chosen == nil)
    }

    /// The word stands in a column that is not loaded.
    @Test func aTieThatChangesNoValueIsNoMatter() throws {
        let reading = try ReadingDesk().read(
            latin1(
                "ma_don_vi,ky_bao_cao,nam,ngay_bao_cao,Cột lạ\n31000001,Q1,2026,13/3/2026,Có\n".replacing(
                    "ộ",
                    with: "o"
                ).replacing("ạ", with: "a")
            )
        )
        #expect(reading.table?.count == 1)
        #expect(reading.codes.allSatisfy { $0 == "H1" || $0 == "H3" })
    }

    @Test(arguments: [
        (
            "ma_don_vi,ky_bao_cao,nam,ngay_bao_cao\n31000001,Q1,2026,13/3/2026\n", [0xFF, 0xFE, 0x41],
            "không rõ bảng mã"
        ),
        ("Trường học", [0xFF], "UTF-8 bị hỏng"),
        ("\u{FEFF}a", [0xFF], "UTF-8 bị hỏng"),
        ("Mã đơn vị;Ngày;Chủ đề\n31000001;14/3/2026;MT", [0x80], "UTF-8 bị hỏng"),
    ])
    func whatIsNoTextOfAnyEncodingIsRefused(start: String, end: [UInt8], cause: String) throws {
        let reading = try ReadingDesk().read(Array(start.utf8) + end)
        #expect(reading.codes == ["F2"])
        #expect(reading.findings.first?.arguments.first?.contains(cause) == true)
    }

    @Test func theDecisionIsWrittenDown() throws {
        let desk = try ReadingDesk()
        #expect(desk.read(text).decision.words == "UTF-8: 6 cột")
        let reading = desk.read(try #require(SavedText.tcvn3.bytes(text)))
        let words = reading.decision.words
        #expect(words.contains("TCVN3: 6 cột, 2 giá trị danh mục, 37/37 âm tiết (chọn)"), "\(words)")
        #expect(words.hasPrefix("Windows-1258: "))
        #expect(
            desk.read(try #require(SavedText.mojibake.bytes(text))).decision.words.hasSuffix(
                "UTF-8 bị đọc nhầm thành Windows-1252: 6 cột (chọn); đã khôi phục chữ"
            )
        )
    }

    /// Ð stands for the Đ that the page lacks.
    @Test func ethIsDInWindows1252() throws {
        let desk = try ReadingDesk()
        let reading = desk.read(
            latin1(
                "ma_don_vi,ky_bao_cao,nam,ngay_bao_cao,so_van_ban,kho_khan\n31000001,Q1,2026,13/3/2026,5/QÐ,Ðã rõ là ký\n"
            )
        )
        #expect(desk.values("so_van_ban", reading) == ["5/QĐ"])
    }

    private func latin1(_ text: String) -> [UInt8] {
        text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
    }
}
