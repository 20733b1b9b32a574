import Testing

@testable import Intake

@Suite("Decimal numbers")
struct DecimalCellTests {
    @Test(arguments: [
        ("12,5", "12.5"), ("12.5", "12.5"), ("12,50", "12.5"), ("1,234", "1.234"), ("1.234", "1234"),
        ("1.234,5", "1234.5"), ("0.125", "0.125"), ("1.2345", "1.2345"), ("12,0", "12"), ("-0,5", "-0.5"), ("-0", "0"),
        ("12", "12"), ("1 234,5", "1234.5"),
    ])
    func theCommaIsTheDecimalMarkAndThePointWhereItCannotGroup(text: String, value: String) {
        #expect(readDecimal(cleaned(text).span) == .value(value))
    }

    @Test(arguments: ["95%", "1,2,3", "1,234.5", "abc", "1.2.3", ",5"])
    func otherTextIsNoNumber(text: String) {
        #expect(readDecimal(cleaned(text).span) == .unreadable)
    }

    @Test func moreDigitsThanANumberHoldsAreRefused() {
        #expect(readDecimal(Array("1234567890123456789,5".utf8).span) == .tooLong)
    }
}
