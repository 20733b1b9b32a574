import Plan
import Spreadsheet

/// The head of an official paper: authority and motto, number, place and date (Nghị định 30/2020/NĐ-CP, annex I).
struct OfficialHead: Block {
    let head: Plan.Head
    let date: CalendarDate

    private static let nation = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    private static let motto = "Độc lập - Tự do - Hạnh phúc"

    func write(on sheet: inout SheetCanvas) throws(SpreadsheetError) {
        let spans = sheet.spans([0.42, 0.58])
        guard let left = spans.first, let right = spans.last else { return }
        let authority = HouseFormat.text(12, bold: true)
        let motto = HouseFormat.text(13, bold: true)
        try sheet.line([
            Piece(left, .text(head.superior), HouseFormat.text(12)),
            Piece(right, .text(Self.nation), HouseFormat.text(12, bold: true)),
        ])
        try sheet.line([Piece(left, .text(head.authority), authority), Piece(right, .text(Self.motto), motto)])
        // Under the authority a third to half as long as its name, under the motto as long as its words.
        let rule = HouseFormat.text(8, bold: true).with {
            $0.vertical = .top
            $0.wrap = false
        }
        let short = TextMeasure(size: 12, bold: true).width(head.authority) * 0.4
        let long = TextMeasure(size: 13, bold: true).width(Self.motto)
        try sheet.line([Piece(left, .text(Rule.text(short)), rule), Piece(right, .text(Rule.text(long)), rule)])
        try sheet.line([
            Piece(left, .text(head.reportNumber), HouseFormat.text(13)),
            Piece(
                right,
                .text(VietnameseText.placeAndDate(place: head.place, date)),
                HouseFormat.text(13, italic: true)
            ),
        ])
        try sheet.space()
    }
}

/// A line under words, of a length that no border of cells could have: underscores in a small size, which join.
enum Rule {
    static let size = 8.0

    /// - Parameter points: how long, as `TextMeasure` measures words.
    static func text(_ points: Double) -> String {
        let measure = TextMeasure(size: size, bold: true)
        return String(repeating: "_", count: max(Int((points / measure.width("_")).rounded()), 1))
    }
}
