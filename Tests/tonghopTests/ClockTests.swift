import Plan
import Testing

@testable import tonghop

@Suite struct ClockTests {
    @Test(arguments: [
        (0, "1970-01-01T07:00:00+07:00"),
        // 18:30 in UTC is 01:30 of the next day in Hải Phòng.
        (1_797_705_000, "2026-12-20T01:30:00+07:00"),
        (1_797_699_599, "2026-12-19T23:59:59+07:00"),
        (1_797_699_600, "2026-12-20T00:00:00+07:00"),
    ])
    func readsAsInHaiPhong(seconds: Int, text: String) {
        #expect(Clock(seconds: seconds).timestamp == text)
        #expect(Clock(seconds: seconds).today.iso == text.prefix(10))
    }

    @Test(arguments: [("200M", 200 << 20), ("1g", 1 << 30), ("500K", 500 << 10), ("4096", 4_096)])
    func sizesAreReadWithTheirUnit(text: String, bytes: Int) {
        #expect(FileSize(argument: text)?.bytes == bytes)
    }

    @Test(arguments: ["", "M", "-1", "0", "1.5M", "9999999999999M"])
    func otherSizesAreRefused(text: String) {
        #expect(FileSize(argument: text) == nil)
    }

    @Test func terminalIsKeptFromWhatFilesSay() {
        #expect(shown("a\u{1B}[2Jb\u{202E}c") == "a\u{FFFD}[2Jb\u{FFFD}c")
    }
}
