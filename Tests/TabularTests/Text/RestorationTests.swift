import Testing

@testable import Tabular

@Suite("Mojibake and .VnTime text")
struct RestorationTests {
    private static func restored(_ text: String, _ restoration: Restoration) -> String {
        String(decoding: restoration.restore(Array(text.utf8)).bytes, as: UTF8.self)
    }

    @Test(arguments: [
        ("MÃ£ Ä‘Æ¡n vá»‹", 0, "Mã đơn vị"),
        // đ, ị and à of which a byte is a C1 control or a no-break space.
        ("Ä\u{90}Ã\u{A0}o", 0, "Đào"), ("Vá»\u{8D}ng", 0, "Vọng"),
        ("Ă£ Ä‘Æ¡n", 1, "ã đơn"),
        ("B¹o lùc häc ®\u{AD}êng", 2, "Bạo lực học đường"),
        ("M· ®¬n vÞ", 2, "Mã đơn vị"),
        ("MÃƒÂ£ Ã„â€˜Ã†Â¡n", 4, "Mã đơn"),
    ])
    func aTextIsReadAsWhatItWas(text: String, way: Int, original: String) {
        #expect(Self.restored(text, Restoration.all[way]) == original)
    }

    @Test func piecesAreRestoredOneByOneAndWhatFailsIsCounted() {
        let text = Restoration.all[0].restore(Array("MÃ£,Có,THCS\nMã;5\u{2713}|Ä‘".utf8))
        #expect(String(decoding: text.bytes, as: UTF8.self) == "Mã,Có,THCS\nMã;5\u{2713}|đ")
        #expect(text.count.restored == 2)
        #expect(text.count.failed == 2)
        #expect(text.count.firstFailure == 4)
    }

    @Test func aMarkAtTheStartIsTakenOff() {
        #expect(Self.restored("ï»¿STT", Restoration.all[0]) == "STT")
    }

    @Test(arguments: [
        ("Maõ ñôn vò", "Ma don vi"), ("Ngaøy tieáp nhaän", "Ngay tiep nhan"), ("Soá löôïng", "So luong"),
        ("HÌNH THÖÙC", "HiNH THuC"), ("Traïng thaùi xöû lyù", "Trang thai xu ly"), ("THCS 1, 2", "THCS 1, 2"),
    ])
    func vniLosesItsMarks(text: String, letters: String) {
        var bare: [UInt8] = []
        appendBareLetters(ofVNI: Array(text.utf8).span, to: &bare)
        #expect(String(decoding: bare, as: UTF8.self) == letters)
    }
}
