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
        "(Số liệu \(days(of: period)))"
    }

    /// `từ ngày 15/12/2025 đến hết ngày 14/3/2026`
    static func days(of period: Period) -> String {
        "từ ngày \(period.start.vietnamese) đến hết ngày \(period.end.vietnamese)"
    }

    /// `1.234` or `97,5`: marks for groups of three, a comma before the fraction, which has at most two digits.
    static func number(_ number: Double) -> String {
        let hundredths = (abs(number) * 100).rounded()
        guard hundredths < 1e15 else { return "\(number)" }
        let (whole, fraction) = (Int(hundredths) / 100, Int(hundredths) % 100)
        var text = (number < 0 && hundredths > 0 ? "-" : "") + vietnamese(whole)
        if fraction > 0 {
            text += fraction % 10 == 0 ? ",\(fraction / 10)" : ",\(fraction < 10 ? "0" : "")\(fraction)"
        }
        return text
    }

    /// `97,5%`, with one decimal, half away from zero.
    static func percent(_ share: Double) -> String {
        let tenths = (abs(share) * 1_000).rounded()
        guard tenths < 1e15 else { return "\(share * 100)%" }
        let (whole, fraction) = (Int(tenths) / 10, Int(tenths) % 10)
        return "\(share < 0 && tenths > 0 ? "-" : "")\(number(Double(whole))),\(fraction)%"
    }

    private static func padded(_ number: Int, below limit: Int) -> String {
        number < limit ? "0\(number)" : String(number)
    }
}
