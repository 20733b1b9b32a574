import Batch
import Glibc
import Plan

/// The only place where the program looks at a clock.
struct Clock {
    /// Seconds since 1970, UTC.
    let seconds: Int

    static var now: Clock { Clock(seconds: time(nil)) }

    var moment: Timestamp { Timestamp(seconds: seconds) }

    /// At 01:00 in Hải Phòng it is still yesterday in UTC.
    var today: CalendarDate { moment.day }

    /// `2026-12-20T01:00:03+07:00`
    var timestamp: String { moment.text }
}
