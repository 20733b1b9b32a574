import Testing

@testable import Tabular

@Suite("Syllables of Vietnamese")
struct VietnameseSyllableTests {
    private static func isSyllable(_ word: String) -> Bool { isVietnameseSyllable(Array(word.utf8).span) }

    @Test(arguments: [
        "Mã", "đơn", "vị", "NGHIÊNG", "quyển", "khuỷu", "giếng", "gì", "giữ", "quốc", "oẳn", "yếu", "hoà", "hòa",
        "thuở", "ướt", "ỷ", "Đường", "khuếch", "ngoằn", "kỹ", "quý", "xoong", "giặt", "nghề", "ghế", "uỵch", "bướm",
    ])
    func wordsOfTheLanguage(word: String) {
        #expect(Self.isSyllable(word))
    }

    /// What wrong decodings give: a mark too many, a stop without its tone, letters that never meet.
    @Test(arguments: [
        "", "Mă", "häc", "®êng", "đat", "hoc", "thâtp", "kư", "nghà", "ngế", "cế", "óá", "lùcm", "Tr", "q", "café",
        "bốốn", "nghiêngh", "mìt", "đượcc", "ýb", "xòk",
    ])
    func otherWords(word: String) {
        #expect(!Self.isSyllable(word))
    }

    @Test(arguments: [
        ("tr?n", true), ("trư?ng", true), ("đ?ng", true), ("trý?ng", false), ("ð?ng", false), ("ký?", false),
    ])
    func aLostLetterHadTheTone(word: String, isPossible: Bool) {
        #expect(canBeSyllableWithLostLetter(Array(word.utf8).span) == isPossible)
    }

    @Test func theTrapOfTheSpecIsVietnameseInBothReadings() {
        for word in ["Có", "Không", "Khá", "Cú", "Khụng", "Khỏ"] { #expect(Self.isSyllable(word)) }
    }
}
