/// A day and a time of day, as spreadsheets count them.
package struct SerialDate: Hashable, Sendable {
    /// Days since 1 January 1970.
    package let days: Int32
    /// Seconds since midnight, at most 86,399.
    package let seconds: Int

    /// Nil for a number that is no day: negative, 0 and 60 where days count from 1900 (29 February 1900 was none), after the year
    /// 2199.
    package init?(_ serial: Double, from1904: Bool) {
        guard serial >= (from1904 ? 0 : 1), serial < 200_000 else { return nil }
        let whole = Int(serial)
        if from1904 {
            days = Int32(whole) - 24_107
        } else {
            guard whole != 60 else { return nil }
            // Days before 1 March 1900 are counted as if that year were a leap year.
            days = Int32(whole) - (whole < 60 ? 25_568 : 25_569)
        }
        // 31 December 2199.
        guard days <= 84_005 else { return nil }
        // Half a second is more than a Double loses of a day.
        seconds = min(Int((serial - Double(whole)) * 86_400 + 0.5), 86_399)
    }
}
