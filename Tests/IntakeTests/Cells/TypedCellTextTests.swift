import Testing

@testable import Intake

/// What nobody sees in a cell changes no value (spec 2, "From bytes to text", point 5): a cell of each type.
@Suite("Typed cells without what nobody sees")
struct TypedCellTextTests {
    private static let around = [
        ("\u{A0}", "\u{A0}"), ("\u{200B}", "\u{200B}"), ("\u{200E}", ""), ("\u{AD}", "\u{AD}"),
        ("\u{FEFF}", "\u{FEFF}"),
        (" \t", "\u{3000}"), ("\u{202F}", "\u{2009}"),
    ]

    private static let cells = [
        ("so_lop", "12", "12"), ("so_lop", "１２", "12"), ("ngay_bao_cao", "14/3/2026", "2026-03-14"),
        ("ngay_bao_cao", "１４/３/２０２６", "2026-03-14"), ("dau_moi", "Co\u{301}", "true"),
        ("ke_hoach", "Lồng\u{200B} ghép", "LONGGHEP"),
        ("so_van_ban", "12\u{AD}/KH", "12/KH"), ("ty_le", "12,5", "12.5"),
        ("kho_khan", "“Thiếu” ‘phòng’", "\"Thiếu\" 'phòng'"),
        ("ma_don_vi", "3100\u{200B}0001", "31000001"), ("ky_bao_cao", "Quy\u{301}\u{A0}I", "Q1"),
    ]

    @Test(arguments: cells, around)
    func theValueIsTheSame(cell: (field: String, text: String, value: String), around: (before: String, after: String))
        throws
    {
        let desk = try ReadingDesk()
        let reading = desk.report(cell.field, around.before + cell.text + around.after)
        #expect(desk.values(cell.field, reading) == [cell.value])
        #expect(reading.codes.isEmpty)
    }
}
