import Testing

@testable import Batch

@Suite struct TimestampTests {
    @Test(arguments: [
        "2026-12-20T01:00:03+07:00", "1970-01-01T07:00:00+07:00", "2024-02-29T23:59:59+07:00",
        "1969-12-31T00:00:00+07:00",
    ])
    func readsWhatItWrites(text: String) throws {
        #expect(try #require(Timestamp(text)).text == text)
    }

    @Test func isTheMomentInUTC() {
        #expect(Timestamp("2026-12-20T00:00:00+07:00")?.seconds == 1_797_699_600)
        #expect(Timestamp(seconds: 1_797_699_600).vietnamese == "00:00 ngày 20/12/2026")
    }

    @Test(arguments: [
        "", "2026-12-20", "2026-12-20T01:00:03", "2026-12-20T01:00:03Z", "2026-13-20T01:00:03+07:00",
        "2026-12-20T24:00:00+07:00", "2026-12-20T01:60:00+07:00", "2026-12-20T1:00:00+07:00", "2026-12-20T01:00+07:00",
    ])
    func anythingElseIsNone(text: String) {
        #expect(Timestamp(text) == nil)
    }
}
