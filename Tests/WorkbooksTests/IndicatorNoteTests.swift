import Figures
import Plan
import Testing

@testable import Workbooks

@Suite struct IndicatorNoteTests {
    private func note(
        _ kind: IndicatorDefinition.Kind,
        _ denominator: Int,
        _ numerator: Int,
        reported: Int = 0,
        _ result: Tally.Result
    ) -> String {
        IndicatorNote.text(
            kind,
            Tally(
                group: .city,
                indicator: 0,
                denominator: denominator,
                numerator: numerator,
                reportedDenominator: reported,
                reportedNumerator: numerator,
                result: result
            )
        )
    }

    @Test func unitsThatAreMissing() {
        #expect(note(.units, 40, 28, reported: 40, .notMet) == "còn thiếu 12 đơn vị")
        #expect(note(.units, 40, 28, reported: 35, .notMet) == "còn thiếu 12 đơn vị, trong đó 5 chưa báo cáo")
        #expect(note(.units, 40, 28, reported: 28, .notMet) == "còn thiếu 12 đơn vị, đều chưa báo cáo")
        #expect(note(.units, 40, 40, reported: 40, .met) == "")
        #expect(note(.units, 0, 0, .none) == "")
    }

    @Test func eventsThatWereNotInTime() {
        #expect(note(.events, 20, 18, .notMet) == "2 vụ việc chưa kịp thời")
        #expect(note(.events, 20, 20, .met) == "")
        #expect(note(.events, 20, 20, .notMet) == "kịp thời, nhưng chưa đủ điều kiện khác của chỉ tiêu")
    }

    @Test func changes() {
        #expect(note(.change, 10, 7, .met) == "giảm 3 so với cùng kỳ")
        #expect(note(.change, 0, 0, .met) == "")
        #expect(note(.change, 7, 10, .notMet) == "tăng 3 so với cùng kỳ")
        #expect(note(.change, 7, 7, .notMet) == "chưa giảm so với cùng kỳ")
        #expect(note(.change, 0, 0, .notMet) == "chưa đủ số liệu hai năm")
        #expect(note(.change, 0, 0, .none) == "")
    }
}
