import Plan

/// A moment as people in Hải Phòng read it. Nothing here looks at a clock.
package struct Timestamp: Sendable, Hashable, Comparable {
    /// Seconds since 1970, UTC.
    package let seconds: Int

    package init(seconds: Int) {
        self.seconds = seconds
    }

    /// What `text` writes; nil where it is anything else.
    package init?(_ text: String) {
        let parts = text.split(separator: "T", omittingEmptySubsequences: false)
        guard parts.count == 2, let day = CalendarDate(iso: parts[0]), parts[1].hasSuffix("+07:00") else { return nil }
        let time = parts[1].dropLast(6).split(separator: ":", omittingEmptySubsequences: false)
        let numbers = time.compactMap { $0.utf8.count == 2 ? Int($0) : nil }
        guard time.count == 3, numbers.count == 3, zip(numbers, [24, 60, 60]).allSatisfy({ (0..<$1).contains($0) })
        else { return nil }
        seconds = Int(day.days) * 86_400 + numbers[0] * 3_600 + numbers[1] * 60 + numbers[2] - Timestamp.offset
    }

    /// The day there: at 01:00 it is still yesterday in UTC.
    package var day: CalendarDate { CalendarDate(days: Int32(local.floored(by: 86_400))) }

    /// `2026-12-20T01:00:03+07:00`
    package var text: String {
        "\(day.iso)T\(parts.joined(separator: ":"))+07:00"
    }

    /// `01:00 ngày 20/12/2026`
    package var vietnamese: String {
        "\(parts.prefix(2).joined(separator: ":")) ngày \(day.vietnamese)"
    }

    package static func < (left: Timestamp, right: Timestamp) -> Bool {
        left.seconds < right.seconds
    }

    /// Asia/Ho_Chi_Minh has been at UTC+7 without summer time since 1975: no time zone data is needed.
    private static let offset = 7 * 3_600

    private var local: Int { seconds + Timestamp.offset }

    /// Hour, minute and second, of two digits each.
    private var parts: [String] {
        let second = local - local.floored(by: 86_400) * 86_400
        return [second / 3_600, second / 60 % 60, second % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
    }
}

extension Int {
    fileprivate func floored(by divisor: Int) -> Int {
        self >= 0 ? self / divisor : -((-self + divisor - 1) / divisor)
    }
}
