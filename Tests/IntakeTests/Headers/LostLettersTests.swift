import Plan
import Records
import Tabular
import Testing

@testable import Intake

@Suite("Letters lost to a code page")
struct LostLettersTests {
    private func read(_ header: String, _ rows: String...) throws -> FileReading {
        try ReadingDesk().read(([header] + rows).joined(separator: "\n"))
    }

    /// What the spec counts: 90 letters lost under 1252, 104 under 1258, 12 that lose their marks alone.
    @Test(arguments: [(SavedText.lossy1252, 90), (.lossy1258, 104)])
    func theCodePagesLoseAsManyLettersAsTheSpecSays(saved: SavedText, count: Int) {
        let vowels = "aàảãáạăằẳẵắặâầẩẫấậeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵđ"
        let letters = (vowels + vowels.uppercased()).filter { !$0.isASCII }
        #expect(letters.count == 134)
        #expect(letters.count { saved.bytes(String($0)) == [0x3F] } == count)
    }

    @Test(arguments: [
        "M? don v?;Ngày;Ch? d?;S? h?c sinh", "M? ??n v?;Ng?y;Ch? ??;S? h?c sinh", "M? DON V?;NGÀY;CH? Ð?;S? H?C SINH",
        "1. M? don v?;2. Ngày;3. Ch? d?;4. S? h?c sinh",
    ])
    func aHeaderMatchesWithItsLettersLost(header: String) throws {
        let reading = try read(header, "31000001;14/3/2026;MT;5")
        #expect(reading.dataSet == SmallPlan.events)
        #expect(reading.codes.filter { $0 == "F10" }.count == 1)
        #expect(reading.codes.allSatisfy { $0 == "F10" || $0 == "H1" })
        #expect(try ReadingDesk().values("so_hs", reading) == ["5"])
    }

    /// Google Forms ask; nothing is lost.
    @Test(arguments: ["Mã đơn vị?;Ngày?;Chủ đề ?;Số học sinh?", "Mã đơn vị;Ngày;Chủ đề;Số học sinh"])
    func aQuestionHasLostNothing(header: String) throws {
        #expect(!(try read(header, "31000001;14/3/2026;MT;5").codes.contains("F10")))
    }

    @Test func aHeaderThatDoesNotMatchEvenSoIsRefused() throws {
        let reading = try read("M? s? c?a ??n v?;Ng?y t?;Ch?;H?c", "31000001;14/3/2026;MT;5")
        #expect(reading.told == ["F2 line 1 | Chữ tiếng Việt đã mất khi lưu"])
        let message = reading.findings[0].message(plan: SmallPlan.make())
        #expect(message.contains("Chữ tiếng Việt đã mất khi lưu; hãy lưu lại bằng CSV UTF-8 hoặc .xlsx"))
    }

    /// Both a field and a name of personal data fit: not read.
    @Test func whatMayBePersonalIsNotRead() throws {
        let reading = try read("M? don v?;Ngày;Ch? d?;Ng?y sinh;H? tên h?c sinh", "31000001;14/3/2026;MT;1/1/2012;A")
        #expect(reading.codes.filter { $0 == "H4" }.count == 2)
    }

    @Test(arguments: [
        ("Ph?ng, ch?ng ma t?y", "MT", [String]()), ("ma t?y", "MT", []), ("Vu khí", "VK", []), ("V? kh?", "VK", []),
        ("??i n??c", "?i_n_c", ["C14"]),
    ])
    func aChoiceMatchesWithItsLettersLost(cell: String, value: String, codes: [String]) throws {
        let desk = try ReadingDesk()
        let reading = desk.read("ma_don_vi;ngay;chu_de;noi_dung\n31000001;14/3/2026;\"\(cell)\";\(cell)\n")
        #expect(desk.values("chu_de", reading) == [value])
        #expect(reading.codes.filter { $0 == "C14" } == codes)
        #expect(reading.codes.contains("F10") == (cell.contains("?") && codes.isEmpty))
    }

    /// `T?` is TH as well as nothing else; `M?` could be two codes.
    @Test func aValueThatSeveralCodesFitIsNotGuessed() {
        let list = CodeList(
            name: "a",
            codes: [CodeList.Code(code: "A", name: "Tốt"), CodeList.Code(code: "B", name: "Tệt")],
            isOpen: true,
            other: 0
        )
        let words = ChoiceWords(list)
        #expect(readChoice(Array("T?t".utf8).span, words) == .lost)
        #expect(readChoice(Array("T?".utf8).span, words) == .unknown(Array("t".utf8)))
        #expect(readChoices(Array("T?t".utf8).span, words).isLost)
    }

    @Test(arguments: [
        ("Bu?i chào c? d?u tu?n", true), ("?ng dụng", true), ("h?c", true), ("(?n định)", true), ("tr??ng", true),
        ("Có cần không?", false), ("Tại sao? Không rõ", false), ("https://a.vn/x?id=5", false), ("???", false),
        ("Được chưa ?", false), ("v?", false), ("Rồi thì sao?Không biết", false),
    ])
    func freeTextWithLostLettersIsToldCellByCell(cell: String, isLost: Bool) throws {
        let desk = try ReadingDesk()
        let reading = desk.report("kho_khan", cell)
        #expect(reading.codes.contains("C15") == isLost)
        #expect(reading.codes.contains("F10") == isLost)
        #expect(desk.values("kho_khan", reading) == [cell])
    }

    /// Where the header shows the loss, a mark at a word's end is a letter too.
    @Test func inAFileThatLostLettersAWordsEndCounts() throws {
        let reading = try read("M? don v?;Ngày;Ch? d?;Ghi chú", "31000001;14/3/2026;MT;don v?")
        #expect(reading.codes.contains("C15"))
    }

    @Test func aCodeWithALostLetterIsNoCode() throws {
        let desk = try ReadingDesk()
        let reading = desk.report("so_van_ban", "5/Q?-THCS")
        #expect(reading.codes == ["C2"])
        #expect(desk.values("so_van_ban", reading) == [""])
    }

    @Test func aTotalsLineIsOneWithItsLettersLost() throws {
        let reading = try read("M? don v?;Ngày;Ch? d?;S? h?c sinh", "31000001;14/3/2026;MT;5", ";T?ng c?ng;;5")
        #expect(reading.notData == 1)
    }

    // MARK: The real plan

    /// Every data set by the titles of its columns, and by the longest alias of each, under both code pages.
    @Test(arguments: 0..<6, SavedText.lossy)
    func everyHeaderOfThePlanIsReadToTheSameFieldsOrRefused(dataSet: Int, saved: SavedText) throws {
        let plan = try realPlan()
        try #require(dataSet < plan.dataSets.count)
        let vocabulary = Vocabulary(plan)
        let definition = plan.dataSets[dataSet]
        let headers = [
            definition.fields.map(\.title),
            definition.fields.map { field in field.aliases.max { $0.count < $1.count } ?? field.title },
            definition.fields.map { $0.title.uppercased() },
        ]
        for titles in headers {
            let line = titles.map { "\"\($0)\"" }.joined(separator: ";")
            func columns(_ bytes: [UInt8]) -> (dataSet: Int, columns: [Header.Column])? {
                guard
                    case .read(let candidate, _) = TextDecider(vocabulary: vocabulary).decide(bytes).outcome
                else { return nil }
                return candidate.search.header.map { ($0.dataSet, $0.columns) }
            }
            let original = try #require(columns(Array(line.utf8)))
            let bytes = try #require(saved.bytes(line))
            let lost = try #require(columns(bytes), "refused: \(line)")
            #expect(lost.dataSet == original.dataSet)
            for (index, column) in original.columns.enumerated() where lost.columns[index] != column {
                // Not found at all, but never another field.
                #expect(lost.columns[index] == .unknown || lost.columns[index] == .personal, "\(titles[index])")
            }
            let missed = original.columns.indices.filter { lost.columns[$0] != original.columns[$0] }
            #expect(missed.isEmpty, "\(missed.map { titles[$0] })")
        }
    }

    /// No header of the plan is taken for another field's, alone.
    @Test(arguments: SavedText.lossy)
    func noNameOfAFieldIsTakenForAnothers(saved: SavedText) throws {
        let plan = try realPlan()
        let vocabulary = Vocabulary(plan)
        for (dataSet, definition) in plan.dataSets.enumerated() {
            for (index, field) in definition.fields.enumerated() {
                for name in [field.title] + field.aliases {
                    guard let bytes = saved.bytes(name) else { continue }
                    // Lost letters are ASCII; what is left beyond it is of the page.
                    let text = String(decoding: bytes.map { $0 < 0x80 ? $0 : 0x78 }, as: UTF8.self)
                    let kept = String(zip(text, name).map { $0 == "x" && !$1.isASCII ? $1 : $0 })
                    let found = vocabulary.lostLetters.meanings(of: LostLetters.spellings(ofHeader: Array(kept.utf8)))
                    for meaning in found where meaning.dataSet == dataSet { #expect(meaning.field == index, "\(name)") }
                }
            }
        }
    }
}
