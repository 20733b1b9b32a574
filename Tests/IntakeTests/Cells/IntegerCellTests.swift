import Testing

@testable import Intake

@Suite("Whole numbers")
struct IntegerCellTests {
    @Test(arguments: [
        ("1234", 1234), ("1.234", 1234), ("1 234", 1234), ("1.234.567", 1_234_567), ("0", 0), ("007", 7), ("-5", -5),
        ("12\u{A0}345", 12345), ("1\u{202F}234", 1234), ("1\u{2009}234", 1234), ("１２", 12), ("99999999", 99_999_999),
    ])
    func plainAndGroupedNumbersAreRead(text: String, value: Int32) {
        #expect(readInteger(cleaned(text).span) == .value(value))
    }

    @Test(arguments: [("12,0", 12), ("12.0", 12), ("12.00", 12), ("1.234,0", 1234), ("0,00", 0)])
    func zeroDecimalsAreReadAndTold(text: String, value: Int32) {
        #expect(readInteger(cleaned(text).span) == .converted(value))
    }

    @Test(arguments: [
        "12,5", "12.5", "1,234", "1,000", "100,000", "-2,000", "95%", "3 (ba)", "khoảng 20", "1O", "O", "1.23.4",
        "1.2345", "01.234", "1.234 567",
        "1..2",
        ".5", "5.", "5,", "+5", "1e3", "12 ,0", "--5", "-", "1'234", "²",
    ])
    func everythingElseIsNeverANumber(text: String) {
        #expect(readInteger(cleaned(text).span) == .unreadable)
    }

    @Test(arguments: ["100000000", "912345678", "2147483647", "99999999999", "99999999999999999999999999999999"])
    func numbersBeyondAnyCountAreTooLarge(text: String) {
        #expect(readInteger(cleaned(text).span) == .tooLarge)
    }

    @Test(arguments: ["", "123456789", "1234567890", "1.234", " 1", "a"])
    func theShortWayIsOnlyForPlainDigits(text: String) {
        #expect(readPlainInteger(Array(text.utf8).span) == nil)
    }

    @Test func theShortWayReadsUpToEightDigits() {
        #expect(readPlainInteger(Array("12345678".utf8).span) == 12_345_678)
    }
}
