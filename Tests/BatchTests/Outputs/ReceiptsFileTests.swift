import Intake
import Plan
import Testing

@testable import Batch

@Suite struct ReceiptsFileTests {
    private func submission(
        _ dataSet: String,
        _ unit: String,
        _ period: String,
        _ hash: String,
        isExact: Bool = false
    ) -> (key: SubmissionKey, receipt: Receipt) {
        (
            SubmissionKey(dataSet: dataSet, unit: unit, period: period, hash: hash),
            Receipt(date: CalendarDate(days: 20_528), isExact: isExact)
        )
    }

    private var text: String {
        """
        dataset,unit,period,hash,receipt,exact
        bao-cao,10,2026-Q1,aa,2026-03-16,true
        bao-cao,9,2026-Q1,aa,2026-03-16,false
        tuyen-truyen,"9,5",,bb,2026-03-16,false

        """
    }

    @Test func isSortedByTheKeysBytes() {
        let bytes = receiptsCSV([
            submission("tuyen-truyen", "9,5", "", "bb"), submission("bao-cao", "9", "2026-Q1", "aa"),
            submission("bao-cao", "10", "2026-Q1", "aa", isExact: true),
        ])
        #expect(String(decoding: bytes, as: UTF8.self) == text)
    }

    @Test func readsWhatItWrote() throws {
        let submissions = try #require(readReceipts(Array(text.utf8)))
        #expect(submissions.map(\.key.unit) == ["10", "9", "9,5"])
        #expect(submissions.map(\.receipt.isExact) == [true, false, false])
        #expect(String(decoding: receiptsCSV(submissions), as: UTF8.self) == text)
    }

    @Test(arguments: [
        "", "dataset,unit\n", "dataset,unit,period,hash,receipt,exact\nbao-cao,9,2026-Q1,aa,16/3/2026,true\n",
        "dataset,unit,period,hash,receipt,exact\nbao-cao,9,2026-Q1,aa,2026-03-16,maybe\n",
        "dataset,unit,period,hash,receipt,exact\nbao-cao,9,\"2026-Q1,aa\n",
        "dataset,unit,period,hash,receipt,exact\nbao-cao,9,2026-Q1,aa,2026-03-16",
    ])
    func anythingElseIsNotRead(text: String) {
        #expect(readReceipts(Array(text.utf8)) == nil)
    }
}
