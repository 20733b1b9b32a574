import Plan

/// How official papers write dates and names (Nghị định 30/2020/NĐ-CP, annex I).
enum VietnameseText {
    /// `Hải Phòng, ngày 05 tháng 02 năm 2026`: days below 10 and the months 1 and 2 with a leading zero, so that nobody adds a digit.
    static func placeAndDate(place: String, _ date: CalendarDate) -> String {
        let (year, month, day) = date.components
        return "\(place), ngày \(padded(day, below: 10)) tháng \(padded(month, below: 3)) năm \(year)"
    }

    /// `(Số liệu từ ngày 15/12/2025 đến hết ngày 14/3/2026)`
    static func window(of period: Period) -> String {
        "(Số liệu từ ngày \(period.start.vietnamese) đến hết ngày \(period.end.vietnamese))"
    }

    private static func padded(_ number: Int, below limit: Int) -> String {
        number < limit ? "0\(number)" : String(number)
    }
}
