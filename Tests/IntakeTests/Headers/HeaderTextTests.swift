import Tabular
import Testing

@testable import Intake

@Suite("Numbering and brackets around a column's name")
struct HeaderTextTests {
    @Test(arguments: [
        ("1. Mã đơn vị", ["ma_don_vi"]), ("3) Mã đơn vị", ["ma_don_vi"]), ("a) Mã đơn vị", ["ma_don_vi"]),
        ("II. Mã đơn vị", ["ma_don_vi"]), ("1.2. Mã đơn vị", ["ma_don_vi"]), ("1.2 Mã đơn vị", []),
        ("Câu 5: Mã đơn vị", ["ma_don_vi"]), ("Câu hỏi 12. Mã đơn vị *", ["ma_don_vi"]),
        ("Câu 5 Mã đơn vị", ["ma_don_vi"]),
        ("5/ Mã đơn vị", ["ma_don_vi"]), ("5- Mã đơn vị", ["ma_don_vi"]), ("1.Mã đơn vị", ["ma_don_vi"]),
        ("I. 2. a) Mã đơn vị", ["ma_don_vi"]), ("I.1. Mã đơn vị", ["ma_don_vi"]),
        ("Mã đơn vị", []), ("Mã đơn vị? *:", []), ("12 Mã", []), ("19/8 Ngày hội", []), ("E-mail đơn vị", []),
        ("T.gian", []), ("2026", []), ("1.", []), ("1) 2) 3) 4) 5", ["4_5"]),
        ("Số vụ (em)", ["so_vu_em", "so_vu"]), ("(1) Số vụ", ["1_so_vu", "so_vu"]),
        ("Số vụ [trong kỳ] {x}", ["so_vu_trong_ky_x", "so_vu"]),
        ("5. Số vụ (Có/Không) *", ["so_vu_co_khong", "so_vu"]), ("Số (a (b) c) vụ", ["so_a_b_c_vu", "so_vu"]),
        ("(Bắt buộc) 1. Số vụ", ["bat_buoc_1_so_vu", "so_vu"]), ("(em)", ["em", ""]),
        ("Số vụ (em", []), ("Số vụ em)", []), ("Số ((vụ) em", ["so_vu_em", "so_em"]),
    ])
    func whatMayBeTriedAfterTheWhole(text: String, forms: [String]) {
        #expect(HeaderText.bareForms(of: cleaned(text)).forms.map { String(decoding: $0, as: UTF8.self) } == forms)
    }

    @Test(arguments: [
        ("Số vụ (em)", ["em"]), ("Số (a (b) c) vụ [d]", ["a (b) c", "d"]), ("Số ((vụ) em", ["vụ"]), ("Số vụ", []),
        ("Số vụ (em", []), ("1) Số vụ ()", [""]), ("(A) (1) Số vụ", ["A", "1"]),
    ])
    func whatStandsInTheBrackets(text: String, remarks: [String]) {
        #expect(HeaderText.bareForms(of: cleaned(text)).remarks.map { String(decoding: $0, as: UTF8.self) } == remarks)
    }

    @Test func aMillionBracketsCostLinearTime() {
        let text = [UInt8](repeating: 0x28, count: 1 << 20) + [UInt8](repeating: 0x29, count: 1 << 20)
        #expect(HeaderText.bareForms(of: text).forms == [[], []])
    }
}
