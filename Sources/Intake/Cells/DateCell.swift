// Dates as clerks and programs write them. Day before month always; what could only be month before day is never read as a
// date, but it is told, since it is the proof by which other dates of the same sender are judged (see SwappedDates).

import Plan

/// In which order a date's day and month can be read.
enum DayMonthOrder: UInt8 {
    /// No question: a year first, a month's name, a serial number, or day and month equal.
    case settled
    /// A date either way, and not the same one.
    case ambiguous
    case onlyDayMonth
    case onlyMonthDay
}

/// What a cell of a date says.
struct DateCell: Equatable {
    enum Reading: Equatable {
        case day(CalendarDate)
        /// Two-digit year, serial number, name of a month (C13).
        case converted(CalendarDate)
        /// No date, or none of the calendar, such as 31/02 (C3).
        case unreadable
    }

    let reading: Reading
    let order: DayMonthOrder

    private init(_ reading: Reading, _ order: DayMonthOrder = .settled) {
        self.reading = reading
        self.order = order
    }

    private static let unreadable = DateCell(.unreadable)

    /// - Parameters:
    ///   - text: as `clean` gives it, not empty.
    ///   - from1904: serial numbers count from 1904, as in some workbooks.
    init(_ text: Span<UInt8>, from1904: Bool = false) {
        guard text.count <= 64 else {
            self = .unreadable
            return
        }
        var scanner = DateScanner(text)
        guard let first = scanner.number() else {
            self = .unreadable
            return
        }
        if let serial = Self.serial(first, &scanner, from1904: from1904) {
            self = serial
            return
        }
        if let named = Self.named(first, scanner) {
            self = named
            return
        }
        guard let separator = scanner.separator(), let second = scanner.number(), second.length <= 2,
            scanner.separator() == separator, let third = scanner.number(), scanner.isTimeOrEnd()
        else {
            self = .unreadable
            return
        }
        switch (first.length, third.length) {
        case (4, 1...2):
            let date = Self.date(first.value, second.value, third.value)
            self = date.map { DateCell(.day($0)) } ?? .unreadable
        case (1...2, 4), (1...2, 2):
            self.init(first.value, second.value, year: third)
        default: self = .unreadable
        }
    }

    private init(_ first: Int, _ second: Int, year: DateScanner.Number) {
        let fullYear = year.length == 4 ? year.value : Self.century(year.value)
        let dayMonth = Self.date(fullYear, second, first)
        let monthDay = Self.date(fullYear, first, second)
        switch (dayMonth, monthDay) {
        case (let date?, let other):
            let order: DayMonthOrder = other == nil ? .onlyDayMonth : other == date ? .settled : .ambiguous
            self.init(year.length == 4 ? .day(date) : .converted(date), order)
        case (nil, .some): self.init(.unreadable, .onlyMonthDay)
        case (nil, nil): self.init(.unreadable)
        }
    }

    /// A day of a year in which a school can have stood: 0226 is a slip, and no workbook can hold it.
    private static func date(_ year: Int, _ month: Int, _ day: Int) -> CalendarDate? {
        (1901...2199).contains(year) ? CalendarDate(year: year, month: month, day: day) : nil
    }

    /// Two digits are a year of 1970 to 2069: no school reports of another.
    private static func century(_ year: Int) -> Int {
        year < 70 ? 2000 + year : 1900 + year
    }

    /// Excel's day number, its fraction (the time) dropped. Five digits alone are taken, 1927 to 2173: `2026` in a column of
    /// dates is a year, not a day of 1905.
    private static func serial(
        _ first: DateScanner.Number,
        _ scanner: inout DateScanner,
        from1904: Bool
    ) -> DateCell? {
        guard first.length == 5, scanner.isFractionOrEnd() else { return nil }
        return DateCell(.converted(CalendarDate(days: Int32(first.value - (from1904 ? 24_107 : 25_569)))))
    }

    /// `12-Mar-26`, `12 March 2026`, `12-Thg3-26`.
    private static func named(_ first: DateScanner.Number, _ start: DateScanner) -> DateCell? {
        var scanner = start
        guard first.length <= 2, let separator = scanner.separator(orBlank: true), let month = scanner.month(),
            scanner.separator(orBlank: true) == separator, let year = scanner.number(),
            year.length == 4 || year.length == 2, scanner.isTimeOrEnd()
        else { return nil }
        let fullYear = year.length == 4 ? year.value : century(year.value)
        let date = date(fullYear, month, first.value)
        return date.map { DateCell(.converted($0)) } ?? .unreadable
    }
}
