import Plan
import Testing

@testable import Intake

@Suite("Dates")
struct DateCellTests {
    @Test(arguments: [
        "14/3/2026", "14/03/2026", "14-03-2026", "14.03.2026", "2026-03-14", "2026/03/14", "14/3/2026 07:30",
        "14/3/2026 7:30:00", "14/3/2026 7:30 SA", "14/3/2026 07:30:05 CH", "14/03/2026 11:59 PM", "14/3/2026 0:00",
        "2026-03-14T07:30:00Z", "2026-03-14T07:30:00.123+07:00", "2026-03-14 07:30:00 +0700", "14/3/2026, 7:30",
        "14/3/2026 7:30 GMT+7", "１４/３/２０２６",
    ])
    func datesWithFullYearsAreRead(text: String) {
        #expect(DateCell(cleaned(text).span).reading == .day(date("2026-03-14")))
    }

    @Test(arguments: [
        "14/3/26", "14-03-26", "46095", "46095.0", "46095,75", "14-Mar-26", "14-mar-2026", "14 March 2026",
        "14/Mar/2026", "14-Thg3-26", "14 Thg 3 2026", "14-Mar-26 7:30",
    ])
    func otherWaysToWriteADateAreReadAndTold(text: String) {
        #expect(DateCell(cleaned(text).span).reading == .converted(date("2026-03-14")))
    }

    @Test(arguments: [
        "31/02/2026", "5/3/0226", "0001-01-01", "28/2/1900", "1-Mar-0026", "29/02/2026", "32/1/2026", "0/1/2026",
        "1/0/2026", "1/13/2026", "2026-13-01", "1/1/026",
        "1/1/20266",
        "2026", "20260314", "5", "14/3", "14/3-2026", "14//3/2026", "ngày 14/3/2026", "14/3/2026 25:00",
        "14/3/2026 13:00 CH",
        "14/3/2026 7", "14/3/2026 7:30x", "hôm qua", "31-Feb-26", "14-Foo-26", "14-Ma-26", "1/1/2026 - 2/1/2026",
        "46095x",
        "460951",
    ])
    func whatTheCalendarDoesNotHaveIsNoDate(text: String) {
        #expect(DateCell(cleaned(text).span).reading == .unreadable)
    }

    @Test(arguments: [
        ("14/3/2026", DayMonthOrder.onlyDayMonth), ("3/14/2026", .onlyMonthDay), ("3/4/2026", .ambiguous),
        ("3/4/26", .ambiguous), ("3-4-2026", .ambiguous), ("3/3/2026", .settled), ("2026-04-03", .settled),
        ("46095", .settled),
        ("3-Apr-26", .settled), ("31/02/2026", .settled), ("2/30/2026", .settled), ("13/13/2026", .settled),
    ])
    func whatADateProvesAboutDayAndMonth(text: String, order: DayMonthOrder) {
        #expect(DateCell(cleaned(text).span).order == order)
    }

    @Test func twoDigitYearsAreOfThisCenturyUpTo2069() {
        #expect(DateCell(cleaned("1/1/69").span).reading == .converted(date("2069-01-01")))
        #expect(DateCell(cleaned("1/1/70").span).reading == .converted(date("1970-01-01")))
    }

    @Test func aHostileCellIsNoDate() {
        #expect(DateCell([UInt8](repeating: 0x31, count: 1_000_000).span).reading == .unreadable)
    }

    private func date(_ iso: String) -> CalendarDate {
        CalendarDate(iso: iso) ?? CalendarDate(days: 0)
    }
}
