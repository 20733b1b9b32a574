import Plan
import Records
import Tabular
import Testing

@testable import Intake
@testable import Spreadsheet

@Suite("Restoration of mojibake and .VnTime text")
struct RestorationTests {
    private let header = "Mã đơn vị;Ngày;Chủ đề;Số học sinh;Ngày gửi;Ghi chú"

    private func file(_ header: String, _ rows: [String]) -> [UInt8] {
        Array(([header] + rows).joined(separator: "\n").utf8)
    }

    @Test func theTextOfTheSpecIsRestored() throws {
        let desk = try ReadingDesk()
        let reading = desk.read(
            file(
                "MÃ£ Ä‘Æ¡n vá»‹;NgÃ y;Chá»§ Ä‘á»\u{81};Ghi chÃº".replacing("Ã y", with: "Ã\u{A0}y"),
                ["31000001;14/3/2026;MT;tá»‘t"]
            )
        )
        #expect(reading.codes.first == "F11")
        #expect(desk.values("ghi_chu", reading) == ["tốt"])
    }

    @Test func vnTimeTextIsRestored() throws {
        let desk = try ReadingDesk()
        let reading = desk.read(file("M· ®¬n vÞ;Ngµy;Chñ ®Ò;Ghi chó", ["31000001;14/3/2026;MT;B¹o lùc häc ®\u{AD}êng"]))
        #expect(reading.codes.first == "F11")
        #expect(desk.values("ghi_chu", reading) == ["Bạo lực học đường"])
    }

    /// A header of field names has nothing to restore; the values prove it as well.
    @Test func valuesProveTheDamageToo() throws {
        let desk = try ReadingDesk()
        let reading = desk.read(file("ma_don_vi;ngay;chu_de;ghi_chu", ["31000001;14/3/2026;VÅ© khÃ\u{AD};tá»‘t"]))
        #expect(desk.values("chu_de", reading) == ["VK"])
        #expect(desk.values("ghi_chu", reading) == ["tốt"])
    }

    /// Ones and zeros below names of fields: the words alone tell.
    @Test(arguments: ["trÆ°á»\u{9D}ng há»\u{8D}c", "tr\u{AD}êng häc th©n thiÖn"])
    func freeTextAloneIsRestoredWhereItIsNoVietnamese(text: String) throws {
        let desk = try ReadingDesk()
        let reading = desk.read(file("ma_don_vi;ngay;chu_de;ghi_chu", ["31000001;14/3/2026;MT;\(text)"]))
        #expect(reading.isRestored)
        #expect(desk.values("ghi_chu", reading)[0].hasPrefix("trường học"))
    }

    @Test func goodTextIsNeverTouched() throws {
        let desk = try ReadingDesk()
        let notes = ["Có, Không, Khá", "37°C · «tốt»", "Ã £", "Hội nghị № 5", "café", "þ"]
        let reading = desk.read(file(header, notes.map { "31000001;14/3/2026;MT;5;;\($0)" }))
        #expect(!reading.isRestored)
        #expect(desk.values("ghi_chu", reading) == notes)
    }

    /// A cell was typed afterwards, in good Vietnamese.
    @Test(arguments: [
        (SavedText.mojibake, "Có"), (.mojibake, "đường"), (.vnTime, "đường"), (.vnTime, "buổi lễ"),
    ])
    func aTextOfTwoKindsIsRefusedWithItsCause(saved: SavedText, cell: String) throws {
        let damaged = String(decoding: try #require(saved.bytes(header)), as: UTF8.self)
        let reading = try ReadingDesk().read(
            file(damaged, ["31000001;14/3/2026;MT;5;;tot", "31000001;15/3/2026;MT;5;;\(cell)"])
        )
        #expect(reading.codes == ["F2"])
        #expect(reading.table == nil)
        #expect(reading.findings.first?.line == 3)
        #expect(reading.findings.first?.arguments.first?.contains("không khôi phục được hết") == true)
    }

    /// `Có` would become `Cú`: the value was known, and is none afterwards.
    @Test func aKnownValueIsNotSpoiled() throws {
        let header = "M· ®¬n vÞ;Kú b¸o c¸o;N¨m;Ngµy b¸o c¸o;dau_moi"
        let reading = try ReadingDesk().read(file(header, ["31000001;Q1;2026;13/3/2026;Có"]))
        #expect(reading.codes == ["F2"])
        #expect(reading.findings.first?.arguments.first?.contains("“Có”") == true)
    }

    @Test(arguments: [
        ("Maõ ñôn vò;Ngaøy;Chuû ñeà;Soá hoïc sinh;Ghi chuù", "31000001;14/3/2026;MT;5;toát"),
        (
            "ma_don_vi;ngay;chu_de;so_hs;ghi_chu",
            "31000001;14/3/2026;Vuõ khí, vaät lieäu noå, coâng cuï hoã trôï;5;toát"
        ),
    ])
    func vniTextIsRefusedWithItsCause(header: String, row: String) throws {
        for bytes in [file(header, [row]), (header + "\n" + row).unicodeScalars.map { UInt8($0.value) }] {
            let reading = try ReadingDesk().read(bytes)
            #expect(reading.codes == ["F2"])
            #expect(reading.findings.first?.arguments.first?.contains("VNI") == true)
        }
    }

    @Test func restorationComesBeforeEveryOtherCheck() throws {
        let header = String(
            decoding: try #require(SavedText.mojibake.bytes("Mã đơn vị;Ngày;Chủ đề;Ngày sinh")),
            as: UTF8.self
        )
        let reading = try ReadingDesk().read(file(header, ["31000001;14/3/2026;MT;1/1/2012"]))
        #expect(reading.codes.contains("H4"))
    }

    // MARK: A damaged cell in a good text

    /// Wherever it stands: behind the first rows, too, which decide on the text.
    @Test(arguments: [0, 400], [SavedText.mojibake, .mojibakeOf1258, .mojibakeTwice, .vnTime])
    func aDamagedTextInAGoodFileIsTold(rowsAbove: Int, saved: SavedText) throws {
        let desk = try ReadingDesk()
        let meant = "trường tiểu học Ngô Quyền"
        let note = String(decoding: try #require(saved.bytes(meant)), as: UTF8.self)
        let good = (0..<(rowsAbove + 3)).map { "31000001;14/3/2026;MT;\($0);;buổi lễ đông đủ học sinh khối \($0)" }
        let reading = desk.read(file(header, good + ["31000001;14/3/2026;MT;5;;\(note)"]))
        #expect(!reading.isRestored)
        #expect(reading.findings(.C15).map(\.line) == [Int32(rowsAbove + 5)])
        let finding = try #require(reading.findings(.C15).first)
        #expect(finding.message(plan: desk.context.plan).contains("sai bảng mã"))
        #expect(meant.contains(finding.arguments[2]))
        #expect(reading.rowsRead == rowsAbove + 4 && reading.rowsLeftOut == 0)
    }

    @Test(arguments: ["NgÃ\u{A0}y", "cÃ³", "há»\u{8D}c sinh", "(Ä‘Æ¡n vá»‹)", "Tốt, Ä‘á»§"])
    func oneWordIsEnough(text: String) throws {
        let reading = try ReadingDesk().read(
            file(header, ["31000001;14/3/2026;MT;5;;Đủ", "31000001;14/3/2026;MT;5;;\(text)"])
        )
        #expect(reading.findings(.C15).map(\.line) == [3])
    }

    @Test(arguments: [
        "m²", "37°C", "«tốt»", "café", "Müller", "Ã £", "½ số học sinh", "“Đủ”", "BÃ\u{A0}Lan", "§ 5 · 12 m³",
        "Ngã\u{A0}tư", "þ",
    ])
    func signsAndOtherLanguagesAreNoDamage(text: String) throws {
        let reading = try ReadingDesk().read(
            file(header, ["31000001;14/3/2026;MT;5;;Đủ", "31000001;14/3/2026;MT;5;;\(text)"])
        )
        #expect(reading.findings(.C15).isEmpty)
    }

    // MARK: Sheets

    private func sheet(_ rows: [[String]]) throws -> SheetRows {
        var texts = CellTexts()
        for cell in rows.joined() { texts.append { $0 += Array(cell.utf8) } }
        var contents = SheetContents(datesFrom1904: false, sharedTexts: texts, limits: WorkbookLimits())
        var position: UInt64 = 0
        for (index, row) in rows.enumerated() {
            for column in row.indices {
                try contents.append(.text, position, column: column)
                position += 1
            }
            try contents.endRow(line: index + 1)
        }
        return SheetRows(contents)
    }

    @Test func aSheetIsRestoredCellByCell() throws {
        let desk = try ReadingDesk()
        let decider = TextDecider(vocabulary: desk.context.vocabulary)
        let rows = try sheet([["M· ®¬n vÞ", "Ngµy", "Chñ ®Ò", "Ghi chó"], ["31000001", "14/3/2026", "MT", "B¹o lùc"]])
        guard case .read(let candidate, nil) = decider.decide(rows).outcome, case .sheet(let restored) = candidate.text
        else { return #expect(Bool(false)) }
        var record = Record()
        try restored.read(1, into: &record)
        #expect(String(decoding: record.bytes, as: UTF8.self) == "3100000114/3/2026MTBạo lực")
        #expect(candidate.restoration != nil)
        #expect(candidate.search.header?.dataSet == SmallPlan.events)
        guard case .read(let plain, nil) = decider.decide(try sheet([["Mã đơn vị", "Ngày", "Chủ đề"]])).outcome else {
            return #expect(Bool(false))
        }
        #expect(plain.restoration == nil)
        guard
            case .refused = decider.decide(
                try sheet([["M· ®¬n vÞ", "Ngµy", "Chñ ®Ò", "Ghi chó"], ["", "", "", "đường"]])
            ).outcome
        else { return #expect(Bool(false)) }
    }
}
