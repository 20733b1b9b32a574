import Figures
import Testing

@Suite("A rate")
struct RateTests {
    @Test(arguments: [
        (12, 7, "1.714286"), (0, 5, "0.000000"), (1, 1, "1.000000"), (1, 3, "0.333333"), (2, 3, "0.666667"),
        (1, 2_000_000, "0.000001"), (1, 2_000_001, "0.000000"), (999_999_9, 1_000_000_0, "1.000000"),
        (9_999_995, 10_000_000, "1.000000"), (9_999_994, 10_000_000, "0.999999"), (-1, 2_000_000, "-0.000001"),
        (1, -3, "-0.333333"), (-1, 9_000_000, "0.000000"), (Int.max, Int.max, "1.000000"),
        (Int.min, 1, "-9223372036854775808.000000"),
        (Int.max, 3, "3074457345618258602.333333"),
    ])
    func hasSixDecimalsRoundedHalfAwayFromZero(numerator: Int, denominator: Int, text: String) {
        #expect(Rate(numerator, of: denominator)?.text == text)
    }

    @Test func ofNothingIsNone() {
        #expect(Rate(0, of: 0) == nil)
        #expect(Rate(5, of: 0) == nil)
    }
}
