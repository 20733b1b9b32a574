/// A civil date of the Gregorian calendar, as the number of days since 1970-01-01. No time zone, no clock.
struct Day: Hashable, Comparable, Strideable, Sendable {
    var number: Int

    init(number: Int) {
        self.number = number
    }

    /// Howard Hinnant's `days_from_civil`, for years from 0 on.
    init(_ year: Int, _ month: Int, _ day: Int) {
        let shifted = month <= 2 ? year - 1 : year
        let era = shifted / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        number = era * 146_097 + dayOfEra - 719_468
    }

    var civil: (year: Int, month: Int, day: Int) {
        let shifted = number + 719_468
        let era = shifted / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (year, month, dayOfYear - (153 * monthFromMarch + 2) / 5 + 1)
    }

    /// 2026-03-14
    var iso: String {
        let (year, month, day) = civil
        return "\(year)-\(Self.two(month))-\(Self.two(day))"
    }

    static func two(_ number: Int) -> String {
        number < 10 ? "0\(number)" : "\(number)"
    }

    static func < (left: Day, right: Day) -> Bool {
        left.number < right.number
    }

    func advanced(by days: Int) -> Day {
        Day(number: number + days)
    }

    func distance(to other: Day) -> Int {
        other.number - number
    }
}
