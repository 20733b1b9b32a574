import Testing

@testable import Intake

@Suite("Yes and no")
struct BooleanCellTests {
    @Test(arguments: [
        "Có", "có", "CÓ", "co", "C", "1", "True", "TRUE", "Đúng", "đúng", "Yes", "X", "x", "Có.", "Co\u{301}",
    ])
    func wordsForYes(text: String) {
        #expect(readBoolean(cleaned(text).span) == .value(true))
    }

    @Test(arguments: ["Không", "không", "khong", "K", "0", "False", "Sai", "No", "Không có"])
    func wordsForNo(text: String) {
        #expect(readBoolean(cleaned(text).span) == .value(false))
    }

    @Test(arguments: [
        ("✓", true), ("✔", true), ("✔\u{FE0F}", true), ("√", true), ("v", true), ("V", true), ("☑", true), ("☐", false),
    ])
    func marksAreReadAndTold(text: String, value: Bool) {
        #expect(readBoolean(cleaned(text).span) == .converted(value))
    }

    @Test(arguments: [
        "Đã", "Chưa", "Không/Có", "Không, có", "=TRUE", "þ", "ü", "P", "R", "đ", "2", "-1", "1%", "(1)", "10",
        "Có (một phần)", "☒", "✗", "Có Không",
        "Ja", "Y",
        "N", "Có, không",
    ])
    func everythingElseIsNeither(text: String) {
        #expect(readBoolean(cleaned(text).span) == .unreadable)
    }
}
