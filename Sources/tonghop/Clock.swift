import Glibc
import Plan

/// A moment as people in Hải Phòng read it; the only place where the program looks at a clock.
struct Clock {
    /// Seconds since 1970, UTC.
    let seconds: Int

    static var now: Clock { Clock(seconds: time(nil)) }

    /// Asia/Ho_Chi_Minh has been at UTC+7 without summer time since 1975: no time zone data is needed.
    private var local: Int { seconds + 7 * 3_600 }

    /// At 01:00 there it is still yesterday in UTC.
    var today: CalendarDate { CalendarDate(days: Int32(local.floored(by: 86_400))) }

    /// `2026-12-20T01:00:03+07:00`
    var timestamp: String {
        let second = local - local.floored(by: 86_400) * 86_400
        let parts = [second / 3_600, second / 60 % 60, second % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
        return "\(today.iso)T\(parts.joined(separator: ":"))+07:00"
    }
}

extension Int {
    fileprivate func floored(by divisor: Int) -> Int {
        self >= 0 ? self / divisor : -((-self + divisor - 1) / divisor)
    }
}
